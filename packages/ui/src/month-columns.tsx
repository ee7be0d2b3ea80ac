import type { LocalDate } from '@countersign/domain/calendar-day'
import type { MoneyText } from './i18n/format'
import { useFormat, useUiMessages } from './i18n-context'
import { TableScroll } from './simple-table'

export type MonthFigures = { monthOn: LocalDate; earned: MoneyText; cost: MoneyText }

const WIDTH = 64
const BAR = 20
const HEIGHT = 140
const TOP = 18

/** Revenue and cost side by side, a month a pair; above each its margin in per cent. */
export function MonthColumns({ title, months }: { title: string; months: readonly MonthFigures[] }) {
  const format = useFormat()
  const messages = useUiMessages()
  const values = months.flatMap(({ earned, cost }) => [BigInt(earned.minor), BigInt(cost.minor)])
  const most = values.reduce((high, each) => (each > high ? each : high), 1n)
  const least = values.reduce((low, each) => (each < low ? each : low), 0n)
  const y = (value: bigint) => TOP + Number(((most - value) * 1000n) / (most - least)) * (HEIGHT / 1000)
  const zero = y(0n)
  const column = (value: bigint) => ({
    y: Math.min(zero, y(value)),
    height: Math.max(Math.abs(y(value) - zero), 1),
  })
  return (
    <figure className="cs-month-columns">
      <TableScroll caption={title}>
        <svg
          width={months.length * WIDTH}
          height={TOP + HEIGHT + 24}
          role="img"
          aria-label={`${title}. ${months
            .map(
              ({ monthOn, earned, cost }) =>
                `${format.monthYear(monthOn)}: ${messages.earned} ${format.amount(earned)}, ${messages.cost} ${format.amount(cost)}`,
            )
            .join('. ')}`}
        >
          {months.map(({ monthOn, earned, cost }, index) => {
            const [income, spent] = [BigInt(earned.minor), BigInt(cost.minor)]
            const left = index * WIDTH + (WIDTH - 2 * BAR) / 2
            const percent = income > 0n ? Number(((income - spent) * 1000n) / income) / 10 : null
            return (
              <g key={monthOn}>
                <rect className="cs-part-earned" x={left} width={BAR - 2} rx="2" {...column(income)} />
                <rect className="cs-part-cost" x={left + BAR} width={BAR - 2} rx="2" {...column(spent)} />
                <text className="cs-tick" x={index * WIDTH + WIDTH / 2} y="12" textAnchor="middle">
                  {percent === null ? '–' : format.percent(Math.round(percent))}
                </text>
                <text
                  className="cs-tick"
                  x={index * WIDTH + WIDTH / 2}
                  y={TOP + HEIGHT + 18}
                  textAnchor="middle"
                >
                  {`${monthOn.slice(5, 7)}/${monthOn.slice(2, 4)}`}
                </text>
              </g>
            )
          })}
          <line className="cs-grid-strong" x1="0" x2={months.length * WIDTH} y1={zero} y2={zero} />
        </svg>
      </TableScroll>
      <ul className="cs-month-legend">
        {(['earned', 'cost'] as const).map((part) => (
          <li key={part}>
            <svg width="12" height="12" aria-hidden focusable="false">
              <rect className={`cs-part-${part}`} width="12" height="12" rx="3" />
            </svg>
            {messages[part]}
          </li>
        ))}
      </ul>
    </figure>
  )
}
