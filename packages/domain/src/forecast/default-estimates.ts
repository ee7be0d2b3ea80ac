import { estimateFromSlips, type EstimateSource } from '../baseline/slip-history'
import type { Plan, PlanTask } from '../schedule/plan'
import type { Estimate } from './estimate'

/** An estimate for every task that is still to be done and takes time, from the organisation's slips. */
export function defaultEstimates(
  plan: Plan,
  slips: readonly number[],
): { taskUid: number; estimate: Estimate; source: EstimateSource }[] {
  return leavesOf(plan)
    .filter((task) => task.isActive && task.durationMinutes > 0 && task.percentComplete < 100)
    .map(({ uid, durationMinutes }) => ({ taskUid: uid, ...estimateFromSlips(slips, durationMinutes) }))
}

/** Work packages by the outline: the tasks right below one summary are late together. */
export function packagesOf(plan: Plan, correlation: number): { taskUids: number[]; correlation: number }[] {
  const packages = new Map<number, number[]>()
  const open: PlanTask[] = []
  const leaves = new Set(leavesOf(plan))
  for (const task of plan.tasks) {
    while (open.length > 0 && open.at(-1)!.outlineLevel >= task.outlineLevel) open.pop()
    const above = open.at(-1)
    if (above && leaves.has(task)) {
      const known = packages.get(above.uid)
      if (known) known.push(task.uid)
      else packages.set(above.uid, [task.uid])
    }
    open.push(task)
  }
  return [...packages.values()]
    .filter((taskUids) => taskUids.length > 1)
    .map((taskUids) => ({ taskUids, correlation }))
}

function leavesOf({ tasks }: Plan): PlanTask[] {
  return tasks.filter((task, at) => (tasks[at + 1]?.outlineLevel ?? 0) <= task.outlineLevel)
}
