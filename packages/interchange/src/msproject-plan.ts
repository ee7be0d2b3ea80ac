import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { Plan, PlanCalendar, PlanLink, PlanTask } from '@countersign/domain/schedule/plan'
import type { FileCalendar } from './msproject-calendar'
import type { XmlRecord } from './msproject-record'
import type { FileLink, FileTask } from './msproject-task'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

/** What was read, before its parts are fitted together. */
export type ProjectFile = {
  header: XmlRecord | null
  /** Name of the task that Project keeps for the whole project, number 0. */
  summaryName: string
  calendars: Map<number, FileCalendar>
  tasks: Map<number, FileTask>
  links: FileLink[]
}

const MAX_TITLE = 255
const MINUTES_PER_DAY = 480

/** The plan in the file's order, with only the calendars that it uses or that are nobody's own. */
export function planFrom(file: ProjectFile, notes: NotUnderstoodList): { plan: Plan; title: string } {
  const { header } = file
  if (!header) throw new Refused('not-ms-project')
  if (file.tasks.size === 0) throw new Refused('no-tasks')
  if (header.text('ScheduleFromStart') === '0')
    notes.add('scheduled-from-finish', header.line, header.text('Name'))

  const projectCalendar = header.integer('CalendarUID', -1, 2_147_483_647) ?? -1
  const calendarUid = file.calendars.has(projectCalendar) ? projectCalendar : null
  if (calendarUid === null && projectCalendar >= 0)
    notes.add('calendar-missing', header.line, header.text('Name'))
  const tasks = tasksOf(file, notes)
  const plan: Plan = {
    startsAt: startOf(header, file.tasks),
    minutesPerDay: header.integer('MinutesPerDay', 0, 1440) || MINUTES_PER_DAY,
    calendarUid,
    calendars: calendarsUsed(file, tasks, calendarUid),
    tasks,
    links: linksOf(file, notes),
  }
  return { plan, title: titleOf(header, file.summaryName) }
}

/** A summary is what has something below it, whatever the file's flag says. */
function tasksOf(file: ProjectFile, notes: NotUnderstoodList): PlanTask[] {
  const read = [...file.tasks.values()]
  const allDay = allDayCalendarUid(file)
  let level = 0
  const tasks = read.map((task) => {
    level = Math.min(Math.max(1, task.outlineLevel), level + 1)
    return { task, level }
  })
  return tasks.map(({ task, level: outlineLevel }, at) => {
    const isSummary = (tasks[at + 1]?.level ?? 0) > outlineLevel
    const { line, isElapsed, hasDuration, start: _, ...planned } = task
    const isKnown = planned.calendarUid === null || file.calendars.has(planned.calendarUid)
    if (!isKnown) notes.add('calendar-missing', line, planned.name)
    if (!isSummary && !hasDuration) notes.add('duration-missing', line, planned.name)
    const durationMinutes = isSummary ? 0 : planned.durationMinutes
    return {
      ...planned,
      outlineLevel,
      isSummary,
      isMilestone: !isSummary && (planned.isMilestone || durationMinutes === 0),
      durationMinutes,
      calendarUid: isElapsed && durationMinutes > 0 ? allDay : isKnown ? planned.calendarUid : null,
    }
  })
}

function linksOf(file: ProjectFile, notes: NotUnderstoodList): PlanLink[] {
  const seen = new Set<string>()
  const links: PlanLink[] = []
  for (const { line, lagUnit, ...link } of file.links) {
    const name = file.tasks.get(link.toUid)?.name ?? ''
    const from = file.tasks.get(link.fromUid)
    const pair = `${link.fromUid} ${link.toUid}`
    if (!from) notes.add('link-to-missing-task', line, name, String(link.fromUid))
    else if (seen.has(pair)) notes.add('duplicate-link', line, name, from.name)
    else if (lagUnit === 'elapsed-percent') {
      notes.add('elapsed-percent-lag-fixed', line, name, `${link.lag} %`)
      links.push({ ...link, lag: Math.round((from.durationMinutes * link.lag) / 100), lagUnit: 'elapsed' })
    } else links.push({ ...link, lagUnit })
    seen.add(pair)
  }
  return links
}

/** An elapsed duration is work on a calendar without nights: one is made where the file has such a task. */
function allDayCalendarUid(file: ProjectFile): number | null {
  if (![...file.tasks.values()].some((task) => task.isElapsed && task.durationMinutes > 0)) return null
  let uid = 1
  while (file.calendars.has(uid)) uid++
  const week = Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }])
  file.calendars.set(uid, { uid, name: '24 h', derivedFrom: null, week, exceptions: [], isBase: true })
  return uid
}

/** Calendars of single resources stay behind unless a task or another calendar builds on them. */
function calendarsUsed(file: ProjectFile, tasks: PlanTask[], planCalendar: number | null): PlanCalendar[] {
  const used = new Set<number>()
  const base = [...file.calendars.values()]
    .filter((calendar) => calendar.isBase)
    .map((calendar) => calendar.uid)
  for (const start of [...base, planCalendar, ...tasks.map((task) => task.calendarUid)]) {
    let uid = start
    while (uid !== null && !used.has(uid) && file.calendars.has(uid)) {
      used.add(uid)
      uid = file.calendars.get(uid)!.derivedFrom
    }
  }
  return [...file.calendars.values()]
    .filter((calendar) => used.has(calendar.uid))
    .map(({ isBase: _, derivedFrom, ...calendar }) => ({
      ...calendar,
      derivedFrom: derivedFrom !== null && used.has(derivedFrom) ? derivedFrom : null,
    }))
}

function startOf(header: XmlRecord, tasks: ReadonlyMap<number, FileTask>): LocalDateTime {
  const stated = header.moment('StartDate')
  if (stated) return stated
  const starts = [...tasks.values()].flatMap((task) => task.start ?? [])
  const earliest = starts.reduce((first, start) => (start < first ? start : first), starts[0] ?? '')
  if (earliest === '') throw new Refused('bad-value', header.line)
  return earliest
}

function titleOf(header: XmlRecord, summaryName: string): string {
  const title = header.text('Title') || summaryName || header.text('Name').replace(/\.(xml|mpp)$/i, '')
  return title.replace(/\s+/g, ' ').slice(0, MAX_TITLE)
}
