import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { DayAxis } from './day-axis'

/** One line of the drawing: cumulative values by day; it ends where nothing is known yet. */
export type CurveLine = {
  key: 'planned' | 'earned' | 'spent'
  label: string
  /** What it comes to on the day that the drawing is about, as text. */
  value: string
  points: readonly { on: LocalDate; value: number }[]
}

/** The line's drawing area in its own units; it is stretched to whatever room there is. */
const WIDTH = 1000
const HEIGHT = 300
const TOP = 26
const BOTTOM = 28

/**
 * What was planned, earned and spent so far, over time: the gap between two lines is the variance. `valueText` writes a
 * value of the scale; `caption` says in words what the drawing shows, for who does not see it.
 */
export function ValueCurve(props: {
  title: string
  caption: string
  lines: readonly CurveLine[]
  statusOn: LocalDate
  statusLabel: string
  valueText: (value: number) => string
}) {
  const { title, caption, lines, statusOn, statusLabel, valueText } = props
  const days = lines.flatMap(({ points }) => points.map(({ on }) => dayNumber(on)))
  if (days.length === 0) return null
  const first = Math.min(...days)
  const last = Math.max(...days, first + 1)
  const highest = Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value)))
  const top = niceTop(highest)
  const x = (on: LocalDate) => ((dayNumber(on) - first) / (last - first)) * 100
  const y = (value: number) => TOP + HEIGHT - (value / top) * HEIGHT
  const status = x(statusOn)
  return (
    <figure className="cs-curve">
      <figcaption className="cs-money-title">
        <span>{title}</span>
      </figcaption>
      <svg width="100%" height={TOP + HEIGHT + BOTTOM} role="img" aria-label={`${title}. ${caption}`}>
        {[0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line className="cs-grid-line" x1="0" x2="100%" y1={y(top * share)} y2={y(top * share)} />
            <text className="cs-tick" x="0" y={y(top * share)} dy="-5">
              {valueText(top * share)}
            </text>
          </g>
        ))}
        <line className="cs-grid-strong" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <DayAxis first={first} last={last} y={TOP + HEIGHT + 19} />
        {status >= 0 && status <= 100 ? (
          <g className="cs-today">
            <line x1={`${status}%`} x2={`${status}%`} y1="18" y2={y(0)} />
            <text x={`${status}%`} y="12" textAnchor={status < 10 ? 'start' : status > 90 ? 'end' : 'middle'}>
              {statusLabel}
            </text>
          </g>
        ) : null}
        <svg
          y={TOP}
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {lines.map(({ key, points }) => (
            <polyline
              key={key}
              className={`cs-curve-line cs-curve-${key}`}
              points={points
                .map(({ on, value }) => `${rounded(x(on) * 10)},${rounded(y(value) - TOP)}`)
                .join(' ')}
            />
          ))}
        </svg>
        {lines.map(({ key, points }) => {
          const end = points.at(-1)
          return end ? (
            <circle
              key={key}
              className={`cs-curve-end cs-curve-${key}`}
              cx={`${x(end.on)}%`}
              cy={y(end.value)}
              r="4"
            />
          ) : null
        })}
      </svg>
      <dl className="cs-legend">
        {lines.map(({ key, label, value }) => (
          <div key={key}>
            <dt>
              <svg width="22" height="12" aria-hidden focusable="false">
                <line className={`cs-curve-line cs-curve-${key}`} x1="1" x2="21" y1="6" y2="6" />
              </svg>
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}

/** The next of 1, 2, 4, 5 or 8 times a power of ten: quarters of it are easy to read. */
function niceTop(highest: number): number {
  if (highest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return ([1, 2, 4, 5, 8].find((step) => step * power >= highest) ?? 10) * power
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
