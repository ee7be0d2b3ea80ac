import { endOfBranch } from '../schedule/outline'
import { ordinaryTask } from '../schedule/ordinary'
import type { Plan, PlanTask } from '../schedule/plan'
import { withOutlineEdit } from '../schedule/plan-edit'
import type { WorkspaceEdit } from './workspace-edit'

type MoveEdit = Extract<WorkspaceEdit, { kind: 'move-task' }>

/** The number of the next new task. */
export function nextTaskUid({ tasks }: Pick<Plan, 'tasks'>): number {
  return tasks.reduce((highest, { uid }) => Math.max(highest, uid), 0) + 1
}

export function newTask(plan: Plan, uid: number, more: Partial<PlanTask> = {}): PlanTask {
  return {
    ...ordinaryTask,
    uid,
    wbs: '',
    name: '',
    outlineLevel: 1,
    isSummary: false,
    isMilestone: false,
    durationMinutes: plan.minutesPerDay,
    isEstimated: true,
    ...more,
  }
}

/** A new task behind a row, on its level, or as the first of what hangs below it; `null` is the top. */
export function insertTask(
  plan: Plan,
  where: { afterUid: number | null; outlineLevel?: number; task?: Partial<PlanTask> },
): { edits: WorkspaceEdit[]; uid: number } {
  const above = plan.tasks.find(({ uid }) => uid === where.afterUid)
  const outlineLevel = where.outlineLevel ?? (above ? above.outlineLevel + (above.isSummary ? 1 : 0) : 1)
  const uid = nextTaskUid(plan)
  const task = newTask(plan, uid, { ...where.task, outlineLevel })
  return { uid, edits: [{ kind: 'add-task', task, afterUid: where.afterUid }] }
}

export function deleteTasks(plan: Plan, uids: readonly number[]): WorkspaceEdit[] {
  return rootsOf(plan, uids).map(({ uid }) => ({ kind: 'remove-task', uid }))
}

/** One level down: each becomes a part of the task before it on its level. The first of its level stays. */
export function indentTasks(plan: Plan, uids: readonly number[]): WorkspaceEdit[] {
  return inTurn(plan, rootsOf(plan, uids), ({ tasks }, at) => {
    const { uid, outlineLevel } = tasks[at]!
    const above = tasks[at - 1]
    if (!above || above.outlineLevel < outlineLevel) return []
    return [{ kind: 'move-task', uid, afterUid: above.uid, outlineLevel: outlineLevel + 1 }]
  })
}

/** One level up, in its row: those that followed it on its level become its own. */
export function outdentTasks(plan: Plan, uids: readonly number[]): WorkspaceEdit[] {
  return inTurn(plan, rootsOf(plan, uids).reverse(), ({ tasks }, at) => {
    const { uid, outlineLevel } = tasks[at]!
    if (outlineLevel === 1) return []
    const end = endOfBranch(tasks, at)
    let groupEnd = end
    while (groupEnd < tasks.length && tasks[groupEnd]!.outlineLevel >= outlineLevel) groupEnd++
    const followers = tasks.slice(end, groupEnd).filter((task) => task.outlineLevel === outlineLevel)
    let afterUid = tasks[groupEnd - 1]!.uid
    // The last of all stays in its row.
    if (groupEnd === end) afterUid = tasks[at - 1]!.uid
    const moves: MoveEdit[] = [{ kind: 'move-task', uid, afterUid, outlineLevel: outlineLevel - 1 }]
    let lastUid = tasks[end - 1]!.uid
    for (const follower of followers) {
      moves.push({ kind: 'move-task', uid: follower.uid, afterUid: lastUid, outlineLevel })
      const from = tasks.indexOf(follower)
      lastUid = tasks[endOfBranch(tasks, from) - 1]!.uid
    }
    return moves
  })
}

/** Past the one before or behind it on its level. */
export function moveTasks(plan: Plan, uids: readonly number[], direction: 'up' | 'down'): WorkspaceEdit[] {
  const roots = rootsOf(plan, uids)
  const chosen = new Set(roots.map(({ uid }) => uid))
  return inTurn(plan, direction === 'up' ? roots : roots.toReversed(), ({ tasks }, at) => {
    const { uid, outlineLevel } = tasks[at]!
    const beside = direction === 'up' ? siblingBefore(tasks, at) : endOfBranch(tasks, at)
    const sibling = beside === null ? undefined : tasks[beside]
    if (!sibling || sibling.outlineLevel !== outlineLevel || chosen.has(sibling.uid)) return []
    const afterUid =
      direction === 'up' ? (tasks[beside! - 1]?.uid ?? null) : tasks[endOfBranch(tasks, beside!) - 1]!.uid
    return [{ kind: 'move-task', uid, afterUid, outlineLevel }]
  })
}

/** To right behind a row, one after the other. Where that row is one of them, or below one, nothing moves. */
export function moveTasksTo(
  plan: Plan,
  uids: readonly number[],
  to: { afterUid: number | null; outlineLevel: number },
): WorkspaceEdit[] {
  const roots = rootsOf(plan, uids)
  const within = roots.some(({ uid }) => {
    const at = plan.tasks.findIndex((task) => task.uid === uid)
    return plan.tasks.slice(at, endOfBranch(plan.tasks, at)).some((task) => task.uid === to.afterUid)
  })
  if (within) return []
  let { afterUid } = to
  return roots.map(({ uid }) => {
    const edit: WorkspaceEdit = { kind: 'move-task', uid, afterUid, outlineLevel: to.outlineLevel }
    const at = plan.tasks.findIndex((task) => task.uid === uid)
    afterUid = plan.tasks[endOfBranch(plan.tasks, at) - 1]!.uid
    return edit
  })
}

/** The chosen tasks in their order, without those that hang below another of them. */
function rootsOf({ tasks }: Plan, uids: readonly number[]): PlanTask[] {
  const chosen = new Set(uids)
  const roots: PlanTask[] = []
  for (let at = 0; at < tasks.length;) {
    if (!chosen.has(tasks[at]!.uid)) at++
    else {
      roots.push(tasks[at]!)
      at = endOfBranch(tasks, at)
    }
  }
  return roots
}

/** Each task's edits on the plan as those before it left it. */
function inTurn(
  plan: Plan,
  roots: readonly PlanTask[],
  editsOf: (plan: Plan, at: number) => MoveEdit[],
): WorkspaceEdit[] {
  let now = plan
  return roots.flatMap(({ uid }) => {
    const edits = editsOf(
      now,
      now.tasks.findIndex((task) => task.uid === uid),
    )
    for (const edit of edits) now = withOutlineEdit(now, edit)!
    return edits
  })
}

function siblingBefore(tasks: readonly PlanTask[], at: number): number | null {
  for (let before = at - 1; before >= 0; before--) {
    if (tasks[before]!.outlineLevel === tasks[at]!.outlineLevel) return before
    if (tasks[before]!.outlineLevel < tasks[at]!.outlineLevel) return null
  }
  return null
}
