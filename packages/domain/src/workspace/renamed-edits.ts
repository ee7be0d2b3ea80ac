import type { WorkspaceEdit } from './workspace-edit'

/** New numbers for what two managers gave the same one: from, to. */
export type Renamed = {
  tasks: [from: number, to: number][]
  assignments: [from: number, to: number][]
  resources: [from: number, to: number][]
}

export const nothingRenamed: Renamed = { tasks: [], assignments: [], resources: [] }

/** The same edits under the new numbers: for what is still to be sent, and for what undo and redo hold. */
export function renamedEdits(edits: readonly WorkspaceEdit[], renamed: Renamed): WorkspaceEdit[] {
  if (renamed.tasks.length + renamed.assignments.length + renamed.resources.length === 0) return [...edits]
  const by = (pairs: readonly [number, number][]) => {
    const map = new Map(pairs)
    return <Uid extends number | null>(uid: Uid) => (map.get(uid as number) ?? uid) as Uid
  }
  const task = by(renamed.tasks)
  const work = by(renamed.assignments)
  const person = by(renamed.resources)
  const link = <Ends extends { fromUid: number; toUid: number }>(ends: Ends): Ends => ({
    ...ends,
    fromUid: task(ends.fromUid),
    toUid: task(ends.toUid),
  })
  const part = <Part extends { uid: number; taskUid: number; resourceUid: number }>(each: Part): Part => ({
    ...each,
    uid: work(each.uid),
    taskUid: task(each.taskUid),
    resourceUid: person(each.resourceUid),
  })
  return edits.map((edit): WorkspaceEdit => {
    switch (edit.kind) {
      case 'change-task':
      case 'set-milestone-kind':
        return { ...edit, uid: task(edit.uid) }
      case 'add-task':
        return {
          ...edit,
          afterUid: task(edit.afterUid),
          task: { ...edit.task, uid: task(edit.task.uid) },
        }
      case 'remove-task': {
        const { was } = edit
        if (!was) return { ...edit, uid: task(edit.uid) }
        const kinds = Object.entries(was.milestoneKinds)
        return {
          ...edit,
          uid: task(edit.uid),
          was: {
            afterUid: task(was.afterUid),
            tasks: was.tasks.map((each) => ({ ...each, uid: task(each.uid) })),
            milestoneKinds: Object.fromEntries(kinds.map(([uid, kind]) => [task(Number(uid)), kind])),
            links: was.links.map(link),
            assignments: was.assignments.map(part),
          },
        }
      }
      case 'move-task':
        return { ...edit, uid: task(edit.uid), afterUid: task(edit.afterUid) }
      case 'reorder':
        return { ...edit, outline: edit.outline.map(([uid, level]) => [task(uid), level]) }
      case 'add-link':
      case 'change-link':
        return { ...edit, link: link(edit.link) }
      case 'remove-link':
        return link(edit)
      case 'set-assignment':
        return { ...edit, assignment: part(edit.assignment) }
      case 'remove-assignment':
        return { ...edit, uid: work(edit.uid) }
      case 'set-resource':
        return { ...edit, resource: { ...edit.resource, uid: person(edit.resource.uid) } }
      case 'remove-resource':
        return { ...edit, uid: person(edit.uid) }
      case 'change-plan':
        return edit
    }
  })
}
