import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { ceremonyMessages } from '../../messages/ceremony'

/** The ways to take a decision back or put it right, until what it released is billed. */
export function ChangeOfMind({ submissionId, isBilled }: { submissionId: string; isBilled: boolean }) {
  const t = useMessages(ceremonyMessages)
  return (
    <Card title={t.change} level={2} tone="quiet">
      <p className="cs-note">{isBilled ? t.billed : t.changeText}</p>
      {isBilled ? null : (
        <Cluster>
          <LinkButton href={`/submissions/${submissionId}/correction`} size="small">
            {t.toCorrect}
          </LinkButton>
          <LinkButton href={`/submissions/${submissionId}/withdrawal`} size="small" variant="quiet">
            {t.toWithdraw}
          </LinkButton>
        </Cluster>
      )}
    </Card>
  )
}
