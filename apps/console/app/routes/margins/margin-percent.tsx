import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { moneyMessages } from '../../messages/money'

/** The margin in per cent over a bar: what was earned, of which cost, of which margin; red is what cost goes beyond. */
export function MarginPercent(props: { percent: number | null; earned: MoneyText; cost: MoneyText }) {
  const { percent, earned, cost } = props
  const t = useMessages(moneyMessages).margins
  const format = useFormat()
  const larger = BigInt(earned.minor) > BigInt(cost.minor) ? earned : cost
  const scale = BigInt(larger.minor)
  const earnedWidth = percentOf(BigInt(earned.minor), scale)
  const costWidth = percentOf(BigInt(cost.minor), scale)
  const from = Math.min(earnedWidth, costWidth)
  return (
    <>
      <span className={percent !== null && percent < 0 ? 'cs-bad' : undefined}>
        {percent === null ? '–' : format.percent(percent)}
      </span>
      <svg
        className="cn-cell-bar"
        width="96"
        height="6"
        role="img"
        aria-label={t.bar(format.amount(earned), format.amount(cost))}
      >
        <rect className="cs-part-rest" width="96" height="6" rx="3" />
        <rect className="cs-part-cost" width={`${from}%`} height="6" rx="3" />
        <rect
          className={costWidth > earnedWidth ? 'cs-part-loss' : 'cs-part-margin'}
          x={`${from}%`}
          width={`${Math.abs(earnedWidth - costWidth)}%`}
          height="6"
          rx="3"
        />
      </svg>
    </>
  )
}

function percentOf(part: bigint, scale: bigint): number {
  return scale > 0n ? Number((part * 1000n) / scale) / 10 : 0
}
