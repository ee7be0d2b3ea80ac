import { tasks } from '@countersign/db/tables/plan'
import type { PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'
import { wholeTask } from '@countersign/domain/schedule/ordinary'

type TaskRow = typeof tasks.$inferSelect
/** A task's columns that hold what the plan says; what the scheduler says, and whose row it is, stand in others. */
type PlannedColumns = Omit<
  TaskRow,
  'id' | 'projectId' | 'position' | 'milestoneKind' | keyof ReturnType<typeof datesRow>
>
/** A planned task as its columns. */
export function taskRow(task: PlanTask): PlannedColumns {
  const { manual, constraint, deadline, actualStart, actualFinish, ...rest } = task
  const { uid, wbs, name, note, outlineLevel, isSummary, isMilestone, durationMinutes, ...more } = rest
  const { isElapsed, isActive, calendarUid, percentComplete, remainingMinutes, ...carried } = more
  return {
    uid,
    wbs,
    name,
    note,
    outlineLevel,
    isSummary,
    isMilestone,
    durationMinutes,
    isElapsed,
    isActive,
    isManual: manual !== null,
    manualStartLocal: manual?.start ?? null,
    manualFinishLocal: manual?.finish ?? null,
    constraintType: constraint.type,
    constraintLocal: constraint.at,
    deadlineLocal: deadline,
    calendarUid,
    percentComplete,
    actualStartLocal: actualStart,
    actualFinishLocal: actualFinish,
    remainingMinutes,
    carried,
  }
}

/** The columns read back: the same task as was written. */
export function taskOf(row: PlannedColumns): PlanTask {
  const carried = row.carried as Partial<PlanTask>
  return wholeTask({
    uid: row.uid,
    wbs: row.wbs,
    name: row.name,
    note: row.note,
    outlineLevel: row.outlineLevel,
    isSummary: row.isSummary,
    isMilestone: row.isMilestone,
    durationMinutes: row.durationMinutes,
    isElapsed: row.isElapsed,
    isEstimated: carried.isEstimated,
    durationUnit: carried.durationUnit,
    isActive: row.isActive,
    manual: row.isManual ? { start: row.manualStartLocal, finish: row.manualFinishLocal } : null,
    type: carried.type,
    isEffortDriven: carried.isEffortDriven,
    constraint: { type: row.constraintType, at: row.constraintLocal },
    deadline: row.deadlineLocal,
    calendarUid: row.calendarUid,
    ignoresResourceCalendars: carried.ignoresResourceCalendars,
    levellingDelayMinutes: carried.levellingDelayMinutes,
    splits: carried.splits,
    percentComplete: row.percentComplete,
    actualStart: row.actualStartLocal,
    actualFinish: row.actualFinishLocal,
    remainingMinutes: row.remainingMinutes,
    stoppedAt: carried.stoppedAt,
    resumesAt: carried.resumesAt,
    priority: carried.priority,
    baselines: carried.baselines,
  })
}

/** What the scheduler said of a task, as its columns. */
export function datesRow(dates: ScheduledTask) {
  return {
    startsLocal: dates.start,
    finishesLocal: dates.finish,
    earlyStartLocal: dates.earlyStart,
    earlyFinishLocal: dates.earlyFinish,
    lateStartLocal: dates.lateStart,
    lateFinishLocal: dates.lateFinish,
    isCritical: dates.isCritical,
    totalFloatMinutes: dates.totalFloatMinutes,
    freeFloatMinutes: dates.freeFloatMinutes,
    driver: dates.driver,
  }
}
