import type { Tx } from '@countersign/db/connect'
import { planEdits } from '@countersign/db/tables/plan-edits'
import type { Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'

type PlanChange = {
  projectId: string
  /** Absent is the database's own. */
  now?: Date
  /** What was done to the plan; absent where edits do not say it, and who has the plan open reads it anew. */
  edits?: readonly WorkspaceEdit[]
  /** Of edits that were sent: by which key, made on which revision, and under which new numbers they were saved. */
  sent?: { key: string; base: number; renamed: Renamed }
  /** What hung on what the edits remove. */
  removed?: object | null
}

/**
 * Gives a change of a plan its number, for those who have the plan open. Before anything of the plan is written: what
 * this transaction writes to it afterwards is this change. In whose name it is, the database says.
 */
export async function notePlanChange(tx: Tx, { projectId, now, edits, sent, removed }: PlanChange) {
  const [row] = await tx
    .insert(planEdits)
    .values({
      projectId,
      edits: edits ?? null,
      key: sent?.key ?? null,
      madeOn: sent?.base ?? null,
      renamed: sent?.renamed ?? null,
      removed: removed ?? null,
      ...(now && { savedAt: now }),
    })
    .returning({ number: planEdits.number })
  return row!.number
}
