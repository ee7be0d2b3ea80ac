import { isSameValue } from '../plan-merge/same-value'
import type { PlanLink } from '../schedule/plan'
import { changeFrom, withEdits } from './apply-edits'
import { milestoneKindOf, type Workspace } from './workspace'
import type { PlanSettings, WorkspaceEdit } from './workspace-edit'

/** What has to be done to one plan to have the other. Rows are the same where their number is. */
export function editsBetween(before: Workspace, after: Workspace): WorkspaceEdit[] {
  const edits: WorkspaceEdit[] = []
  let now = before
  const go = (more: WorkspaceEdit[]) => {
    const step = withEdits(now, more)
    if (!step.ok) throw new Error(`${step.why}: ${step.names.join(', ')}`)
    edits.push(...step.edits)
    now = step.workspace
  }
  go(settingsBetween(now, after))
  go(removedAssignments(now, after))
  go(resourcesBetween(now, after))
  go(removedLinks(now, after))
  go(addedTasks(now, after))
  if (!isSameOutline(now, after)) go([orderOf(now, after)])
  const stays = new Set(after.plan.tasks.map(({ uid }) => uid))
  // From the end: what hangs below is gone before its summary is.
  for (const { uid } of now.plan.tasks.filter((task) => !stays.has(task.uid)).reverse())
    go([{ kind: 'remove-task', uid }])
  go(changedTasks(now, after))
  go(changedKinds(now, after))
  go(addedLinks(now, after))
  go(setAssignments(now, after))
  return edits
}

function settingsBetween({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const { tasks: _tasks, links: _links, resources: _people, assignments: _work, ...wanted } = after.plan
  const changed = Object.entries(wanted).filter(
    ([key, value]) => !isSameValue(plan[key as keyof PlanSettings], value),
  )
  return changed.length > 0 ? [{ kind: 'change-plan', change: Object.fromEntries(changed) }] : []
}

function resourcesBetween({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const known = new Map(plan.resources.map((each) => [each.uid, each]))
  const stays = new Set(after.plan.resources.map(({ uid }) => uid))
  const inUse = new Set(plan.assignments.map(({ resourceUid }) => resourceUid))
  return [
    ...plan.resources
      .filter(({ uid }) => !stays.has(uid) && !inUse.has(uid))
      .map(({ uid }): WorkspaceEdit => ({ kind: 'remove-resource', uid })),
    ...after.plan.resources
      .filter((each) => !isSameValue(known.get(each.uid), each))
      .map((resource): WorkspaceEdit => ({ kind: 'set-resource', resource })),
  ]
}

function removedAssignments({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const stays = new Map(after.plan.assignments.map((each) => [each.uid, each]))
  return plan.assignments
    .filter(({ uid, taskUid, resourceUid }) => {
      const wanted = stays.get(uid)
      return !wanted || wanted.taskUid !== taskUid || wanted.resourceUid !== resourceUid
    })
    .map(({ uid }): WorkspaceEdit => ({ kind: 'remove-assignment', uid }))
}

function setAssignments({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const known = new Map(plan.assignments.map((each) => [each.uid, each]))
  return after.plan.assignments
    .filter((each) => !isSameValue(known.get(each.uid), each))
    .map((assignment): WorkspaceEdit => ({ kind: 'set-assignment', assignment }))
}

function addedTasks({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const known = new Set(plan.tasks.map(({ uid }) => uid))
  let afterUid = plan.tasks.at(-1)?.uid ?? null
  return after.plan.tasks
    .filter(({ uid }) => !known.has(uid))
    .map((task): WorkspaceEdit => {
      const edit: WorkspaceEdit = { kind: 'add-task', task, afterUid }
      afterUid = task.uid
      return edit
    })
}

function isSameOutline({ plan }: Workspace, after: Workspace): boolean {
  const stays = new Set(after.plan.tasks.map(({ uid }) => uid))
  const now = plan.tasks.filter(({ uid }) => stays.has(uid))
  return now.every(({ uid, outlineLevel }, at) => {
    const wanted = after.plan.tasks[at]
    return wanted?.uid === uid && wanted.outlineLevel === outlineLevel
  })
}

/** Those that go stand at the end, where nothing hangs below them. */
function orderOf({ plan }: Workspace, after: Workspace): WorkspaceEdit {
  const stays = new Set(after.plan.tasks.map(({ uid }) => uid))
  const outline = after.plan.tasks.map(({ uid, outlineLevel }): [number, number] => [uid, outlineLevel])
  const goes = plan.tasks.filter(({ uid }) => !stays.has(uid)).map(({ uid }): [number, number] => [uid, 1])
  return { kind: 'reorder', outline: [...outline, ...goes] }
}

function changedTasks({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const wanted = new Map(after.plan.tasks.map((task) => [task.uid, task]))
  return plan.tasks.flatMap((task): WorkspaceEdit[] => {
    const change = changeFrom(task, wanted.get(task.uid)!)
    return Object.keys(change).length > 0 ? [{ kind: 'change-task', uid: task.uid, change }] : []
  })
}

function changedKinds(now: Workspace, after: Workspace): WorkspaceEdit[] {
  return after.plan.tasks
    .filter(
      ({ uid, isMilestone }) => isMilestone && milestoneKindOf(now, uid) !== milestoneKindOf(after, uid),
    )
    .map(({ uid }) => ({ kind: 'set-milestone-kind', uid, milestoneKind: milestoneKindOf(after, uid) }))
}

const pair = ({ fromUid, toUid }: PlanLink) => `${fromUid} ${toUid}`

function removedLinks({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const stays = new Set(after.plan.links.map(pair))
  return plan.links
    .filter((link) => !stays.has(pair(link)))
    .map(({ fromUid, toUid }): WorkspaceEdit => ({ kind: 'remove-link', fromUid, toUid }))
}

function addedLinks({ plan }: Workspace, after: Workspace): WorkspaceEdit[] {
  const known = new Map(plan.links.map((link) => [pair(link), link]))
  return after.plan.links.flatMap((link): WorkspaceEdit[] => {
    const was = known.get(pair(link))
    if (!was) return [{ kind: 'add-link', link }]
    return isSameValue(was, link) ? [] : [{ kind: 'change-link', link }]
  })
}
