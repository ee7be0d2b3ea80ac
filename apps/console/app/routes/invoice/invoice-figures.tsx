import type { InvoiceState } from '@countersign/domain/billing'
import { daysBetween } from '@countersign/domain/calendar-day'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Amount } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'

type Invoice = {
  gross: MoneyText
  paid: MoneyText
  open: MoneyText
  dueOn: string
  today: string
  state: InvoiceState
}

export function InvoiceFigures({ gross, paid, open, dueOn, today, state }: Invoice) {
  const t = useMessages(moneyMessages).invoice
  const format = useFormat()
  const note = {
    paid: t.settled,
    overdue: t.overdueBy(format.days(daysBetween(dueOn, today))),
    open: t.dueIn(format.relativeDays(dueOn, today)),
  }
  return (
    <KeyFigures
      figures={[
        { label: t.gross, value: <Amount value={gross} /> },
        { label: t.paid, value: <Amount value={paid} /> },
        {
          label: t.open,
          value: <Amount value={open} />,
          note: note[state],
          tone: state === 'overdue' ? 'bad' : state === 'paid' ? 'good' : 'plain',
        },
      ]}
    />
  )
}
