import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Amount, Day, Instant } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { dunningOf } from './queries.server'

type Dunning = NonNullable<Awaited<ReturnType<typeof dunningOf>>>

/** What is open since when, which reminders went out, and which comes next. */
export function DunningFacts({ invoice }: { invoice: Dunning }) {
  const t = useMessages(invoicingMessages)
  const format = useFormat()
  const { open, dueOn, sent, next, pause } = invoice
  const upcoming = next
    ? t.dunning.nextOn(
        next.level,
        format.date(next.on),
        next.fee.minor === '0' ? null : format.amount(next.fee),
      )
    : pause
      ? t.dunning.nonePaused
      : t.dunning.noneLeft
  return (
    <Card>
      <Facts
        columns={1}
        facts={[
          { label: t.dunning.open, value: <Amount value={open} /> },
          { label: t.dunning.due, value: <Day on={dueOn} /> },
          ...sent.map(({ level, at }) => ({
            label: t.dunning.sentLevel(level),
            value: <Instant at={at} />,
          })),
          { label: t.dunning.next, value: upcoming },
        ]}
      />
    </Card>
  )
}
