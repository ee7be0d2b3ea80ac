import { dateOfDayNumber, dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { mondays, monthStarts } from './month-ticks'

export type PlanRow = {
  id: string
  wbs: string
  name: string
  depth: number
  kind: 'task' | 'summary' | 'milestone'
  start: LocalDate
  /** The last day, inclusive. */
  finish: LocalDate
  percentDone: number
  critical?: boolean
  href?: string
}

export type PlanLink = { from: string; to: string; type: 'FS' | 'SS' | 'FF' | 'SF' }

export const ROW = 28
export const HEAD = 44
const PREFERRED_WIDTH = 1080
const NARROWEST_DAY = 1.3
const WIDEST_DAY = 26

export type PlanLayout = {
  width: number
  height: number
  dayWidth: number
  bars: { row: PlanRow; x: number; y: number; width: number }[]
  links: { plain: string; critical: string }
  /** Two tiers of the header: months over weeks, or years over months on long plans. */
  upper: { x: number; on: LocalDate }[]
  lower: { x: number; on: LocalDate }[]
  tiers: 'months-weeks' | 'years-months'
  weekends: string
  todayX: number | null
}

/** Pixels for every bar, link and tick. Row `n` of the table beside lies at `n × ROW`. */
export function planLayout(
  rows: readonly PlanRow[],
  links: readonly PlanLink[],
  today: LocalDate,
): PlanLayout {
  const spans = rows.map((row) => ({ start: dayNumber(row.start), finish: dayNumber(row.finish) }))
  const earliest = spans.reduce((day, { start }) => Math.min(day, start), Infinity)
  const latest = spans.reduce((day, { finish }) => Math.max(day, finish), -Infinity)
  const pad = Math.max(3, Math.round((latest - earliest) * 0.02))
  const first = earliest - pad
  const days = latest - earliest + 1 + 2 * pad
  const dayWidth = Math.min(WIDEST_DAY, Math.max(NARROWEST_DAY, PREFERRED_WIDTH / days))
  const x = (day: number) => round((day - first) * dayWidth)
  const width = Math.ceil(days * dayWidth)
  const height = rows.length * ROW

  const bars = rows.map((row, index) => {
    const { start, finish } = spans[index]!
    const milestone = row.kind === 'milestone'
    return {
      row,
      x: milestone ? x(start + 0.5) : x(start),
      y: index * ROW,
      width: milestone ? 0 : Math.max(2, round((finish - start + 1) * dayWidth)),
    }
  })
  const weeks = dayWidth >= 3.4
  const todayDay = dayNumber(today)
  const last = first + days
  return {
    width,
    height,
    dayWidth,
    bars,
    links: linkPaths(bars, links),
    upper: (weeks ? monthStarts(first, last, 1) : monthStarts(first, last, 12)).map(at),
    lower: weeks
      ? mondays(first, last).map((day) => ({ x: x(day), on: dateOfDayNumber(day) }))
      : monthStarts(first, last, dayWidth * 30 >= 34 ? 1 : 3).map(at),
    tiers: weeks ? 'months-weeks' : 'years-months',
    weekends: dayWidth >= 6 ? weekendPath(first, last, x, dayWidth, height) : '',
    todayX: todayDay >= first && todayDay < last ? x(todayDay + 0.5) : null,
  }

  function at(on: LocalDate) {
    return { x: x(dayNumber(on)), on }
  }
}

type Bar = PlanLayout['bars'][number]

/** All links in two paths: one element for a thousand links keeps the page light. */
function linkPaths(bars: readonly Bar[], links: readonly PlanLink[]): { plain: string; critical: string } {
  const byId = new Map(bars.map((bar) => [bar.row.id, bar]))
  const paths = { plain: '', critical: '' }
  for (const link of links) {
    const from = byId.get(link.from)
    const to = byId.get(link.to)
    if (!from || !to) continue
    paths[from.row.critical && to.row.critical ? 'critical' : 'plain'] += elbow(from, to, link.type)
  }
  return paths
}

function elbow(from: Bar, to: Bar, type: PlanLink['type']): string {
  const fromFinish = type === 'FS' || type === 'FF'
  const toStart = type === 'FS' || type === 'SS'
  const x1 = edge(from, fromFinish)
  const x2 = edge(to, !toStart)
  const y1 = from.y + ROW / 2
  const y2 = to.y + ROW / 2
  const out = x1 + (fromFinish ? 6 : -6)
  const into = x2 + (toStart ? -6 : 6)
  const direct = fromFinish === toStart ? (toStart ? out <= into : out >= into) : true
  const turn = direct
    ? `H${round(fromFinish === toStart ? out : fromFinish ? Math.max(out, into) : Math.min(out, into))}V${y2}`
    : `H${round(out)}V${y2 + (y2 > y1 ? -ROW / 2 : ROW / 2)}H${round(into)}V${y2}`
  const head = toStart ? 'm-4-3l4 3l-4 3' : 'm4-3l-4 3l4 3'
  return `M${round(x1)} ${y1}${turn}H${round(x2)}${head}`
}

function edge(bar: Bar, finish: boolean): number {
  if (bar.row.kind === 'milestone') return bar.x + (finish ? 7 : -7)
  return finish ? bar.x + bar.width : bar.x
}

function weekendPath(
  first: number,
  last: number,
  x: (day: number) => number,
  dayWidth: number,
  height: number,
) {
  const width = round(2 * dayWidth)
  return mondays(first, last + 7)
    .map((monday) => `M${x(monday - 2)} 0h${width}v${height}h-${width}z`)
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
