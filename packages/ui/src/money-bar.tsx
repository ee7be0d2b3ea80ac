import { useId } from 'react'
import type { MoneyText } from './i18n/format'
import { useFormat, useUiMessages } from './i18n-context'
import { percentOf } from './share'

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
  const format = useFormat()
  const id = useId()
  const rest = BigInt(total.minor) - BigInt(paid.minor) - BigInt(invoiced.minor) - BigInt(billable.minor)
  const parts = [
    { key: 'paid', label: messages.paid, minor: paid.minor },
    { key: 'invoiced', label: messages.invoiced, minor: invoiced.minor },
    { key: 'billable', label: messages.billable, minor: billable.minor },
    { key: 'rest', label: messages.notYetBillable, minor: String(rest > 0n ? rest : 0n) },
  ]
  let from = 0
  const bars = parts.map(({ key, minor }) => {
    const width = percentOf(minor, total.minor)
    const bar = { key, x: from, width }
    from += width
    return bar
  })
  return (
    <figure className="cs-money">
      <figcaption className="cs-money-title" id={id}>
        <span>{title}</span>
        <strong>{format.amount(total)}</strong>
      </figcaption>
      {/* The list below says the same in words. */}
      <svg className="cs-money-bar" width="100%" height="16" aria-hidden focusable="false">
        <rect className="cs-money-track" width="100%" height="16" />
        {bars.map((bar) =>
          bar.width > 0 ? (
            <rect
              className={`cs-part-${bar.key}`}
              key={bar.key}
              x={`${bar.x}%`}
              width={`${bar.width}%`}
              height="16"
            />
          ) : null,
        )}
      </svg>
      <dl className="cs-legend" aria-labelledby={id}>
        {parts.map((part) => (
          <div key={part.key}>
            <dt>
              <svg width="12" height="12" aria-hidden focusable="false">
                <rect className={`cs-part-${part.key}`} width="12" height="12" rx="3" />
              </svg>
              {part.label}
            </dt>
            <dd>{format.money(part.minor, total.currency)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
