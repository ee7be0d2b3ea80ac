import type { MoneyText } from './i18n/format'
import { useFormat, useUiMessages } from './i18n-context'
import { percentOf } from './share'

/** What was earned against what it cost, on one scale; gross margin is their difference by what was earned. */
export function MarginBar(props: { title: string; earned: MoneyText; cost: MoneyText }) {
  const { title, earned, cost } = props
  const messages = useUiMessages()
  const format = useFormat()
  const difference = BigInt(earned.minor) - BigInt(cost.minor)
  const scale = difference < 0n ? cost.minor : earned.minor
  const earnedWidth = percentOf(earned.minor, scale)
  const costWidth = percentOf(cost.minor, scale)
  const loss = difference < 0n
  const size = BigInt(earned.minor)
  const percent = size > 0n ? Number((difference * 10_000n) / size) / 100 : null
  return (
    <figure className="cs-money cs-margin">
      <figcaption className="cs-money-title">
        <span>{title}</span>
        <strong className={loss ? 'cs-bad' : 'cs-good'}>
          {percent === null ? '–' : format.percent(percent)}
        </strong>
      </figcaption>
      <svg className="cs-margin-bar" width="100%" height="34" aria-hidden focusable="false">
        <rect className="cs-money-track" width="100%" height="14" rx="3" />
        <rect className="cs-money-track" y="20" width="100%" height="14" rx="3" />
        <rect className="cs-part-earned" width={`${earnedWidth}%`} height="14" rx="3" />
        <rect className="cs-part-cost" y="20" width={`${costWidth}%`} height="14" rx="3" />
        <rect
          className={loss ? 'cs-part-loss' : 'cs-part-margin'}
          x={`${Math.min(earnedWidth, costWidth)}%`}
          y="20"
          width={`${Math.abs(earnedWidth - costWidth)}%`}
          height="14"
          rx="3"
        />
      </svg>
      <dl className="cs-legend">
        <LegendEntry part="earned" label={messages.earned} amount={format.amount(earned)} />
        <LegendEntry part="cost" label={messages.cost} amount={format.amount(cost)} />
        <LegendEntry
          part={loss ? 'loss' : 'margin'}
          label={loss ? messages.loss : messages.margin}
          amount={format.money(difference, earned.currency)}
        />
      </dl>
    </figure>
  )
}

function LegendEntry(props: { part: string; label: string; amount: string }) {
  return (
    <div>
      <dt>
        <svg width="12" height="12" aria-hidden focusable="false">
          <rect className={`cs-part-${props.part}`} width="12" height="12" rx="3" />
        </svg>
        {props.label}
      </dt>
      <dd>{props.amount}</dd>
    </div>
  )
}
