import { momentOf, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { grouped } from './grouped'
import { joined, type FileAssignment } from './msproject-work'
import { splitClocks } from './split-clock'

/**
 * The pauses of tasks, which the file tells only by where their assignments have work. A hole between two stretches is
 * a pause if those who do the task could have worked in it, unless it is where progress stopped and goes on.
 */
export function withSplits(plan: Plan, assignments: readonly FileAssignment[]): Plan {
  const byTask = grouped(
    assignments.filter(({ stretches }) => stretches.length > 0),
    ({ taskUid }) => taskUid,
  )
  if (byTask.size === 0) return plan
  const clockOf = splitClocks(plan, plan.startsAt.slice(0, 10))

  function splitsOf(task: PlanTask): PlanTask['splits'] {
    const parts = byTask.get(task.uid) ?? []
    if (parts.length === 0 || task.isSummary || task.isElapsed) return []
    const busy = joined(
      parts.flatMap(({ stretches }) => stretches).toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    )
    if (busy.length < 2) return []
    const resourceUids = parts.map(({ resourceUid }) => resourceUid)
    const clock = clockOf(task, resourceUids)
    const working = (from: string, to: string) =>
      clock.between(momentOf(from), momentOf(to)) / TENTHS_PER_MINUTE

    const splits: PlanTask['splits'] = []
    let afterMinutes = 0
    for (const [at, stretch] of busy.entries()) {
      const next = busy[at + 1]
      if (!next) break
      afterMinutes += working(stretch.start, stretch.finish)
      const gapMinutes = working(stretch.finish, next.start)
      if (gapMinutes > 0 && !isProgress(task, stretch.finish, next.start))
        splits.push({ afterMinutes, gapMinutes })
    }
    return splits
  }

  return {
    ...plan,
    tasks: plan.tasks.map((task) => (byTask.has(task.uid) ? { ...task, splits: splitsOf(task) } : task)),
  }
}

function isProgress({ stoppedAt, resumesAt }: PlanTask, from: string, to: string): boolean {
  return stoppedAt !== null && resumesAt !== null && from >= stoppedAt && to <= resumesAt
}
