import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { DayAxis } from './day-axis'
import { drawnDays, edgeOf } from './drawn-days'
import { EdgeMark } from './edge-mark'
import { useFormat } from './i18n-context'

/** Days together: the share of runs that ended in them, and that had ended by the last of them, 0 to 1. */
export type FinishBin = { fromOn: LocalDate; toOn: LocalDate; share: number; cumulative: number }
/** A day by which so much of all runs had ended: P80 is met in four of five. */
export type PercentileMark = { percent: number; on: LocalDate }
/** A day that somebody counts on, and the chance from 0 to 1 that it is met. */
export type TargetMark = { key: 'planned' | 'committed'; label: string; on: LocalDate; chance: number }

/** What nobody can keep any more does not tell bars apart. */
const MEANINGFUL = 0.005

const TOP = 44
const HEIGHT = 190
const BOTTOM = 28

/**
 * When it will end, and how sure that is: bars for the days on which runs ended, a line for the share that had ended
 * by then. What ends after the first target that can still be met is copper; a target that is years away is an arrow at
 * the edge. `caption` says in words what the drawing shows.
 */
export function FinishDistribution(props: {
  title: string
  caption: string
  bins: readonly FinishBin[]
  percentiles: readonly PercentileMark[]
  targets: readonly TargetMark[]
  chanceText: (chance: string) => string
}) {
  const { title, caption, bins, percentiles, targets, chanceText } = props
  const format = useFormat()
  if (bins.length === 0) return null
  const drawn = drawnDays(
    [...bins.flatMap(({ fromOn, toOn }) => [fromOn, toOn]), ...percentiles.map(({ on }) => on)],
    targets.map(({ on }) => on),
  )
  const { first, last } = drawn
  const span = last - first + 1
  const x = (day: number) => Math.round(((day - first) / span) * 10_000) / 100
  const highest = Math.max(...bins.map(({ share }) => share))
  const y = (share: number) => TOP + HEIGHT - share * HEIGHT
  const promised = targets.find(({ chance }) => chance >= MEANINGFUL) ?? targets.at(-1)
  const isLate = (day: LocalDate) => promised !== undefined && day > promised.on
  return (
    <figure className="cs-curve">
      <svg width="100%" height={TOP + HEIGHT + BOTTOM} role="img" aria-label={`${title}. ${caption}`}>
        {[0.5, 1].map((share) => (
          <line className="cs-grid-line" key={share} x1="0" x2="100%" y1={y(share)} y2={y(share)} />
        ))}
        {bins.map(({ fromOn, toOn, share }) => (
          <rect
            className={isLate(fromOn) ? 'cs-finish-late' : 'cs-finish-kept'}
            key={fromOn}
            x={`${x(dayNumber(fromOn))}%`}
            width={`${Math.max(0.3, (x(dayNumber(toOn) + 1) - x(dayNumber(fromOn))) * 0.86)}%`}
            y={y((share / highest) * 0.92)}
            height={(share / highest) * 0.92 * HEIGHT}
          />
        ))}
        <svg y={TOP} width="100%" height={HEIGHT} viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none">
          <polyline
            className="cs-curve-line cs-finish-until"
            points={[
              [0, HEIGHT],
              [x(dayNumber(bins[0]!.fromOn)) * 10, HEIGHT],
              ...bins.map(({ toOn, cumulative }) => [
                x(dayNumber(toOn) + 1) * 10,
                HEIGHT - cumulative * HEIGHT,
              ]),
              [1000, 0],
            ]
              .map((point) => point.join(','))
              .join(' ')}
          />
        </svg>
        <line className="cs-grid-strong" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <DayAxis first={first} last={last} y={TOP + HEIGHT + 19} />
        {percentiles.map(({ percent, on }, index) => (
          <g className="cs-finish-mark" key={percent}>
            <line
              x1={`${x(dayNumber(on) + 1)}%`}
              x2={`${x(dayNumber(on) + 1)}%`}
              y1={index % 2 ? 36 : 20}
              y2={y(0)}
            />
            <circle cx={`${x(dayNumber(on) + 1)}%`} cy={y(endedBy(bins, on))} r="4" />
            <text x={`${x(dayNumber(on) + 1)}%`} y={index % 2 ? 32 : 14} textAnchor="middle">
              P{percent}
            </text>
          </g>
        ))}
        {targets.map(({ key, on }, index) => {
          const edge = edgeOf(on, drawn)
          const at = `${x(dayNumber(on) + 1)}%`
          return (
            <g className={`cs-finish-target cs-finish-${key}`} key={key}>
              {edge ? (
                <EdgeMark edge={edge} y={y(0.5) + 18 * index} />
              ) : (
                <line x1={at} x2={at} y1={TOP} y2={y(0) + 6} />
              )}
            </g>
          )
        })}
      </svg>
      <ul className="cs-finish-facts">
        {targets.map(({ key, label, on, chance }) => (
          <li key={key} className={`cs-finish-fact cs-finish-${key}`}>
            <svg width="14" height="20" aria-hidden focusable="false">
              <line x1="7" x2="7" y1="1" y2="19" />
            </svg>
            <span>
              {label}
              <strong>{format.dateShort(on)}</strong>
              <span className="cs-note">{chanceText(format.percent(Math.round(chance * 100)))}</span>
            </span>
          </li>
        ))}
        {percentiles.map(({ percent, on }) => (
          <li key={percent} className="cs-finish-fact">
            <svg width="14" height="20" aria-hidden focusable="false">
              <circle cx="7" cy="10" r="4" />
            </svg>
            <span>
              P{percent}
              <strong>{format.dateShort(on)}</strong>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** The share that had ended by the end of a day, where the line stands on it. */
function endedBy(bins: readonly FinishBin[], on: LocalDate): number {
  return bins.find(({ toOn }) => toOn >= on)?.cumulative ?? 1
}
