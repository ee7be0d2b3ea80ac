import { Button } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { buyingMessages } from '../../messages/buying'

export function CloseOrder({ isClosed }: { isClosed: boolean }) {
  const t = useMessages(buyingMessages).order
  return (
    <form className="cs-form-actions" method="post">
      <input type="hidden" name="intent" value={isClosed ? 'reopen' : 'close'} />
      <Cluster>
        <Button variant="quiet">{isClosed ? t.reopen : t.close}</Button>
        <span className="cs-note">{isClosed ? t.reopenNote : t.closeNote}</span>
      </Cluster>
    </form>
  )
}
