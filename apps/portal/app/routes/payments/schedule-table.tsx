import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { paymentsMessages } from '../../messages/payments'
import { BillingBadge } from '../../publication/badges'
import type { PaymentFacts } from './queries.server'

/** Each billing milestone with its state and the reason for it. */
export function ScheduleTable(props: { schedule: PaymentFacts['schedule']; total: MoneyText }) {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  const reason = ({ invoiceNumber, releasedOn, waitsFor }: PaymentFacts['schedule'][number]) =>
    invoiceNumber
      ? t.invoicedAs(invoiceNumber)
      : releasedOn
        ? t.releasedOn(format.date(releasedOn))
        : t.waitsFor(format.list(waitsFor))
  return (
    <SimpleTable
      caption={t.schedule}
      captionHidden
      columns={[
        { key: 'milestone', label: t.milestone },
        { key: 'amount', label: t.amount, numeric: true },
        { key: 'planned', label: t.planned },
        { key: 'state', label: t.state },
        { key: 'why', label: t.why },
      ]}
      rows={props.schedule.map((milestone) => ({
        key: milestone.id,
        cells: [
          milestone.name,
          <Amount key="amount" value={milestone.amount} />,
          milestone.dueOn === null ? t.noDate : <Day key="due" on={milestone.dueOn} short />,
          <BillingBadge key="state" state={milestone.state} />,
          reason(milestone),
        ],
      }))}
      foot={[t.total, <Amount key="total" value={props.total} />, '', '', '']}
    />
  )
}
