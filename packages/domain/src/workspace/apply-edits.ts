import { isSameValue } from '../plan-merge/same-value'
import type { OpenSchedule } from '../schedule/open-schedule'
import { endOfBranch, outlined } from '../schedule/outline'
import type { Plan, PlanAssignment, PlanLink, PlanTask } from '../schedule/plan'
import { withOutlineEdit } from '../schedule/plan-edit'
import type { ScheduleRefusal } from '../schedule/refusal'
import type { MilestoneKind, Workspace } from './workspace'
import type { EditRefusal, RemovedBranch, TaskChange, WorkspaceEdit } from './workspace-edit'

export type Edited = {
  ok: true
  workspace: Workspace
  /** As given, with what was removed filled in. */
  edits: WorkspaceEdit[]
  /** Applied to the outcome they give back what was. */
  inverse: WorkspaceEdit[]
}

type Step = { ok: true; workspace: Workspace; edit: WorkspaceEdit; inverse: WorkspaceEdit[] } | EditRefusal

/** What a list of edits makes of a plan, all of them or, where one is refused, none. Dates are not looked at. */
export function withEdits(workspace: Workspace, edits: readonly WorkspaceEdit[]): Edited | EditRefusal {
  let now = workspace
  const done: WorkspaceEdit[] = []
  const inverses: WorkspaceEdit[][] = []
  for (const edit of edits) {
    const step = withEdit(now, edit)
    if (!step.ok) return step
    now = step.workspace
    done.push(step.edit)
    inverses.push(step.inverse)
  }
  return { ok: true, workspace: now, edits: done, inverse: inverses.reverse().flat() }
}

const MOST_FOLLOWED = 40

/**
 * Edits a plan and its open schedule alike. A few changes of tasks and links are followed through the network, more of
 * them and tasks that come, go or move cost one full pass together. A refusal changes neither.
 */
export function applyEdits(
  schedule: OpenSchedule,
  workspace: Workspace,
  edits: readonly WorkspaceEdit[],
): (Edited & { changedUids: number[] }) | EditRefusal | ScheduleRefusal {
  const edited = withEdits(workspace, edits)
  if (!edited.ok) return edited
  const isFollowed = edits.length <= MOST_FOLLOWED && edits.every(({ kind }) => followed.has(kind))
  if (!isFollowed) {
    const answer = schedule.replaceWith(edited.workspace.plan)
    return answer.ok ? { ...edited, changedUids: answer.changedUids } : (answer as ScheduleRefusal)
  }
  const changed = new Set<number>()
  for (const edit of edits) {
    for (const small of engineEdits(edit)) {
      const answer = schedule.apply(small)
      if (!answer.ok) {
        schedule.replaceWith(workspace.plan)
        return answer as ScheduleRefusal
      }
      for (const uid of answer.changedUids) changed.add(uid)
    }
  }
  return { ...edited, changedUids: [...changed] }
}

const followed: ReadonlySet<WorkspaceEdit['kind']> = new Set([
  'change-task',
  'add-link',
  'change-link',
  'remove-link',
  'set-milestone-kind',
])

function engineEdits(edit: WorkspaceEdit) {
  switch (edit.kind) {
    case 'change-task':
    case 'add-link':
    case 'remove-link':
      return [edit]
    case 'change-link': {
      const { fromUid, toUid } = edit.link
      return [
        { kind: 'remove-link' as const, fromUid, toUid },
        { kind: 'add-link' as const, link: edit.link },
      ]
    }
    default:
      return []
  }
}

function withEdit(workspace: Workspace, edit: WorkspaceEdit): Step {
  const { plan } = workspace
  switch (edit.kind) {
    case 'change-task':
      return withTaskChange(workspace, edit.uid, edit.change)
    case 'add-task':
    case 'remove-task':
    case 'move-task':
    case 'reorder':
      return withOutline(workspace, edit)
    case 'add-link': {
      const why = whyNotLink(plan, edit.link)
      if (why) return why
      const { fromUid, toUid } = edit.link
      return step(workspace, { links: [...plan.links, edit.link] }, edit, [
        { kind: 'remove-link', fromUid, toUid },
      ])
    }
    case 'change-link': {
      const at = linkAt(plan, edit.link)
      if (at < 0) return unknownLink(plan, edit.link)
      const links = [...plan.links.slice(0, at), ...plan.links.slice(at + 1), edit.link]
      return step(workspace, { links }, edit, [{ kind: 'change-link', link: plan.links[at]! }])
    }
    case 'remove-link': {
      const at = linkAt(plan, edit)
      if (at < 0) return unknownLink(plan, edit)
      const links = [...plan.links.slice(0, at), ...plan.links.slice(at + 1)]
      return step(workspace, { links }, edit, [{ kind: 'add-link', link: plan.links[at]! }])
    }
    case 'set-assignment':
      return withAssignment(workspace, edit.assignment)
    case 'remove-assignment': {
      const gone = plan.assignments.find(({ uid }) => uid === edit.uid)
      if (!gone) return refusal('unknown-assignment', String(edit.uid))
      const assignments = plan.assignments.filter((each) => each !== gone)
      return step(workspace, { assignments }, edit, [{ kind: 'set-assignment', assignment: gone }])
    }
    case 'set-resource': {
      const known = plan.resources.find(({ uid }) => uid === edit.resource.uid)
      const resources = known
        ? plan.resources.map((each) => (each === known ? edit.resource : each))
        : [...plan.resources, edit.resource]
      return step(workspace, { resources }, edit, [
        known
          ? { kind: 'set-resource', resource: known }
          : { kind: 'remove-resource', uid: edit.resource.uid },
      ])
    }
    case 'remove-resource': {
      const gone = plan.resources.find(({ uid }) => uid === edit.uid)
      if (!gone) return refusal('unknown-resource', String(edit.uid))
      if (plan.assignments.some(({ resourceUid }) => resourceUid === gone.uid))
        return refusal('resource-in-use', gone.name)
      const resources = plan.resources.filter((each) => each !== gone)
      return step(workspace, { resources }, { ...edit, was: gone }, [
        { kind: 'set-resource', resource: gone },
      ])
    }
    case 'set-milestone-kind': {
      const task = plan.tasks.find(({ uid }) => uid === edit.uid)
      if (!task) return refusal('unknown-task', String(edit.uid))
      if (!task.isMilestone) return refusal('not-a-milestone', task.name)
      const milestoneKind = workspace.milestoneKinds[edit.uid] ?? 'delivery'
      const milestoneKinds = withKind(workspace.milestoneKinds, edit.uid, edit.milestoneKind)
      const inverse = [{ kind: 'set-milestone-kind' as const, uid: edit.uid, milestoneKind }]
      return { ok: true, workspace: { plan, milestoneKinds }, edit, inverse }
    }
    case 'change-plan': {
      const was = Object.fromEntries(
        Object.keys(edit.change).map((key) => [key, plan[key as keyof Plan]]),
      ) as Partial<Plan>
      return step(workspace, edit.change, edit, [{ kind: 'change-plan', change: was }])
    }
  }
}

function step(
  workspace: Workspace,
  change: Partial<Plan>,
  edit: WorkspaceEdit,
  inverse: WorkspaceEdit[],
): Step {
  return { ok: true, workspace: { ...workspace, plan: { ...workspace.plan, ...change } }, edit, inverse }
}

function refusal(why: EditRefusal['why'], ...names: string[]): EditRefusal {
  return { ok: false, why, names }
}

function withTaskChange(workspace: Workspace, uid: number, change: TaskChange): Step {
  const { plan } = workspace
  const at = plan.tasks.findIndex((task) => task.uid === uid)
  if (at < 0) return refusal('unknown-task', String(uid))
  const task = plan.tasks[at]!
  const { outlineLevel, isSummary } = task
  const tasks = plan.tasks.slice()
  tasks[at] = { ...task, ...change, uid, outlineLevel, isSummary }
  const was = Object.fromEntries(
    Object.keys(change).map((key) => [key, task[key as keyof PlanTask]]),
  ) as TaskChange
  const inverse: WorkspaceEdit[] = [{ kind: 'change-task', uid, change: was }]
  const kind = workspace.milestoneKinds[uid]
  // What is no milestone any more is none of any kind.
  const isKindGone = kind !== undefined && !tasks[at]!.isMilestone
  if (isKindGone) inverse.push({ kind: 'set-milestone-kind', uid, milestoneKind: kind })
  return {
    ok: true,
    workspace: {
      plan: { ...plan, tasks },
      milestoneKinds: isKindGone
        ? withKind(workspace.milestoneKinds, uid, 'delivery')
        : workspace.milestoneKinds,
    },
    edit: { kind: 'change-task', uid, change },
    inverse,
  }
}

type OutlineEdit = Extract<WorkspaceEdit, { kind: 'add-task' | 'remove-task' | 'move-task' | 'reorder' }>

function withOutline(workspace: Workspace, edit: OutlineEdit): Step {
  const { plan } = workspace
  const { tasks } = plan
  if (edit.kind === 'reorder') {
    const back: WorkspaceEdit = {
      kind: 'reorder',
      outline: tasks.map(({ uid, outlineLevel }) => [uid, outlineLevel]),
    }
    return mended(workspace, { ...plan, tasks: reordered(tasks, edit.outline) }, edit, [back])
  }
  const { afterUid = null } = edit as { afterUid?: number | null }
  if (afterUid !== null && !tasks.some(({ uid }) => uid === afterUid))
    return refusal('unknown-task', String(afterUid))
  if (edit.kind === 'add-task') {
    const { uid } = edit.task
    if (tasks.some((task) => task.uid === uid)) return refusal('known-task', edit.task.name)
    return mended(workspace, withOutlineEdit(plan, edit)!, edit, [{ kind: 'remove-task', uid }])
  }
  const from = tasks.findIndex(({ uid }) => uid === edit.uid)
  if (from < 0) return refusal('unknown-task', String(edit.uid))
  const branch = tasks.slice(from, endOfBranch(tasks, from))
  const aboveUid = tasks[from - 1]?.uid ?? null
  if (edit.kind === 'move-task') {
    if (branch.some(({ uid }) => uid === edit.afterUid)) return refusal('into-itself', branch[0]!.name)
    const { outlineLevel } = branch[0]!
    const back: WorkspaceEdit = { kind: 'move-task', uid: edit.uid, afterUid: aboveUid, outlineLevel }
    return mended(workspace, withOutlineEdit(plan, edit)!, edit, [back])
  }
  const was = removedBranch(workspace, branch, aboveUid)
  const without = { ...edit, was }
  return mended(workspace, withOutlineEdit(plan, edit)!, without, broughtBack(was, was.afterUid))
}

function removedBranch(
  { plan, milestoneKinds }: Workspace,
  tasks: PlanTask[],
  afterUid: number | null,
): RemovedBranch {
  const gone = new Set(tasks.map(({ uid }) => uid))
  return {
    afterUid,
    tasks,
    milestoneKinds: Object.fromEntries(
      Object.entries(milestoneKinds).filter(([uid]) => gone.has(Number(uid))),
    ),
    links: plan.links.filter(({ fromUid, toUid }) => gone.has(fromUid) || gone.has(toUid)),
    assignments: plan.assignments.filter(({ taskUid }) => gone.has(taskUid)),
  }
}

/** What puts a removed branch back behind that task. */
export function broughtBack(was: RemovedBranch, afterUid: number | null): WorkspaceEdit[] {
  return [
    ...was.tasks.map((task, at): WorkspaceEdit => {
      return { kind: 'add-task', task, afterUid: at === 0 ? afterUid : was.tasks[at - 1]!.uid }
    }),
    ...Object.entries(was.milestoneKinds).map(([uid, milestoneKind]): WorkspaceEdit => {
      return { kind: 'set-milestone-kind', uid: Number(uid), milestoneKind }
    }),
    ...was.links.map((link): WorkspaceEdit => ({ kind: 'add-link', link })),
    ...was.assignments.map((assignment): WorkspaceEdit => ({ kind: 'set-assignment', assignment })),
  ]
}

/**
 * The plan in its new order. Codes and progress that the way back would not restore by itself are said in the inverse:
 * a task that was a summary for a while comes back as it was.
 */
function mended(workspace: Workspace, plan: Plan, edit: WorkspaceEdit, back: WorkspaceEdit[]): Step {
  const kept = new Set(plan.tasks.map(({ uid }) => uid))
  const milestoneKinds =
    edit.kind === 'remove-task'
      ? Object.fromEntries(Object.entries(workspace.milestoneKinds).filter(([uid]) => kept.has(Number(uid))))
      : workspace.milestoneKinds
  const before = new Map(workspace.plan.tasks.map((task) => [task.uid, task]))
  const inverse = [...back]
  const returned = tasksAfter(plan, back)
  for (const task of returned) {
    const was = before.get(task.uid)
    if (was && was !== task && !isSameValue(was, task)) {
      // A summary's progress is that of its tasks.
      const change = task.isSummary ? withoutProgress(changeFrom(task, was)) : changeFrom(task, was)
      if (Object.keys(change).length > 0) inverse.push({ kind: 'change-task', uid: task.uid, change })
    }
  }
  return { ok: true, workspace: { plan, milestoneKinds }, edit, inverse }
}

function tasksAfter(plan: Plan, back: readonly WorkspaceEdit[]): PlanTask[] {
  let now = plan
  for (const edit of back) {
    if (edit.kind === 'reorder') now = { ...now, tasks: reordered(now.tasks, edit.outline) }
    else if (edit.kind === 'add-task' || edit.kind === 'remove-task' || edit.kind === 'move-task')
      now = withOutlineEdit(now, edit) ?? now
  }
  return now.tasks
}

/** The fields of one task that the other has otherwise, but for its place. */
export function changeFrom(task: PlanTask, wanted: PlanTask): TaskChange {
  const changed = Object.entries(wanted).filter(
    ([key, value]) => !fixed.has(key) && !isSameValue(task[key as keyof PlanTask], value),
  )
  return Object.fromEntries(changed)
}

function withoutProgress(change: TaskChange): TaskChange {
  return Object.fromEntries(Object.entries(change).filter(([key]) => !progressFields.has(key)))
}

/** What says how far a task is: of a summary its tasks do. */
export const progressFields: ReadonlySet<string> = new Set<keyof TaskChange>([
  'percentComplete',
  'actualStart',
  'actualFinish',
  'remainingMinutes',
  'stoppedAt',
  'resumesAt',
])

const fixed: ReadonlySet<string> = new Set(['uid', 'outlineLevel', 'isSummary', 'baselines'])

function reordered(tasks: PlanTask[], outline: readonly [uid: number, outlineLevel: number][]): PlanTask[] {
  const byUid = new Map(tasks.map((task) => [task.uid, task]))
  const named = new Set(outline.map(([uid]) => uid))
  const behind = new Map<number | null, PlanTask[]>()
  let above: number | null = null
  for (const task of tasks) {
    if (named.has(task.uid)) above = task.uid
    else behind.set(above, [...(behind.get(above) ?? []), task])
  }
  const ordered = outline.flatMap(([uid, outlineLevel]) => {
    const task = byUid.get(uid)
    byUid.delete(uid)
    return task ? [{ ...task, outlineLevel }, ...(behind.get(uid) ?? [])] : (behind.get(uid) ?? [])
  })
  return outlined([...(behind.get(null) ?? []), ...ordered], tasks)
}

function withAssignment(workspace: Workspace, assignment: PlanAssignment): Step {
  const { plan } = workspace
  const { uid, taskUid, resourceUid } = assignment
  const task = plan.tasks.find((each) => each.uid === taskUid)
  if (!task) return refusal('unknown-task', String(taskUid))
  const resource = plan.resources.find((each) => each.uid === resourceUid)
  if (!resource) return refusal('unknown-resource', String(resourceUid))
  const known = plan.assignments.find((each) => each.uid === uid)
  if (
    plan.assignments.some(
      (each) => each !== known && each.taskUid === taskUid && each.resourceUid === resourceUid,
    )
  )
    return refusal('known-assignment', task.name, resource.name)
  const assignments = known
    ? plan.assignments.map((each) => (each === known ? assignment : each))
    : [...plan.assignments, assignment]
  return step(workspace, { assignments }, { kind: 'set-assignment', assignment }, [
    known ? { kind: 'set-assignment', assignment: known } : { kind: 'remove-assignment', uid },
  ])
}

function whyNotLink(plan: Plan, link: PlanLink): EditRefusal | null {
  const [from, to] = [link.fromUid, link.toUid].map((uid) => plan.tasks.find((task) => task.uid === uid))
  if (!from || !to) return refusal('unknown-task', String(from ? link.toUid : link.fromUid))
  if (from === to) return refusal('self-link', from.name)
  return linkAt(plan, link) >= 0 ? refusal('known-link', from.name, to.name) : null
}

function linkAt(plan: Plan, { fromUid, toUid }: Pick<PlanLink, 'fromUid' | 'toUid'>): number {
  return plan.links.findIndex((link) => link.fromUid === fromUid && link.toUid === toUid)
}

function unknownLink(plan: Plan, { fromUid, toUid }: Pick<PlanLink, 'fromUid' | 'toUid'>): EditRefusal {
  const nameOf = (uid: number) => plan.tasks.find((task) => task.uid === uid)?.name ?? String(uid)
  return refusal('unknown-link', nameOf(fromUid), nameOf(toUid))
}

function withKind(kinds: Workspace['milestoneKinds'], uid: number, kind: MilestoneKind) {
  const { [uid]: _, ...others } = kinds
  return kind === 'delivery' ? others : { ...others, [uid]: kind }
}
