import { isSameValue } from '../plan-merge/same-value'
import { ordinaryTask, wholeTask } from '../schedule/ordinary'
import { outlineNumbers } from '../schedule/outline'
import type { Plan, PlanLink, PlanTask } from '../schedule/plan'

/** A task without what every new task is, and without a code that its place gives. */
export type CompactTask = Pick<PlanTask, 'uid' | 'name' | 'durationMinutes'> & Partial<PlanTask>
type CompactLink = [from: number, to: number, ...rest: (string | number)[]]
/** A plan without what goes without saying: about a third of the bytes, and what compresses well. */
export type CompactPlan = Omit<Plan, 'tasks' | 'links'> & { tasks: CompactTask[]; links: CompactLink[] }

const ordinary: Record<string, unknown> = {
  ...ordinaryTask,
  outlineLevel: 1,
  isSummary: false,
  isMilestone: false,
}

export function compactPlan(plan: Plan): CompactPlan {
  const numbers = outlineNumbers(plan.tasks)
  return {
    ...plan,
    tasks: plan.tasks.map((task, at) => {
      const said = Object.entries(task).filter(
        ([key, value]) =>
          !(key in ordinary && isSameValue(ordinary[key], value)) &&
          !(key === 'wbs' && value === numbers[at]),
      )
      return Object.fromEntries(said) as CompactTask
    }),
    links: plan.links.map(({ fromUid, toUid, type, lag, lagUnit }) => {
      if (lagUnit !== 'working') return [fromUid, toUid, type, lag, lagUnit]
      return lag !== 0
        ? [fromUid, toUid, type, lag]
        : type !== 'FS'
          ? [fromUid, toUid, type]
          : [fromUid, toUid]
    }),
  }
}

export function planFrom(compact: CompactPlan): Plan {
  const levels = compact.tasks.map(({ outlineLevel = 1 }) => ({ outlineLevel }))
  const numbers = outlineNumbers(levels)
  return {
    ...compact,
    tasks: compact.tasks.map((task, at) => {
      const { wbs = numbers[at]!, outlineLevel = 1, isSummary = false, isMilestone = false } = task
      return wholeTask({ ...task, wbs, outlineLevel, isSummary, isMilestone })
    }),
    links: compact.links.map(([fromUid, toUid, type = 'FS', lag = 0, lagUnit = 'working']) => {
      return { fromUid, toUid, type, lag, lagUnit } as PlanLink
    }),
  }
}
