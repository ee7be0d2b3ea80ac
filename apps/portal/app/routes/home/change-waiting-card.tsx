import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useSize } from '../../change-size'
import { changesMessages } from '../../messages/changes'

/** A change of the contract that this person may approve or reject. */
export function ChangeWaitingCard({
  change: { id, number, title, projectName, value },
}: {
  change: { id: string; number: number; title: string; projectName: string; value: MoneyText }
}) {
  const t = useMessages(changesMessages)
  const size = useSize()
  return (
    <Card
      level={3}
      tone="accent"
      title={t.waiting(number)}
      meta={projectName}
      footer={
        <LinkButton href={`/changes/${id}`} variant="primary">
          {t.waitingLink}
        </LinkButton>
      }
    >
      <p>{title}</p>
      <p className="cs-note">{size(value)}</p>
    </Card>
  )
}
