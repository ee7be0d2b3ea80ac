import type { LocalDate } from '@countersign/domain/calendar-day'
import { classNames } from './class-names'
import { useFormat, useUiMessages } from './i18n-context'
import { HEAD, type PlanLayout, planLayout, type PlanLink, type PlanRow, ROW } from './plan-layout'

export type { PlanLink, PlanRow } from './plan-layout'

/** The breakdown and its bars side by side, one row height, in one scrolling region. Page through at 300 rows. */
export function PlanTimeline(props: {
  title: string
  rows: readonly PlanRow[]
  links?: readonly PlanLink[]
  today: LocalDate
}) {
  const { title, rows, links = [], today } = props
  const messages = useUiMessages()
  const format = useFormat()
  if (rows.length === 0) return <p className="cs-note">{messages.noEntries}</p>
  const layout = planLayout(rows, links, today)
  return (
    <div className="cs-plan" role="region" aria-label={messages.scrollable(title)} tabIndex={0}>
      <Breakdown title={title} rows={rows} />
      <div className="cs-plan-drawing">
        <PlanHead layout={layout} />
        <svg
          className="cs-plan-bars"
          width={layout.width}
          height={layout.height}
          role="img"
          aria-label={`${title}. ${messages.planDescription(format.number(rows.length))}`}
        >
          <PlanGrid layout={layout} />
          <path className="cs-link" d={layout.links.plain} />
          <path className="cs-link cs-link-critical" d={layout.links.critical} />
          {layout.bars.map((bar) => (
            <PlanBar key={bar.row.id} bar={bar} />
          ))}
        </svg>
      </div>
    </div>
  )
}

function Breakdown({ title, rows }: { title: string; rows: readonly PlanRow[] }) {
  const messages = useUiMessages()
  const format = useFormat()
  return (
    <table className="cs-plan-table">
      <caption className="cs-visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="cs-plan-wbs">
            {messages.wbs}
          </th>
          <th scope="col">{messages.task}</th>
          <th scope="col" className="cs-plan-day">
            {messages.start}
          </th>
          <th scope="col" className="cs-plan-day">
            {messages.finish}
          </th>
          <th scope="col" className="cs-plan-done">
            {messages.complete}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className={`cs-plan-${row.kind}`} key={row.id}>
            <td className="cs-plan-wbs">{row.wbs}</td>
            <th scope="row">
              <span
                className={`cs-plan-name cs-depth-${Math.min(8, Math.max(0, row.depth))}`}
                title={row.name}
              >
                {row.href ? <a href={row.href}>{row.name}</a> : row.name}
                {row.critical ? <span className="cs-visually-hidden">, {messages.critical}</span> : null}
              </span>
            </th>
            <td className="cs-plan-day">{format.dateShort(row.start)}</td>
            <td className="cs-plan-day">{format.dateShort(row.finish)}</td>
            <td className="cs-plan-done">{format.percent(Math.round(row.percentDone))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlanHead({ layout }: { layout: PlanLayout }) {
  const messages = useUiMessages()
  const format = useFormat()
  const months = layout.tiers === 'months-weeks'
  return (
    <svg className="cs-plan-head" width={layout.width} height={HEAD} aria-hidden focusable="false">
      {layout.upper.map(({ x, on }) => (
        <g key={on}>
          <line className="cs-grid-line cs-grid-strong" x1={x} x2={x} y1="4" y2={HEAD} />
          <text className="cs-tick cs-tick-upper" x={x + 5} y="16">
            {months ? (layout.dayWidth * 28 > 110 ? format.monthYear(on) : format.month(on)) : on.slice(0, 4)}
          </text>
        </g>
      ))}
      {layout.lower.map(({ x, on }) => (
        <text
          className="cs-tick"
          key={on}
          x={x + (months ? 0 : 5)}
          y="36"
          textAnchor={months ? 'middle' : 'start'}
        >
          {months ? Number(on.slice(8)) : format.month(on)}
        </text>
      ))}
      {layout.todayX === null ? null : (
        <g className="cs-today">
          <rect x={layout.todayX - 4} y={HEAD - 8} width="8" height="8" rx="4">
            <title>{messages.today}</title>
          </rect>
        </g>
      )}
    </svg>
  )
}

function PlanGrid({ layout }: { layout: PlanLayout }) {
  const { width, height, bars, upper, lower, weekends, todayX } = layout
  const rows = bars.map(({ y }) => `M0 ${y + ROW - 0.5}H${width}`).join('')
  return (
    <g>
      <path className="cs-weekends" d={weekends} />
      <path className="cs-grid-line" d={rows} />
      <path className="cs-grid-line" d={lower.map(({ x }) => `M${x} 0V${height}`).join('')} />
      <path className="cs-grid-line cs-grid-strong" d={upper.map(({ x }) => `M${x} 0V${height}`).join('')} />
      {todayX === null ? null : (
        <g className="cs-today">
          <line x1={todayX} x2={todayX} y1="0" y2={height} />
        </g>
      )}
    </g>
  )
}

function PlanBar({ bar: { row, x, y, width } }: { bar: PlanLayout['bars'][number] }) {
  const looks = classNames(`cs-plan-bar cs-plan-bar-${row.kind}`, row.critical && 'cs-critical')
  const done = Math.round(width * Math.min(100, Math.max(0, row.percentDone))) / 100
  if (row.kind === 'milestone') {
    const reached = row.percentDone >= 100 ? ' cs-plan-reached' : ''
    return <path className={looks + reached} d={`M${x} ${y + 7}l7 7l-7 7l-7-7z`} />
  }
  if (row.kind === 'summary') {
    const foot = Math.min(4, width / 2)
    return (
      <g className={looks}>
        <path d={`M${x} ${y + 10}h${width}v9l-${foot}-4h-${width - 2 * foot}l-${foot} 4z`} />
      </g>
    )
  }
  return (
    <g className={looks}>
      <rect x={x} y={y + 7} width={width} height={ROW - 14} rx="3" />
      {done > 0 ? (
        <rect className="cs-plan-share" x={x} y={y + 7} width={done} height={ROW - 14} rx="3" />
      ) : null}
    </g>
  )
}
