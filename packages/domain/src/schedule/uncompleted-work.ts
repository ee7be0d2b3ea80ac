import type { LocalDateTime } from '../calendar-day'
import type { Plan, ScheduledTask } from './plan'

/**
 * The plan with nothing left to do before a moment, as in Project's "reschedule uncompleted work": what has begun goes
 * on then, with a pause before; what should have begun starts no earlier. Tasks that a person dates and those that a
 * constraint holds to a date stay. `tasks` are the plan's dates as they are, in its order.
 */
export function withUncompletedWorkAfter(
  plan: Plan,
  tasks: readonly Pick<ScheduledTask, 'start' | 'finish'>[],
  at: LocalDateTime,
): Plan {
  return {
    ...plan,
    statusAt: at,
    tasks: plan.tasks.map((task, index) => {
      const { start } = tasks[index]!
      const isDone = task.actualFinish !== null || task.percentComplete >= 100
      if (task.isSummary || !task.isActive || task.manual || isDone || start >= at) return task
      if (task.actualStart !== null) {
        const resumes = task.resumesAt !== null && task.resumesAt > at ? task.resumesAt : at
        return { ...task, resumesAt: resumes }
      }
      const { type } = task.constraint
      const isHeld = type !== 'ASAP' && type !== 'ALAP' && type !== 'SNET'
      return isHeld ? task : { ...task, constraint: { type: 'SNET', at } }
    }),
  }
}
