import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { paymentsMessages } from '../../messages/payments'
import { BillingBadge } from '../../publication/badges'
import type { PaymentFacts } from './queries.server'

/** Each billing milestone with its state and the reason for it; two columns, so that it fits a phone. */
export function ScheduleTable(props: { schedule: PaymentFacts['schedule']; total: MoneyText }) {
  const t = useMessages(paymentsMessages)
  return (
    <SimpleTable
      caption={t.schedule}
      captionHidden
      columns={[
        { key: 'milestone', label: t.milestone },
        { key: 'amount', label: t.amount, numeric: true },
      ]}
      rows={props.schedule.map((milestone) => ({
        key: milestone.id,
        cells: [
          <MilestoneReason key="milestone" milestone={milestone} />,
          <div className="stacked" key="amount">
            <Amount value={milestone.amount} />
            <BillingBadge state={milestone.state} />
          </div>,
        ],
      }))}
      foot={[t.total, <Amount key="total" value={props.total} />]}
    />
  )
}

function MilestoneReason({ milestone }: { milestone: PaymentFacts['schedule'][number] }) {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  const { name, dueOn, invoiceNumber, releasedOn, trigger, isRetention } = milestone
  const waits = useWaits()
  const reason = invoiceNumber
    ? t.invoicedAs(invoiceNumber)
    : releasedOn
      ? t.releasedOn[trigger](format.date(releasedOn))
      : waits(milestone)
  return (
    <div className="stacked">
      {name}
      <span className="cs-note">{reason}</span>
      {isRetention ? <span className="cs-note">{t.retention}</span> : null}
      {trigger === 'deposit' ? <span className="cs-note">{t.deposit}</span> : null}
      {dueOn === null || trigger === 'date' || trigger === 'period' ? null : (
        <span className="cs-note">{t.planned(format.date(dueOn))}</span>
      )}
    </div>
  )
}

/** What a milestone that is not released yet waits for, in words. */
function useWaits() {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  return ({ trigger, dueOn, atPercent, waitsFor }: PaymentFacts['schedule'][number]): string => {
    if (trigger === 'date') return t.waitsForDay(format.date(dueOn ?? ''))
    if (trigger === 'period') return t.waitsForPeriod(format.date(dueOn ?? ''))
    if (trigger === 'progress') return t.waitsForProgress(format.percent(atPercent ?? 0))
    return trigger === 'deposit' ? t.waitsForSignature : t.waitsFor(format.list(waitsFor))
  }
}
