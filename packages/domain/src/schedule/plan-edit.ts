import { endOfBranch, outlined } from './outline'
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

/**
 * The plan with a task more, less or elsewhere; `null` where a task it names is not there. What comes between a task
 * and those below it becomes one of those: nothing is put under another task by an edit that does not name it.
 */
export function withOutlineEdit(plan: Plan, edit: OutlineEdit): Plan | null {
  const before = plan.tasks
  if (edit.kind === 'add-task') {
    if (before.some(({ uid }) => uid === edit.task.uid)) return null
    const tasks = inserted(before, [edit.task], edit.afterUid)
    return tasks && { ...plan, tasks: outlined(tasks, before) }
  }
  const from = before.findIndex(({ uid }) => uid === edit.uid)
  if (from < 0) return null
  const to = endOfBranch(before, from)
  const branch = before.slice(from, to)
  const others = [...before.slice(0, from), ...before.slice(to)]
  if (edit.kind === 'move-task') {
    const moved = atLevel(branch, edit.outlineLevel)
    const tasks = inserted(others, moved, edit.afterUid)
    return tasks && { ...plan, tasks: outlined(tasks, before) }
  }
  const gone = new Set(branch.map(({ uid }) => uid))
  return {
    ...plan,
    tasks: outlined(others, before),
    links: plan.links.filter(({ fromUid, toUid }) => !gone.has(fromUid) && !gone.has(toUid)),
    assignments: plan.assignments.filter(({ taskUid }) => !gone.has(taskUid)),
  }
}

function inserted(tasks: PlanTask[], branch: PlanTask[], afterUid: number | null): PlanTask[] | null {
  const at = afterUid === null ? 0 : tasks.findIndex(({ uid }) => uid === afterUid) + 1
  if (at === 0 && afterUid !== null) return null
  const lowest = tasks[at]?.outlineLevel ?? 1
  const highest = (tasks[at - 1]?.outlineLevel ?? 0) + 1
  const level = Math.min(Math.max(branch[0]!.outlineLevel, lowest), highest)
  return [...tasks.slice(0, at), ...atLevel(branch, level), ...tasks.slice(at)]
}

function atLevel(branch: PlanTask[], level: number): PlanTask[] {
  const deeper = level - branch[0]!.outlineLevel
  return deeper === 0 ? branch : branch.map((task) => ({ ...task, outlineLevel: task.outlineLevel + deeper }))
}
