import { tasks } from '@countersign/db/tables/plan'
import type { PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'
import { ordinaryTask } from '@countersign/domain/schedule/ordinary'

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
  return {
    ...ordinaryTask,
    ...(row.carried as Partial<PlanTask>),
    uid: row.uid,
    wbs: row.wbs,
    name: row.name,
    note: row.note,
    outlineLevel: row.outlineLevel,
    isSummary: row.isSummary,
    isMilestone: row.isMilestone,
    durationMinutes: row.durationMinutes,
    isElapsed: row.isElapsed,
    isActive: row.isActive,
    manual: row.isManual ? { start: row.manualStartLocal, finish: row.manualFinishLocal } : null,
    constraint: { type: row.constraintType, at: row.constraintLocal },
    deadline: row.deadlineLocal,
    calendarUid: row.calendarUid,
    percentComplete: row.percentComplete,
    actualStart: row.actualStartLocal,
    actualFinish: row.actualFinishLocal,
    remainingMinutes: row.remainingMinutes,
  }
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
