import type { MoneyText } from './i18n/format'
import { useUiMessages } from './i18n-context'
import { PartsBar } from './parts-bar'

/** A contract's value split into disjoint parts: paid, invoiced and unpaid, billable, and the rest. */
export function MoneyBar(props: {
  title: string
  total: MoneyText
  paid: MoneyText
  invoiced: MoneyText
  billable: MoneyText
}) {
  const { title, total, paid, invoiced, billable } = props
  const messages = useUiMessages()
  const rest = BigInt(total.minor) - BigInt(paid.minor) - BigInt(invoiced.minor) - BigInt(billable.minor)
  return (
    <PartsBar
      title={title}
      total={total}
      parts={[
        { key: 'paid', label: messages.paid, minor: paid.minor },
        { key: 'invoiced', label: messages.invoiced, minor: invoiced.minor },
        { key: 'billable', label: messages.billable, minor: billable.minor },
        { key: 'rest', label: messages.notYetBillable, minor: String(rest > 0n ? rest : 0n) },
      ]}
    />
  )
}
