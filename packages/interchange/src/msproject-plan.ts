import type { LocalDateTime } from '@countersign/domain/calendar-day'
import {
  standardCalendar,
  type Plan,
  type PlanAssignment,
  type PlanLink,
  type PlanResource,
  type PlanTask,
} from '@countersign/domain/schedule/plan'
import type { FileCalendar } from './msproject-calendar'
import type { XmlRecord } from './msproject-record'
import { withSplits } from './msproject-splits'
import type { FileLink, FileTask } from './msproject-task'
import type { FileAssignment } from './msproject-work'
import type { NotUnderstoodList } from './not-understood'
import { outlineNumbers } from './outline-number'
import { withPlanCalendar } from './plan-calendar'
import { Refused } from './refused'

/** What was read, before its parts are fitted together. */
export type ProjectFile = {
  header: XmlRecord | null
  /** Name of the task that Project keeps for the whole project, number 0. */
  summaryName: string
  calendars: Map<number, FileCalendar>
  tasks: Map<number, FileTask>
  links: FileLink[]
  resources: Map<number, PlanResource & { line: number }>
  assignments: FileAssignment[]
  isWrittenByProject: boolean
}

const MAX_TITLE = 255
const MINUTES_PER_DAY = 480
const MINUTES_PER_WEEK = 2400
const DAYS_PER_MONTH = 20
const MAX_UID = 2_147_483_647
/** The resource without a name that Project gives every file: nobody, too. */
const NAMELESS = 0

/** The plan in the file's order. */
export function planFrom(file: ProjectFile, notes: NotUnderstoodList): { plan: Plan; title: string } {
  const { header } = file
  if (!header) throw new Refused('not-ms-project')
  if (file.tasks.size === 0) throw new Refused('no-tasks')

  const projectCalendar = header.integer('CalendarUID', -MAX_UID, MAX_UID) ?? -1
  const calendarUid = file.calendars.has(projectCalendar) ? projectCalendar : null
  if (calendarUid === null && projectCalendar >= 0)
    notes.add('calendar-missing', header.line, header.text('Name'))
  const minutesPerDay = header.integer('MinutesPerDay', 0, 1440) || MINUTES_PER_DAY
  const fromFinish = header.text('ScheduleFromStart') === '0'
  const plan: Plan = {
    startsAt: startOf(header, file.tasks),
    finishesAt: fromFinish ? finishOf(header) : null,
    statusAt: header.moment('StatusDate'),
    minutesPerDay,
    minutesPerWeek: header.integer('MinutesPerWeek', 0, 10_080) || MINUTES_PER_WEEK,
    daysPerMonth: header.integer('DaysPerMonth', 0, 31) || DAYS_PER_MONTH,
    criticalFloatMinutes: (header.integer('CriticalSlackLimit', -10_000, 10_000) ?? 0) * minutesPerDay,
    hasSeveralCriticalPaths: header.flag('MultipleCriticalPaths'),
    splitsInProgress: header.flag('SplitsInProgressTasks'),
    ...calendarsOf(file, calendarUid, notes),
    tasks: tasksOf(file, notes),
    links: linksOf(file, notes),
    resources: resourcesOf(file, notes),
    assignments: assignmentsOf(file, notes),
  }
  return { plan: withSplits(plan, file.assignments), title: titleOf(header, file.summaryName) }
}

/** A summary is what has something below it, whatever the file's flag says. */
function tasksOf(file: ProjectFile, notes: NotUnderstoodList): PlanTask[] {
  let level = 0
  const read = [...file.tasks.values()].map((task) => {
    level = Math.min(Math.max(1, task.outlineLevel), level + 1)
    return { task, level }
  })
  const numbers = outlineNumbers(read.map((one) => one.level))
  return read.map(({ task, level: outlineLevel }, at) => {
    const isSummary = (read[at + 1]?.level ?? 0) > outlineLevel
    const { line, hasDuration, isExternal: _external, fileStart: _start, ...planned } = task
    const isKnown = planned.calendarUid === null || file.calendars.has(planned.calendarUid)
    if (!isKnown) notes.add('calendar-missing', line, planned.name)
    if (!isSummary && !hasDuration) notes.add('duration-missing', line, planned.name)
    const isDatedBelow = isSummary && planned.manual === null
    const durationMinutes = isDatedBelow ? 0 : planned.durationMinutes
    return {
      ...planned,
      wbs: planned.wbs || numbers[at]!,
      outlineLevel,
      isSummary,
      isMilestone: !isSummary && (planned.isMilestone || durationMinutes === 0),
      durationMinutes,
      isElapsed: !isDatedBelow && planned.isElapsed,
      remainingMinutes: isDatedBelow ? null : planned.remainingMinutes,
      calendarUid: isKnown ? planned.calendarUid : null,
    }
  })
}

function linksOf(file: ProjectFile, notes: NotUnderstoodList): PlanLink[] {
  const seen = new Set<string>()
  const links: PlanLink[] = []
  for (const { line, isCrossProject, ...link } of file.links) {
    const name = file.tasks.get(link.toUid)?.name ?? ''
    const from = file.tasks.get(link.fromUid)
    const pair = `${link.fromUid} ${link.toUid}`
    if (isCrossProject && !from?.isExternal) notes.add('cross-project-link', line, name)
    else if (!from) notes.add('link-to-missing-task', line, name, String(link.fromUid))
    else if (seen.has(pair)) notes.add('duplicate-link', line, name, from.name)
    else {
      seen.add(pair)
      links.push(link)
    }
  }
  return links
}

/** What is derived from a calendar that the file has not, is derived from none. Every plan has a calendar of its own. */
function calendarsOf(
  file: ProjectFile,
  calendarUid: number | null,
  notes: NotUnderstoodList,
): Pick<Plan, 'calendars' | 'calendarUid'> {
  const calendars = [...file.calendars.values()].map(({ line, ...calendar }) => {
    if (calendar.derivedFrom === null || file.calendars.has(calendar.derivedFrom)) return calendar
    notes.add('calendar-missing', line, calendar.name)
    const week = calendar.week.map((day, weekday) => day ?? standardCalendar.week[weekday]!)
    return { ...calendar, derivedFrom: null, week }
  })
  return withPlanCalendar(calendars, calendarUid)
}

function resourcesOf(file: ProjectFile, notes: NotUnderstoodList): PlanResource[] {
  return [...file.resources.values()].map(({ line, ...resource }) => {
    if (resource.calendarUid === null || file.calendars.has(resource.calendarUid)) return resource
    notes.add('calendar-missing', line, resource.name)
    return { ...resource, calendarUid: null }
  })
}

function assignmentsOf(file: ProjectFile, notes: NotUnderstoodList): PlanAssignment[] {
  const taken = new Set<number>()
  const drawn = new Set(file.assignments.filter(isDrawn).map(({ taskUid }) => taskUid))
  let next = file.assignments.reduce((highest, { uid }) => Math.max(highest, uid ?? 0), 0) + 1
  return file.assignments.flatMap((assignment) => {
    const { line, what, isNobodys, stretches, uid, ...rest } = assignment
    if (isNobodys) return []
    const task = file.tasks.get(rest.taskUid)
    const resource = file.resources.get(rest.resourceUid)
    if (rest.resourceUid === NAMELESS && !resource) return []
    if (!task || !resource) {
      notes.add('assignment-ignored', line, task?.name ?? resource?.name ?? what)
      return []
    }
    const own = uid === null || taken.has(uid) ? next++ : uid
    taken.add(own)
    return [{ uid: own, ...rest, spread: drawn.has(rest.taskUid) && stretches.length > 0 ? stretches : null }]
  })
}

/** Where one person's work lies by date, that of the others on the task does too: pauses alone cannot say it. */
function isDrawn({ contour, stretches }: FileAssignment): boolean {
  return contour !== 'flat' && stretches.length > 0
}

function startOf(header: XmlRecord, tasks: ReadonlyMap<number, FileTask>): LocalDateTime {
  const stated = header.moment('StartDate')
  if (stated) return stated
  const starts = [...tasks.values()].flatMap((task) => task.fileStart ?? [])
  const earliest = starts.reduce((first, start) => (start < first ? start : first), starts[0] ?? '')
  if (earliest !== '') return earliest
  const finish = header.moment('FinishDate')
  if (!finish) throw new Refused('bad-value', header.line, header.what())
  return finish
}

function finishOf(header: XmlRecord): LocalDateTime {
  const finish = header.moment('FinishDate')
  if (!finish) throw header.refused('bad-value', 'FinishDate')
  return finish
}

function titleOf(header: XmlRecord, summaryName: string): string {
  const title = header.text('Title') || summaryName || header.text('Name').replace(/\.(xml|mpp)$/i, '')
  return title.replace(/\s+/g, ' ').slice(0, MAX_TITLE)
}
