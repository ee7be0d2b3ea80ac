import { localDateTimeOf, TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import { layers, measureOf, type Layer } from '@countersign/domain/timeline/row-shape'
import type { Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'
import { formatIn, type Format } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { PlanPaper, type PlanColumn } from './plan-paper'

export type PlanInput = {
  project: { code: string; name: string }
  provider: string
  locale: DocumentLocale
  timeZone: string
  madeAt: Date
  /** Of a page, in millimetres. Its height is that of the same sheet lying on its side. */
  width: number
  /** The timeline goes over so many pages side by side, each with the breakdown at its left. */
  pagesAcross: number
  plan: TimelinePlan
  /** Row by row: its number in the breakdown and how deep it lies, the top being 0. */
  outline: readonly { wbs: string; depth: number }[]
}

/** Narrower, no bar has room beside the breakdown; wider than PDF allows (200 inches). */
export const narrowestPage = 180
export const widestPage = 5_000
export const mostPagesAcross = 20

const POINTS = 72 / 25.4
const ROW = 15
const AIR = 0.02

/**
 * Breakdown and timeline as PDF, on pages of any width; rows that do not fit go on to further pages. The same input
 * gives the same bytes. Throws RangeError for a width or a number of pages beyond the limits.
 */
export async function renderPlan(input: PlanInput): Promise<Buffer> {
  const { width, pagesAcross, plan, project, locale } = input
  if (!(width >= narrowestPage && width <= widestPage)) throw new RangeError(`no page is ${width} mm wide`)
  if (!(Number.isInteger(pagesAcross) && pagesAcross >= 1 && pagesAcross <= mostPagesAcross))
    throw new RangeError(`no plan goes over ${pagesAcross} pages`)
  const words = messagesFor(locale)
  const own = words.plan
  const format = formatIn(locale, input.timeZone)
  const paper = new PlanPaper({
    title: `${own.title} ${project.code}`,
    author: input.provider,
    createdAt: input.madeAt,
    locale,
    size: [width * POINTS, (width * POINTS) / Math.SQRT2],
    measure: measureOf(ROW),
    foot: `${project.code} · ${project.name}`,
  })
  paper.head({
    from: input.provider,
    title: own.title,
    subtitle: `${project.code} · ${project.name}`,
    notes: [own.drawnOn(format.dayOf(input.madeAt)), ...spanNote(plan, own, format)],
  })
  if (plan.rowCount === 0) paper.note(own.empty)
  else {
    paper.legend(own.legendHeading, legendOf(plan, own))
    const day = shortDays(locale)
    const rows = input.outline.map((place, index) => ({
      ...place,
      cells: cellsOf(plan, index, place, day),
    }))
    await paper.table(columnsOf(own, width), rows, {
      plan,
      pagesAcross,
      scaleFor: (drawingWidth) => scaleOf(plan, drawingWidth * pagesAcross),
      describe: (first, last, scale) => {
        const to = scale.from + (scale.width / scale.pixelsPerDay) * TENTHS_PER_DAY
        return own.bars(first + 1, last + 1, format.day(dayAt(scale.from)), format.day(dayAt(to)))
      },
      labelOf: tickLabels(locale),
    })
  }
  return paper.finish()
}

function spanNote(plan: TimelinePlan, own: DocumentMessages['plan'], format: Format): string[] {
  return plan.rowCount === 0
    ? []
    : [own.span(format.day(dayAt(plan.start)), format.day(dayAt(plan.finish - 1)))]
}

/** The whole plan over the whole width, with some air at both its ends. */
function scaleOf({ start, finish }: TimelinePlan, width: number): Scale {
  const days = Math.max(1, (finish - start) / TENTHS_PER_DAY) + 1
  const pixelsPerDay = (width * (1 - 2 * AIR)) / days
  return {
    from: Math.round(start - ((width * AIR) / pixelsPerDay + 0.5) * TENTHS_PER_DAY),
    pixelsPerDay,
    width,
  }
}

function columnsOf(own: DocumentMessages['plan'], width: number): PlanColumn[] {
  const wbs: PlanColumn = { title: own.wbs, width: 34 }
  const name: PlanColumn = { title: own.task, width: 'rest' }
  const dates: PlanColumn[] = [
    { title: own.start, width: 46 },
    { title: own.finish, width: 46 },
  ]
  const done: PlanColumn = { title: own.done, width: 34, align: 'right' }
  return width < 260 ? [wbs, name, dates[1]!] : [wbs, name, ...dates, done]
}

/** Short days for the columns: as many signs in every row. */
function shortDays(locale: DocumentLocale): (moment: number) => string {
  const day = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: '2-digit',
    timeZone: 'UTC',
  })
  return (moment) => day.format(Date.parse(`${dayAt(moment)}T00:00:00Z`))
}

function cellsOf(
  plan: TimelinePlan,
  index: number,
  { wbs }: { wbs: string },
  on: (moment: number) => string,
) {
  const row = plan.row(index)
  return {
    wbs,
    name: row.name,
    start: on(row.start),
    finish: on(Math.max(row.start, row.kind === 'milestone' ? row.finish : row.finish - 1)),
    done: `${Math.round(row.percentDone)} %`,
    isSummary: row.kind === 'summary',
  }
}

/** Only what this plan shows is explained. */
function legendOf(plan: TimelinePlan, own: DocumentMessages['plan']): [Layer | 'today', string][] {
  const seen = new Set<Layer | 'today'>()
  for (let index = 0; index < plan.rowCount; index++) {
    const row = plan.row(index)
    const isPoint = row.kind === 'milestone'
    if (row.kind === 'summary') seen.add('summary')
    else if (!row.isActive) seen.add('inactive')
    else if (isPoint) seen.add(row.percentDone >= 100 ? 'milestone-done' : 'milestone')
    else seen.add(row.isCritical ? 'critical' : 'task')
    if (row.percentDone > 0 && row.kind === 'task') seen.add('done')
    if (row.baseline) seen.add('ghost')
    if (row.floatTo !== null) seen.add('float')
    if (row.isManual) seen.add('manual-ends')
    if (row.deadline !== null) seen.add(row.finish > row.deadline ? 'deadline-missed' : 'deadline')
  }
  if (plan.today > plan.start && plan.today < plan.finish) seen.add('today')
  const legend = own.legend as Partial<Record<Layer | 'today', string>>
  return ([...layers, 'today'] as const).flatMap((sign) => {
    const text = seen.has(sign) ? legend[sign] : undefined
    return text ? [[sign, text] as [Layer | 'today', string]] : []
  })
}

function tickLabels(locale: DocumentLocale) {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB'
  const month = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' })
  const monthYear = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (unit: string, on: string, minute: number, isUpper: boolean, room: number): string => {
    const at = Date.parse(`${on}T00:00:00Z`)
    if (unit === 'hour') return String(minute / 60)
    if (unit === 'month') return isUpper && room > 56 ? monthYear.format(at) : month.format(at)
    if (unit === 'week') return String(Number(on.slice(8)))
    if (unit === 'day') return isUpper ? day.format(at) : String(Number(on.slice(8)))
    if (unit === 'quarter') return `Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
    return on.slice(0, 4)
  }
}

function dayAt(moment: number): string {
  return localDateTimeOf(Math.round(moment)).slice(0, 10)
}
