import { dayShapesOf, type DayShape } from '../schedule/day-shapes'
import { momentOf, TENTHS_PER_MINUTE } from '../schedule/moment'
import type { OpenSchedule } from '../schedule/open-schedule'
import {
  standardCalendar,
  type Plan,
  type PlanTask,
  type ScheduledTask,
  type WorkInterval,
} from '../schedule/plan'
import { clockOf } from './task-clock'
import type { Span, TimelineLink, TimelinePlan, TimelineRow } from './timeline-plan'

/** The open schedule behind a timeline, read when it draws. */
export type TimelineSource = {
  schedule: Pick<OpenSchedule, 'plan' | 'taskAt'>
  /** What `current()` or the last edit said of the whole. */
  span: Span
  /** The tasks and groups that have a row, in the rows' order. Hand over the same list as long as it is the same. */
  shown: readonly number[]
  /** What stands for several tasks; its number is no task's. */
  groupAt?(id: number): TimelineGroup | undefined
  collapsed: ReadonlySet<number>
  /** The baseline to draw, by its number or as spans by task; `null` for none. */
  baseline: number | ReadonlyMap<number, Span> | null
  /** Where a summary's progress is kept up while its tasks' changes; else it is what the plan says. */
  percentOf?(uid: number): number
  p80: ReadonlyMap<number, number> | null
  showsFloat: boolean
  mayEdit: boolean
  labelOf(uid: number): string
  today: number
}

/** A row of its own over the tasks that something else than the outline puts together. */
export type TimelineGroup = Span & Pick<TimelineRow, 'name' | 'percentDone'>

/** Cheap enough for every frame: what is looked up by number is kept as long as the lists it comes from are the same. */
export function readTimeline(source: TimelineSource): TimelinePlan {
  const { schedule, shown } = source
  const { plan } = schedule
  const rowOf = kept(rowsByList, shown, placesOf)
  const links = kept(linksByList, plan.links, linksByTask)
  const days = kept(daysByPlan, plan.calendars, () => new WorkDays(plan))
  const read = new Map<number, TimelineRow>()
  return {
    ...source.span,
    today: source.today,
    rowCount: shown.length,
    indexOf: (uid) => rowOf.get(uid) ?? -1,
    linksOf: (uid) => links.get(uid) ?? noLinks,
    workOn: (day) => days.on(plan.calendarUid, day),
    row(index) {
      const uid = shown[index]
      if (uid === undefined) throw new RangeError(`no row ${index}`)
      let row = read.get(uid)
      if (!row) read.set(uid, (row = rowAt(source, uid)))
      return row
    },
  }
}

function rowAt(source: TimelineSource, uid: number): TimelineRow {
  const group = source.groupAt?.(uid)
  if (group) return { ...group, ...groupLooks, uid, isCollapsed: source.collapsed.has(uid) }
  const { plan } = source.schedule
  const at = kept(tasksByList, plan.tasks, (tasks) => placesOf(tasks.map((task) => task.uid))).get(uid)
  const task = at === undefined ? undefined : plan.tasks[at]
  const dates = source.schedule.taskAt(uid)
  if (!task || !dates) throw new RangeError(`no task ${uid}`)
  const start = momentOf(dates.start)
  const finish = momentOf(dates.finish)
  const late = source.showsFloat && !task.isSummary ? momentOf(dates.lateFinish) : finish
  const isDone = task.percentComplete >= 100
  const isLeaf = !task.isSummary
  const { mayEdit } = source
  return {
    uid,
    name: task.name,
    kind: task.isSummary ? 'summary' : task.isMilestone ? 'milestone' : 'task',
    start,
    finish,
    pieces: piecesOf(plan, task, dates, { start, finish }),
    percentDone: source.percentOf?.(uid) ?? task.percentComplete,
    isCritical: dates.isCritical,
    isActive: task.isActive,
    isManual: task.manual !== null,
    isCollapsed: source.collapsed.has(uid),
    baseline: baselineOf(task, source.baseline),
    p80: isDone ? null : (source.p80?.get(uid) ?? null),
    floatTo: late > finish && !isDone ? late : null,
    deadline: task.deadline === null ? null : momentOf(task.deadline),
    label: source.labelOf(uid),
    may: {
      move: mayEdit && isLeaf && task.actualStart === null,
      resize: mayEdit && isLeaf && !task.isMilestone && !isDone,
      progress: mayEdit && isLeaf && !task.isMilestone && task.isActive,
      link: mayEdit,
    },
  }
}

/** Nothing of a group is its own: it is looked at, and changed by what is in it. */
const groupLooks = {
  kind: 'summary',
  pieces: null,
  isCritical: false,
  isActive: true,
  isManual: false,
  baseline: null,
  p80: null,
  floatTo: null,
  deadline: null,
  label: '',
  may: { move: false, resize: false, progress: false, link: false },
} as const

function baselineOf(task: PlanTask, which: TimelineSource['baseline']): Span | null {
  if (which !== null && typeof which !== 'number') return which.get(task.uid) ?? null
  const baseline = task.baselines.find((kept) => kept.number === which)
  if (!baseline?.start || !baseline.finish) return null
  return { start: momentOf(baseline.start), finish: momentOf(baseline.finish) }
}

/** A pause is counted in working time; what was done before a break in the work stays where it was done. */
function piecesOf(plan: Plan, task: PlanTask, dates: ScheduledTask, whole: Span): Span[] | null {
  if (task.isSummary) return null
  if (task.stoppedAt && task.resumesAt && task.percentComplete > 0 && task.percentComplete < 100) {
    const [stopped, resumes] = [momentOf(task.stoppedAt), momentOf(task.resumesAt)]
    if (stopped > whole.start && resumes > stopped && resumes < whole.finish)
      return [
        { start: whole.start, finish: stopped },
        { start: resumes, finish: whole.finish },
      ]
  }
  if (task.splits.length === 0) return null
  const clock = clockOf(plan, task)
  const begun = clock.workAt(momentOf(dates.start))
  const pieces: Span[] = []
  let start = whole.start
  let paused = 0
  for (const { afterMinutes, gapMinutes } of task.splits) {
    const done = begun + paused + afterMinutes * TENTHS_PER_MINUTE
    paused += gapMinutes * TENTHS_PER_MINUTE
    const finish = clock.earliestAt(done)
    if (finish >= whole.finish) break
    if (finish > start) pieces.push({ start, finish })
    start = clock.latestAt(begun + paused + afterMinutes * TENTHS_PER_MINUTE)
  }
  if (start < whole.finish) pieces.push({ start, finish: whole.finish })
  return pieces.length > 1 ? pieces : null
}

const DAYS_AT_ONCE = 512

/** The working hours of the project's calendar, some hundred days at a time. */
class WorkDays {
  readonly #plan: Pick<Plan, 'calendars'>
  readonly #read = new Map<string, (readonly WorkInterval[])[]>()

  constructor(plan: Pick<Plan, 'calendars'>) {
    this.#plan = plan
  }

  on(calendarUid: number | null, day: number): readonly WorkInterval[] {
    const part = Math.floor(day / DAYS_AT_ONCE)
    const key = `${calendarUid} ${part}`
    let days = this.#read.get(key)
    if (!days) this.#read.set(key, (days = this.#over(calendarUid, part * DAYS_AT_ONCE)))
    return days[day - part * DAYS_AT_ONCE]!
  }

  #over(calendarUid: number | null, from: number): (readonly WorkInterval[])[] {
    const calendars = new Map(this.#plan.calendars.map((calendar) => [calendar.uid, calendar]))
    const calendar = calendars.get(calendarUid ?? NaN) ?? standardCalendar
    const span = { from, to: from + DAYS_AT_ONCE - 1 }
    return dayShapesOf(calendar, calendars).over(span).map(intervalsOf)
  }
}

function intervalsOf(shape: DayShape): WorkInterval[] {
  return shape.map(({ from, to }) => ({
    fromMinute: from / TENTHS_PER_MINUTE,
    toMinute: to / TENTHS_PER_MINUTE,
  }))
}

const noLinks: readonly TimelineLink[] = []
const rowsByList = new WeakMap<object, Map<number, number>>()
const tasksByList = new WeakMap<object, Map<number, number>>()
const linksByList = new WeakMap<object, Map<number, TimelineLink[]>>()
const daysByPlan = new WeakMap<object, WorkDays>()

function kept<Key extends object, Value>(by: WeakMap<object, Value>, key: Key, make: (key: Key) => Value) {
  let value = by.get(key)
  if (value === undefined) by.set(key, (value = make(key)))
  return value
}

function placesOf(uids: readonly number[]): Map<number, number> {
  return new Map(uids.map((uid, at) => [uid, at]))
}

function linksByTask(links: readonly TimelineLink[]): Map<number, TimelineLink[]> {
  const byTask = new Map<number, TimelineLink[]>()
  const add = (uid: number, link: TimelineLink) => {
    const known = byTask.get(uid)
    if (known) known.push(link)
    else byTask.set(uid, [link])
  }
  for (const link of links) {
    add(link.fromUid, link)
    add(link.toUid, link)
  }
  return byTask
}
