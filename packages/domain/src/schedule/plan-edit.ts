import type { Plan, PlanLink, PlanTask } from './plan'

/** What an editor does to a plan, one at a time. */
export type PlanEdit =
  | {
      kind: 'change-task'
      uid: number
      change: Partial<Omit<PlanTask, 'uid' | 'outlineLevel' | 'isSummary'>>
    }
  | { kind: 'add-task'; task: PlanTask; afterUid: number | null }
  /** With what hangs below it, and all their links and assignments. */
  | { kind: 'remove-task'; uid: number }
  /** With what hangs below it, to right after another task (`null`: to the top), at that level. */
  | { kind: 'move-task'; uid: number; afterUid: number | null; outlineLevel: number }
  | { kind: 'add-link'; link: PlanLink }
  | { kind: 'remove-link'; fromUid: number; toUid: number }
  /** Calendars, the start, resources, assignments: whatever is not one task's or one link's. */
  | { kind: 'change-plan'; change: Partial<Omit<Plan, 'tasks' | 'links'>> }

export type OutlineEdit = Extract<PlanEdit, { kind: 'add-task' | 'remove-task' | 'move-task' }>

/** The plan with a task more, less or elsewhere; `null` where a task it names is not there. */
export function withOutlineEdit(plan: Plan, edit: OutlineEdit): Plan | null {
  if (edit.kind === 'add-task') {
    if (plan.tasks.some(({ uid }) => uid === edit.task.uid)) return null
    const tasks = inserted(plan.tasks, [edit.task], edit.afterUid)
    return tasks && { ...plan, tasks: withSummaries(tasks) }
  }
  const from = plan.tasks.findIndex(({ uid }) => uid === edit.uid)
  if (from < 0) return null
  const to = endOfBranch(plan.tasks, from)
  const branch = plan.tasks.slice(from, to)
  const others = [...plan.tasks.slice(0, from), ...plan.tasks.slice(to)]
  if (edit.kind === 'move-task') {
    const deeper = edit.outlineLevel - branch[0]!.outlineLevel
    const moved = branch.map((task) => ({ ...task, outlineLevel: task.outlineLevel + deeper }))
    const tasks = inserted(others, moved, edit.afterUid)
    return tasks && { ...plan, tasks: withSummaries(tasks) }
  }
  const gone = new Set(branch.map(({ uid }) => uid))
  return {
    ...plan,
    tasks: withSummaries(others),
    links: plan.links.filter(({ fromUid, toUid }) => !gone.has(fromUid) && !gone.has(toUid)),
    assignments: plan.assignments.filter(({ taskUid }) => !gone.has(taskUid)),
  }
}

/** Index behind the last task that hangs below this one. */
function endOfBranch(tasks: readonly PlanTask[], from: number): number {
  let end = from + 1
  while (end < tasks.length && tasks[end]!.outlineLevel > tasks[from]!.outlineLevel) end++
  return end
}

function inserted(tasks: PlanTask[], added: PlanTask[], afterUid: number | null): PlanTask[] | null {
  const at = afterUid === null ? 0 : tasks.findIndex(({ uid }) => uid === afterUid) + 1
  if (at === 0 && afterUid !== null) return null
  return [...tasks.slice(0, at), ...added, ...tasks.slice(at)]
}

/** What has something below it is a summary, and no level is left out. */
function withSummaries(tasks: PlanTask[]): PlanTask[] {
  let level = 0
  const levelled = tasks.map((task) => {
    level = Math.min(Math.max(1, task.outlineLevel), level + 1)
    return task.outlineLevel === level ? task : { ...task, outlineLevel: level }
  })
  return levelled.map((task, at) => {
    const isSummary = (levelled[at + 1]?.outlineLevel ?? 0) > task.outlineLevel
    return task.isSummary === isSummary ? task : { ...task, isSummary }
  })
}
