import type { MoneyText } from './i18n/format'
import { useFormat } from './i18n-context'

export type WaterfallBar = {
  key: string
  label: string
  amount: MoneyText
  /** A sum stands on the ground; a step hangs where the one before it ended. */
  isSum: boolean
  href?: string
}

/**
 * From one sum to another in steps, each bar beginning where the one before it ended: what a difference is made of. All
 * bars are one currency and the steps sum to the last bar.
 */
export function WaterfallBars({ title, bars }: { title: string; bars: readonly WaterfallBar[] }) {
  const format = useFormat()
  const placed = place(bars)
  return (
    <figure className="cs-waterfall">
      <figcaption className="cs-visually-hidden">{title}</figcaption>
      <ol>
        {placed.map(({ bar, from, to, zero, isLoss }) => (
          <li key={bar.key} className={bar.isSum ? 'cs-waterfall-sum' : undefined}>
            <span className="cs-waterfall-name">
              {bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}
            </span>
            <svg width="100%" height="16" aria-hidden focusable="false">
              <line className="cs-grid-strong" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="16" />
              <rect
                className={
                  bar.isSum && !isLoss ? 'cs-part-earned' : isLoss ? 'cs-part-loss' : 'cs-part-margin'
                }
                x={`${Math.min(from, to)}%`}
                width={`${Math.max(Math.abs(to - from), 0.3)}%`}
                y="1"
                height="14"
                rx="2"
              />
            </svg>
            <span className="cs-waterfall-amount cs-amount">
              {bar.isSum || bar.amount.minor.startsWith('-') || bar.amount.minor === '0' ? '' : '+'}
              {format.amount(bar.amount)}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** Where each bar is, in percent of the width. */
function place(bars: readonly WaterfallBar[]) {
  let ended = 0n
  const spans = bars.map((bar) => {
    const minor = BigInt(bar.amount.minor)
    const from = bar.isSum ? 0n : ended
    ended = bar.isSum ? minor : ended + minor
    return { bar, from, to: ended }
  })
  const ends = spans.flatMap(({ from, to }) => [from, to])
  const lowest = ends.reduce((least, each) => (each < least ? each : least), 0n)
  const highest = ends.reduce((most, each) => (each > most ? each : most), 0n)
  const range = highest - lowest || 1n
  const at = (value: bigint) => Number(((value - lowest) * 100_000n) / range) / 1000
  return spans.map(({ bar, from, to }) => ({
    bar,
    from: at(from),
    to: at(to),
    zero: at(0n),
    isLoss: bar.isSum ? to < 0n : to < from,
  }))
}
