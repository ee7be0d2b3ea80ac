import { daysBetween } from '@countersign/domain/calendar-day'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import type { InvoicePage } from './queries.server'

export function InvoiceFigures({ invoice }: { invoice: InvoicePage }) {
  const { gross, paid, open, credited, writtenOff, dueOn, today, state } = invoice
  const t = useMessages(moneyMessages).invoice
  const own = useMessages(invoicingMessages).invoice
  const format = useFormat()
  const isRefund = open.minor.startsWith('-')
  const note = {
    paid: t.settled,
    credited: own.credited,
    'written-off': own.writtenOff,
    'credit-note': own.credited,
    overdue: t.overdueBy(format.days(daysBetween(dueOn, today))),
    open: t.dueIn(format.relativeDays(dueOn, today)),
  }
  if (state === 'credit-note') return null
  const lowered = [
    { label: own.credited, value: credited },
    { label: own.writtenOff, value: writtenOff },
  ].filter(({ value }) => value.minor !== '0')
  return (
    <KeyFigures
      figures={[
        { label: t.gross, value: <Amount value={gross} /> },
        { label: t.paid, value: <Amount value={paid} /> },
        ...lowered.map(({ label, value }) => ({ label, value: <Amount value={value} /> })),
        {
          label: t.open,
          value: <Amount value={open} />,
          note: isRefund ? own.refund : note[state],
          tone: state === 'overdue' ? 'bad' : state === 'paid' && !isRefund ? 'good' : 'plain',
        },
      ]}
    />
  )
}
