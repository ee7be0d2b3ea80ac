import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'

/**
 * Slack in minutes as the file that the plan came from would state it. Project states minutes. MPXJ, through which
 * .mpp files become XML, reads slack in the unit of the task's duration, with the project's own hours a day, and writes
 * a day as eight hours whatever the project says: in a project of 17.5 hours a day four hours become 1 h 50 min.
 */
export function slackAsWritten(
  read: { plan: Plan; isWrittenByProject: boolean },
  task: Pick<PlanTask, 'durationUnit' | 'isElapsed'>,
  minutes: number,
): number {
  if (read.isWrittenByProject || task.isElapsed) return minutes
  const { minutesPerDay, minutesPerWeek, daysPerMonth } = read.plan
  const [written, meant] = {
    minutes: [1, 1],
    hours: [60, 60],
    days: [480, minutesPerDay],
    weeks: [2_400, minutesPerWeek],
    months: [9_600, minutesPerDay * daysPerMonth],
  }[task.durationUnit] as [number, number]
  return meant > 0 ? Math.round((minutes / meant) * written * 10) / 10 : minutes
}
