import { momentOf, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import type { Plan, PlanAssignment, PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'
import { grouped } from './grouped'
import { momentText } from './msproject-format'
import { calendarElement } from './msproject-write-calendar'
import { taskElement } from './msproject-write-task'
import {
  assignmentElement,
  atUnits,
  nobodysElement,
  resourceElement,
  workedDays,
} from './msproject-write-work'
import type { Stretch } from './msproject-work'
import { outlineNumbers } from './outline-number'
import { withPlanCalendar } from './plan-calendar'
import { splitClocks } from './split-clock'
import { leaves } from './xml-text'

export type WrittenSchedule = { finish: string; tasks: readonly ScheduledTask[] }

/** Project 2010: the first that knows manual and inactive tasks. */
const SAVE_VERSION = 14
const CHUNK_CHARACTERS = 65_536

/**
 * The plan as Microsoft Project's XML (MSPDI), with the dates of its schedule, in pieces of about 64 KiB. Reading it
 * again gives the same plan. Throws RangeError where the schedule is of another plan.
 */
export async function* writeMsProjectXml(
  plan: Plan,
  schedule: WrittenSchedule,
  options: { title: string },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const piece of pieces(plan, schedule, options.title)) {
    text += piece
    if (text.length < CHUNK_CHARACTERS) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

function* pieces(given: Plan, schedule: WrittenSchedule, title: string): Generator<string> {
  const plan = { ...given, ...withPlanCalendar(given.calendars, given.calendarUid) }
  const dates = new Map(schedule.tasks.map((task) => [task.uid, task]))
  const scheduled = (uid: number): ScheduledTask => {
    const found = dates.get(uid)
    if (!found) throw new RangeError(`the schedule has no task ${uid}`)
    return found
  }

  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  yield `<Project xmlns="http://schemas.microsoft.com/project">${header(plan, schedule, title)}\n`
  yield* section('Calendars', plan.calendars.map(calendarElement))
  yield* section('Tasks', taskElements(plan, schedule, scheduled, title))
  yield* section('Resources', plan.resources.map(resourceElement))
  yield* section('Assignments', assignmentElements(plan, scheduled))
  yield '</Project>\n'
}

function* section(name: string, elements: Iterable<string>): Generator<string> {
  yield `<${name}>\n`
  for (const element of elements) yield `${element}\n`
  yield `</${name}>\n`
}

function header(plan: Plan, schedule: WrittenSchedule, title: string): string {
  return leaves([
    ['SaveVersion', SAVE_VERSION],
    ['Name', `${title}.xml`],
    ['Title', title],
    ['ScheduleFromStart', plan.finishesAt === null],
    ['StartDate', momentText(plan.startsAt)],
    ['FinishDate', momentText(plan.finishesAt ?? schedule.finish)],
    ['CriticalSlackLimit', Math.round(plan.criticalFloatMinutes / plan.minutesPerDay)],
    ['CalendarUID', plan.calendarUid],
    ['MinutesPerDay', plan.minutesPerDay],
    ['MinutesPerWeek', plan.minutesPerWeek],
    ['DaysPerMonth', plan.daysPerMonth],
    ['MultipleCriticalPaths', plan.hasSeveralCriticalPaths],
    ['SplitsInProgressTasks', plan.splitsInProgress],
    ['StatusDate', momentText(plan.statusAt)],
  ])
}

function* taskElements(
  plan: Plan,
  schedule: WrittenSchedule,
  scheduled: (uid: number) => ScheduledTask,
  title: string,
): Generator<string> {
  const clockOf = splitClocks(plan, plan.startsAt.slice(0, 10))
  const links = grouped(plan.links, ({ toUid }) => toUid)
  const assignments = grouped(plan.assignments, ({ taskUid }) => taskUid)
  const numbers = outlineNumbers(plan.tasks.map(({ outlineLevel }) => outlineLevel))

  // Project's own row for the whole; left out where a plan has a task of that number.
  if (!plan.tasks.some(({ uid }) => uid === 0)) yield projectRow(plan, schedule, title)
  for (const [at, task] of plan.tasks.entries()) {
    const { start, finish } = scheduled(task.uid)
    const isDatedBelow = task.isSummary && task.manual === null
    yield taskElement(task, scheduled(task.uid), {
      id: at + 1,
      outlineNumber: numbers[at]!,
      durationMinutes: isDatedBelow
        ? Math.max(0, clockOf(task, []).between(momentOf(start), momentOf(finish))) / TENTHS_PER_MINUTE
        : task.durationMinutes,
      workMinutes: (assignments.get(task.uid) ?? []).reduce((sum, { workMinutes }) => sum + workMinutes, 0),
      links: links.get(task.uid) ?? [],
    })
  }
}

function projectRow(plan: Plan, schedule: WrittenSchedule, title: string): string {
  return `<Task>${leaves([
    ['UID', 0],
    ['ID', 0],
    ['Name', title],
    ['IsNull', false],
    ['OutlineNumber', '0'],
    ['OutlineLevel', 0],
    ['Start', momentText(plan.startsAt)],
    ['Finish', momentText(schedule.finish)],
    ['Summary', true],
  ])}</Task>`
}

function* assignmentElements(plan: Plan, scheduled: (uid: number) => ScheduledTask): Generator<string> {
  const clockOf = splitClocks(plan, plan.startsAt.slice(0, 10))
  const tasks = new Map(plan.tasks.map((task) => [task.uid, task]))
  const byTask = grouped(plan.assignments, ({ taskUid }) => taskUid)
  const people = new Set(plan.resources.filter(({ kind }) => kind === 'work').map(({ uid }) => uid))
  const paused = new Map<number, { days: Stretch[]; of: Set<PlanAssignment> }>()
  let nextUid = plan.assignments.reduce((highest, { uid }) => Math.max(highest, uid), 0) + 1

  for (const task of plan.tasks) {
    const all = byTask.get(task.uid) ?? []
    if (task.splits.length === 0 || all.some(({ spread }) => spread !== null)) continue
    const workers = all.filter(({ resourceUid }) => people.has(resourceUid))
    const clock = clockOf(
      task,
      workers.map(({ resourceUid }) => resourceUid),
    )
    const days = workedDays(task, scheduled(task.uid).start, clock)
    paused.set(task.uid, { days, of: new Set(workers) })
  }

  for (const assignment of plan.assignments) {
    const pauses = paused.get(assignment.taskUid)
    const days = pauses?.of.has(assignment) ? atUnits(pauses.days, assignment.unitsPercent) : []
    const stretches = assignment.spread ?? days
    const stoppedAt = tasks.get(assignment.taskUid)?.stoppedAt ?? null
    yield assignmentElement(assignment, scheduled(assignment.taskUid), stretches, stoppedAt)
  }
  for (const [uid, { days, of }] of paused) {
    const task: PlanTask | undefined = tasks.get(uid)
    if (of.size === 0 && task) yield nobodysElement(nextUid++, task, days)
  }
}
