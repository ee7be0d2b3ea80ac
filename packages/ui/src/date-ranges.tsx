import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import type { ReactNode } from 'react'
import { DayAxis } from './day-axis'
import { drawnDays, edgeOf } from './drawn-days'
import { EdgeMark } from './edge-mark'
import { useFormat } from './i18n-context'

export type DateRange = {
  key: string
  name: ReactNode
  /** From the early to the late end, most likely about the middle. */
  early: LocalDate
  middle: LocalDate
  late: LocalDate
  plannedOn: LocalDate
  note?: ReactNode
}

/** When each of several things may come, on one scale: a whisker from early to late, a dot, and the planned day. */
export function DateRanges({ ranges, plannedLabel }: { ranges: readonly DateRange[]; plannedLabel: string }) {
  const format = useFormat()
  if (ranges.length === 0) return null
  const drawn = drawnDays(
    ranges.flatMap(({ early, late }) => [early, late]),
    ranges.map(({ plannedOn }) => plannedOn),
  )
  const { first, last } = drawn
  const x = (on: LocalDate) => `${Math.round(((dayNumber(on) - first) / (last - first)) * 10_000) / 100}%`
  return (
    <div className="cs-ranges">
      <ul>
        {ranges.map(({ key, name, early, middle, late, plannedOn, note }) => (
          <li key={key}>
            <span className="cs-range-name">{name}</span>
            <span className="cs-range-words">
              {early === late
                ? format.dateShort(late)
                : `${format.dateShort(early)} – ${format.dateShort(late)}`}
              {note ? <span className="cs-note"> {note}</span> : null}
            </span>
            <svg width="100%" height="18" aria-hidden focusable="false">
              <line className="cs-grid-line" x1="0" x2="100%" y1="9" y2="9" />
              <line
                className={late > plannedOn ? 'cs-range-line cs-range-late' : 'cs-range-line'}
                x1={x(early)}
                x2={x(late)}
                y1="9"
                y2="9"
              />
              <PlannedMark edge={edgeOf(plannedOn, drawn)} x={x(plannedOn)} />
              <circle className="cs-range-middle" cx={x(middle)} cy="9" r="5" />
            </svg>
          </li>
        ))}
      </ul>
      <svg width="100%" height="20" aria-hidden focusable="false">
        <DayAxis first={first} last={last} y={14} />
      </svg>
      <p className="cs-range-legend">
        <svg width="14" height="18" aria-hidden focusable="false">
          <line className="cs-range-planned" x1="7" x2="7" y1="1" y2="17" />
        </svg>
        {plannedLabel}
      </p>
    </div>
  )
}

function PlannedMark({ edge, x }: { edge: ReturnType<typeof edgeOf>; x: string }) {
  return (
    <g className="cs-range-planned">
      {edge ? <EdgeMark edge={edge} y={9} /> : <line x1={x} x2={x} y1="1" y2="17" />}
    </g>
  )
}
