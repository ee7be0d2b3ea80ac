import { useId } from 'react'
import type { MoneyText } from './i18n/format'
import { useFormat } from './i18n-context'
import { percentOf } from './share'

/** `key` says the colour: paid, invoiced, billable, rest, or age-0 (not due) to age-4 (the oldest). */
export type MoneyPart = { key: string; label: string; minor: string }

/** A sum split into disjoint parts: a bar, and the same in words below it. */
export function PartsBar(props: { title: string; total: MoneyText; parts: readonly MoneyPart[] }) {
  const { title, total, parts } = props
  const format = useFormat()
  const id = useId()
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
