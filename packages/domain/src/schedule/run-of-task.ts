import type { Contour, Plan, PlanAssignment, PlanResource, PlanTask } from './plan'
import type { PlanCalendars } from './plan-calendars'
import type { PartRun, TaskRun } from './task-run'
import { tenthsOf } from './moment'
import type { WorkingTime } from './working-time'

type Around = {
  plan: Plan
  calendars: PlanCalendars
  assignmentsOf: ReadonlyMap<number, PlanAssignment[]>
  resources: ReadonlyMap<number, PlanResource>
}

/** The share of its full rate at which work goes on the average, by the tenths of its time that Microsoft documents. */
const RATE: Record<Contour, number> = {
  flat: 1,
  'back-loaded': 0.6,
  'front-loaded': 0.6,
  'double-peak': 0.5,
  'early-peak': 0.5,
  'late-peak': 0.5,
  bell: 0.5,
  turtle: 0.7,
  contoured: 1,
}

/**
 * A task ends when its last assignment ends. Where all who work on it keep the same hours that is its duration on
 * those, unless some begin later than others; else each part takes its work at its units on its own calendar. A fixed duration asks nobody's calendar.
 */
export function runOf(around: Around, task: number, calendar: WorkingTime): TaskRun {
  const given = around.plan.tasks[task]!
  const pauses = given.splits.reduce((sum, { gapMinutes }) => sum + gapMinutes, 0)
  const span = tenthsOf(given.durationMinutes + pauses)
  const remaining = tenthsOf(remainingMinutesOf(given))
  if (given.isElapsed) return { calendar: around.calendars.wall, span, remaining, parts: null }
  if (given.type === 'fixed-duration' || span === 0) return { calendar, span, remaining, parts: null }
  const driving = drivingAssignments(around, given)
  const [first] = driving
  if (!first) return { calendar, span, remaining, parts: null }
  const isStaggered = driving.some(({ assignment }) => delayOf(assignment) > 0)
  // What has begun goes on as its duration says.
  if (
    (!isStaggered || given.actualStart !== null) &&
    driving.every((part) => part.calendar === first.calendar)
  )
    return { calendar: first.calendar, span, remaining, parts: null }
  return { calendar, span, remaining, parts: driving.map((part) => partOf(part, tenthsOf(pauses))) }
}

function remainingMinutesOf({ remainingMinutes, durationMinutes, percentComplete }: PlanTask): number {
  return Math.max(0, remainingMinutes ?? (durationMinutes * (100 - percentComplete)) / 100)
}

type Driving = { assignment: PlanAssignment; calendar: WorkingTime }

function drivingAssignments(around: Around, task: PlanTask): Driving[] {
  const all = around.assignmentsOf.get(task.uid)
  if (!all) return []
  return all.flatMap((assignment) => {
    const resource = around.resources.get(assignment.resourceUid)
    if (resource?.kind !== 'work' || !(assignment.workMinutes > 0) || !(assignment.unitsPercent > 0))
      return []
    const calendar = task.ignoresResourceCalendars
      ? around.calendars.ofTask(task.calendarUid)
      : around.calendars.ofPart(task.calendarUid, resource.calendarUid)
    return [{ assignment, calendar }]
  })
}

function partOf({ assignment, calendar }: Driving, pauses: number): PartRun {
  const rate = (assignment.unitsPercent / 100) * RATE[assignment.contour ?? 'flat']
  return {
    calendar,
    delay: tenthsOf(delayOf(assignment)),
    span: Math.max(1, tenthsOf(assignment.workMinutes / rate) + pauses),
    isOpen: assignment.remainingWorkMinutes > 0,
  }
}

/** An assignment's levelling delay is working time as its other one is, though a task's runs on the wall. */
export function delayOf({ delayMinutes, levellingDelayMinutes }: PlanAssignment): number {
  return delayMinutes + levellingDelayMinutes
}
