import { dayTicks } from './day-ticks'
import { useFormat } from './i18n-context'

/** Months or weeks under a drawing whose left edge is the first day and whose right edge the last. */
export function DayAxis({ first, last, y }: { first: number; last: number; y: number }) {
  const format = useFormat()
  return (
    <g>
      {dayTicks(first, last).map(({ on, x, unit }) => (
        <text className="cs-tick" key={on} x={`${x}%`} y={y} textAnchor="middle">
          {unit === 'year'
            ? on.slice(0, 4)
            : unit === 'month'
              ? on.slice(5, 7) === '01'
                ? on.slice(0, 4)
                : format.month(on)
              : format.dayMonth(on)}
        </text>
      ))}
    </g>
  )
}
