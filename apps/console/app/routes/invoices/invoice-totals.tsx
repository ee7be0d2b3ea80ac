import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Amount } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'

export type InvoiceSums = { currency: string; gross: MoneyText; open: MoneyText; overdue: MoneyText }

export function InvoiceTotals({ totals }: { totals: InvoiceSums[] }) {
  const t = useMessages(moneyMessages).invoices
  const format = useFormat()
  if (totals.length === 0) return null
  return (
    <KeyFigures
      figures={totals.map(({ currency, open, overdue }) => ({
        label: t.openIn(currency),
        value: <Amount value={open} />,
        note: overdue.minor === '0' ? t.noneOverdue : t.overdueIn(format.amount(overdue)),
        tone: overdue.minor === '0' ? 'plain' : 'bad',
      }))}
    />
  )
}
