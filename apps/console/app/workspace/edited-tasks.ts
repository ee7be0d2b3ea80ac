import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'

/** The uids of the tasks whose rows an edit is about. */
export function editedTasks(edit: WorkspaceEdit): number[] {
  switch (edit.kind) {
    case 'add-task':
      return [edit.task.uid]
    case 'change-task':
    case 'remove-task':
    case 'move-task':
    case 'set-milestone-kind':
      return [edit.uid]
    case 'add-link':
    case 'change-link':
      return [edit.link.toUid]
    case 'remove-link':
      return [edit.toUid]
    case 'set-assignment':
      return [edit.assignment.taskUid]
    default:
      return []
  }
}
