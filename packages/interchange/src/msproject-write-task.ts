import type {
  DurationUnit,
  PlanLink,
  PlanTask,
  ScheduledTask,
  TaskBaseline,
} from '@countersign/domain/schedule/plan'
import { durationText, momentText, tenthsOf } from './msproject-format'
import { CONSTRAINTS, LINK_TYPES, remainingMinutes, TASK_TYPES } from './msproject-task'
import { element, leaves } from './xml-text'

const UNIT_FORMAT: Record<DurationUnit, number> = { minutes: 3, hours: 5, days: 7, weeks: 9, months: 11 }
const ESTIMATED = 32
/** Lags are shown in days, or in per cent. */
const FORMAT = { working: 7, elapsed: 8, percent: 19, 'elapsed-percent': 20 } as const

export type TaskPlace = {
  id: number
  outlineNumber: string
  /** A summary lasts as long as what is below it; a task as long as it says. */
  durationMinutes: number
  workMinutes: number
  links: readonly PlanLink[]
}

/** One `Task` element, in the order of the schema, with the dates of the schedule. */
export function taskElement(task: PlanTask, scheduled: ScheduledTask, place: TaskPlace): string {
  const { durationMinutes } = place
  const { manual, percentComplete } = task
  const left = task.remainingMinutes ?? remainingMinutes(durationMinutes, percentComplete)
  // Without dates of its own a task that is dated by hand shows none: Project would take them for the person's.
  const isUndated = manual !== null && manual.start === null && manual.finish === null
  return element(
    'Task',
    leaves([
      ['UID', task.uid],
      ['ID', place.id],
      ['Name', task.name],
      ['Active', task.isActive],
      ['Manual', manual !== null],
      ['Type', TASK_TYPES.indexOf(task.type)],
      ['IsNull', false],
      ['WBS', task.wbs],
      ['OutlineNumber', place.outlineNumber],
      ['OutlineLevel', task.outlineLevel],
      ['Priority', task.priority],
      ['Start', isUndated ? null : momentText(scheduled.start)],
      ['Finish', isUndated ? null : momentText(scheduled.finish)],
      ['Duration', durationText(durationMinutes)],
      ['ManualStart', manual && momentText(manual.start)],
      ['ManualFinish', manual && momentText(manual.finish)],
      ['ManualDuration', manual && durationText(durationMinutes)],
      ['DurationFormat', durationFormat(task)],
      ['Work', durationText(place.workMinutes)],
      ['Stop', momentText(task.stoppedAt)],
      ['Resume', momentText(task.resumesAt)],
      ['ResumeValid', task.resumesAt !== null],
      ['EffortDriven', task.isEffortDriven],
      ['Recurring', false],
      ['Estimated', task.isEstimated],
      ['Milestone', task.isMilestone],
      ['Summary', task.isSummary],
      ['Critical', scheduled.isCritical],
      ['IsSubproject', false],
      ['ExternalTask', false],
      ['EarlyStart', momentText(scheduled.earlyStart)],
      ['EarlyFinish', momentText(scheduled.earlyFinish)],
      ['LateStart', momentText(scheduled.lateStart)],
      ['LateFinish', momentText(scheduled.lateFinish)],
      ['FreeSlack', tenthsOf(scheduled.freeFloatMinutes)],
      ['TotalSlack', tenthsOf(scheduled.totalFloatMinutes)],
      ['PercentComplete', percentComplete],
      ['ActualStart', momentText(task.actualStart)],
      ['ActualFinish', momentText(task.actualFinish)],
      ['ActualDuration', durationText(Math.max(0, durationMinutes - left))],
      ['RemainingDuration', durationText(left)],
      ['ConstraintType', CONSTRAINTS.indexOf(task.constraint.type)],
      ['CalendarUID', task.calendarUid ?? -1],
      ['ConstraintDate', momentText(task.constraint.at)],
      ['Deadline', momentText(task.deadline)],
      ['LevelingDelay', tenthsOf(task.levellingDelayMinutes)],
      ['LevelingDelayFormat', FORMAT.elapsed],
      ['IgnoreResourceCalendar', task.ignoresResourceCalendars],
      ['Notes', task.note],
    ]),
    ...place.links.map(linkElement),
    ...task.baselines.map((baseline) => baselineElement(baseline, task)),
  )
}

/** One more is elapsed, 32 more is a guess. */
function durationFormat({ durationUnit, isElapsed, isEstimated }: PlanTask): number {
  return UNIT_FORMAT[durationUnit] + (isElapsed ? 1 : 0) + (isEstimated ? ESTIMATED : 0)
}

function linkElement(link: PlanLink): string {
  const isPercent = link.lagUnit === 'percent' || link.lagUnit === 'elapsed-percent'
  return element(
    'PredecessorLink',
    leaves([
      ['PredecessorUID', link.fromUid],
      ['Type', LINK_TYPES.indexOf(link.type)],
      ['CrossProject', false],
      ['LinkLag', isPercent ? link.lag : tenthsOf(link.lag)],
      ['LagFormat', FORMAT[link.lagUnit]],
    ]),
  )
}

function baselineElement(baseline: TaskBaseline, task: PlanTask): string {
  return element(
    'Baseline',
    leaves([
      ['Number', baseline.number],
      ['Start', momentText(baseline.start)],
      ['Finish', momentText(baseline.finish)],
      ['Duration', baseline.durationMinutes === null ? null : durationText(baseline.durationMinutes)],
      ['DurationFormat', durationFormat(task)],
      ['Work', baseline.workMinutes === null ? null : durationText(baseline.workMinutes)],
    ]),
  )
}
