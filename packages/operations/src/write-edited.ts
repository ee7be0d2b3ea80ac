import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import type { ScheduledTask } from '@countersign/domain/schedule/plan'
import { nothingRenamed, type Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { and, eq, inArray } from 'drizzle-orm'
import { teamRoles } from './assign-task'
import { broughtBackBy, hangOnAgain, hungOnRemoved } from './hung-on-removed'
import { notePlanChange } from './note-plan-change'
import { brokenConstraint } from './result'
import type { StoredPlan } from './stored-plan'
import { workspaceOf } from './workspace-of'
import { writeChanges } from './written-plan'

type Edited = {
  projectId: string
  stored: StoredPlan
  edited: { workspace: Workspace; edits: readonly WorkspaceEdit[] }
  dates: readonly ScheduledTask[]
  renamed?: Renamed
  note?: { now?: Date; sent?: { key: string; base: number; renamed: Renamed } }
}

/**
 * Writes an edited plan and says what its number is; null where something else refers to a task that was to go. What
 * hung on what is removed is kept with the edit, and written again where an edit brings it back. A person who comes
 * under the name of one of us is that one.
 */
export async function writeEdited(tx: Tx, { projectId, stored, edited, dates, ...more }: Edited) {
  const { renamed = nothingRenamed, note = {} } = more
  const [before, after] = [workspaceOf(stored), edited.workspace]
  const removed = await hungOnRemoved(tx, projectId, before, after)
  const back = await broughtBackBy(tx, projectId, { before, after, renamed })
  const number = await notePlanChange(tx, { projectId, edits: edited.edits, removed, ...note })
  const staffOf = new Map([...(await ownPeople(tx, before, after)), ...back.staffOf])
  const idOf = new Map(back.tasks.map(({ uid, id }) => [uid, id]))
  try {
    await writeChanges(tx, projectId, stored, after, dates, { idOf, staffOf })
  } catch (error) {
    if (brokenConstraint(error)) return null
    throw error
  }
  await hangOnAgain(tx, projectId, back)
  return number
}

/** Who of us those are that come, by name: nobody where two of us have it. */
async function ownPeople(tx: Tx, before: Workspace, after: Workspace): Promise<Map<number, string>> {
  const known = new Set(before.plan.resources.map(({ uid }) => uid))
  const come = after.plan.resources.filter(({ uid, kind }) => kind === 'work' && !known.has(uid))
  if (come.length === 0) return new Map()
  const people = await tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.isActive, true), inArray(staff.role, [...teamRoles])))
  return new Map(
    come.flatMap(({ uid, name }) => {
      const named = people.filter((each) => each.name.toLowerCase() === name.toLowerCase())
      return named.length === 1 ? [[uid, named[0]!.id] as const] : []
    }),
  )
}
