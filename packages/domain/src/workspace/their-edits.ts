import type { PlanAssignment, PlanLink, PlanResource } from '../schedule/plan'
import { conflictField, type ConflictField } from './conflict'
import type { MilestoneKind, Workspace } from './workspace'
import type { RemovedBranch, TaskChange, WorkspaceEdit } from './workspace-edit'

/** What others did, to be asked about one's own edits. The last word of each counts. */
export type TheirEdits = {
  /** Fields that they changed, by task. */
  fields: Map<number, Set<ConflictField>>
  removed: Map<number, { rootUid: number; was: RemovedBranch }>
  added: Set<number>
  moved: Set<number>
  links: Map<string, PlanLink | null>
  assignments: Map<number, PlanAssignment | null>
  resources: Map<number, PlanResource | null>
  kinds: Map<number, MilestoneKind>
}

export function linkKey({ fromUid, toUid }: { fromUid: number; toUid: number }): string {
  return `${fromUid}-${toUid}`
}

export function theirEdits(edits: readonly WorkspaceEdit[]): TheirEdits {
  const their: TheirEdits = {
    fields: new Map(),
    removed: new Map(),
    added: new Set(),
    moved: new Set(),
    links: new Map(),
    assignments: new Map(),
    resources: new Map(),
    kinds: new Map(),
  }
  for (const edit of edits) note(their, edit)
  return their
}

function note(their: TheirEdits, edit: WorkspaceEdit): void {
  switch (edit.kind) {
    case 'change-task':
      return noteFields(their, edit.uid, edit.change)
    case 'add-task': {
      their.added.add(edit.task.uid)
      their.removed.delete(edit.task.uid)
      return
    }
    case 'remove-task': {
      const { uid: rootUid, was = emptyBranch } = edit
      for (const uid of [rootUid, ...was.tasks.map((task) => task.uid)]) {
        their.removed.set(uid, { rootUid, was })
        their.added.delete(uid)
      }
      return
    }
    case 'move-task':
      their.moved.add(edit.uid)
      return
    case 'add-link':
    case 'change-link':
      their.links.set(linkKey(edit.link), edit.link)
      return
    case 'remove-link':
      their.links.set(linkKey(edit), null)
      return
    case 'set-assignment':
      their.assignments.set(edit.assignment.uid, edit.assignment)
      return
    case 'remove-assignment':
      their.assignments.set(edit.uid, null)
      return
    case 'set-resource':
      their.resources.set(edit.resource.uid, edit.resource)
      return
    case 'remove-resource':
      their.resources.set(edit.uid, null)
      return
    case 'set-milestone-kind':
      their.kinds.set(edit.uid, edit.milestoneKind)
      return
    case 'reorder':
    case 'change-plan':
      return
  }
}

function noteFields(their: TheirEdits, uid: number, change: TaskChange): void {
  const fields = their.fields.get(uid) ?? new Set()
  for (const field of Object.keys(change)) fields.add(conflictField(field))
  their.fields.set(uid, fields)
}

const emptyBranch: RemovedBranch = {
  afterUid: null,
  tasks: [],
  milestoneKinds: {},
  links: [],
  assignments: [],
}

/** Whether they touched one of these tasks, or put something among them. */
export function touchesAny(their: TheirEdits, uids: ReadonlySet<number>, now: Workspace): boolean {
  const isAmong = (uid: number) => uids.has(uid)
  const links = [...their.links].some(([key, link]) => {
    if (!link) return false
    const isThere = now.plan.links.some((each) => linkKey(each) === key)
    return isThere && (uids.has(link.fromUid) || uids.has(link.toUid))
  })
  const work = [...their.assignments.values()].some((each) => each !== null && uids.has(each.taskUid))
  return (
    links ||
    work ||
    [...their.fields.keys(), ...their.added, ...their.moved, ...their.kinds.keys()].some(isAmong)
  )
}
