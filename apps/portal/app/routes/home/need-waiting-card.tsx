import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { needsMessages } from '../../messages/needs'
import type { NeedToAnswer } from '../../needs/queries.server'

/** What the project waits for, from this person. */
export function NeedWaitingCard({ need }: { need: NeedToAnswer }) {
  const t = useMessages(needsMessages)
  const format = useFormat()
  const { id, what, needOn, projectName, forTask, isLate, state, answers } = need
  const promised = answers.at(-1)?.promisedOn
  return (
    <Card
      level={3}
      tone="accent"
      title={what}
      meta={`${projectName} · ${t.card}`}
      footer={<LinkButton href={`/needs/${id}`}>{t.answer}</LinkButton>}
    >
      <p>
        {t.neededBy(format.date(needOn))} {isLate ? <StateBadge tone="overdue" label={t.late} /> : null}
      </p>
      {forTask ? <p className="cs-note">{t.forTask(forTask)}</p> : null}
      {state === 'promised' && promised ? (
        <p className="cs-note">{t.promised(format.date(promised))}</p>
      ) : null}
    </Card>
  )
}
