import type { Tx } from '@countersign/db/connect'
import { planEdits } from '@countersign/db/tables/plan-edits'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { withEdits } from '@countersign/domain/workspace/apply-edits'
import type { Choices, Conflict } from '@countersign/domain/workspace/conflict'
import { rebase } from '@countersign/domain/workspace/rebase'
import type { Renamed } from '@countersign/domain/workspace/renamed-edits'
import { whyNotEdit, whyNotOnSummary, type BadEdit } from '@countersign/domain/workspace/why-not-edit'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { hangingOn } from './plan-to-merge'
import { planEditsSince, type Revision } from './plan-edits-since'
import { refused, undoneIfRefused } from './result'
import { storedPlan } from './stored-plan'
import { workspaceOf } from './workspace-of'
import { writeEdited } from './write-edited'

type Sent = {
  projectId: string
  /** The sender's own for these edits: sent again, they are saved once. */
  key: string
  /** The revision of the plan that they were made on. */
  base: number
  edits: readonly WorkspaceEdit[]
  /** Whose word holds, by the key of the conflict. */
  choices?: Choices
  now: Date
}

export type Saved = {
  ok: true
  revision: number
  /** As they were done to the plan that others had changed meanwhile. */
  edits: WorkspaceEdit[]
  renamed: Renamed
  /** What others saved between `base` and this. */
  others: Revision[]
}

/**
 * Saves what a manager edited. What others saved meanwhile stays: where both touched the same, nothing is written until
 * somebody said by name whose word holds. A value or a plan that cannot be is refused as a whole.
 */
export async function savePlanEdits(tx: Tx, { projectId, key, base, edits, choices, now }: Sent) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const known = await savedBefore(tx, projectId, key)
  if (known) return known
  const [stored, others] = await Promise.all([
    storedPlan(tx, projectId),
    planEditsSince(tx, { projectId, since: base }),
  ])
  const { revision } = stored!
  if (base > revision) return { ...refused('reload'), revision }
  if (others.some((each) => each.edits === null)) return { ...refused('reload'), revision }
  const workspace = workspaceOf(stored!)
  const theirs = others.flatMap((each) => each.edits!)
  const rebased = rebase({ mine: edits, others: theirs, now: workspace, choices })
  if (!rebased.ok && 'conflicts' in rebased)
    return { ...refused('conflicts'), conflicts: rebased.conflicts as Conflict[], others, revision }
  if (!rebased.ok) return rebased.refused
  const bad = badEdit(workspace, rebased.edits)
  if (bad) return { ...refused('bad-value'), bad }
  const schedule = schedulePlan(rebased.workspace.plan)
  if (!schedule.ok) return schedule
  const inUse = await whyNotRemovable(tx, projectId, workspace, rebased.workspace)
  if (inUse) return inUse
  const { renamed } = rebased
  const result = await undoneIfRefused(tx, async (inner) => {
    const number = await writeEdited(inner, {
      projectId,
      stored: stored!,
      edited: rebased,
      dates: schedule.tasks,
      renamed,
      note: { now, sent: { key, base, renamed } },
    })
    return number === null ? refused('task-in-use') : { ok: true as const, number }
  })
  if (!result.ok) return { ...result, names: removedNames(workspace, rebased.workspace) }
  const saved: Saved = { ok: true, revision: result.number, edits: rebased.edits, renamed, others }
  return saved
}

async function savedBefore(tx: Tx, projectId: string, key: string): Promise<Saved | null> {
  const [row] = await tx
    .select()
    .from(planEdits)
    .where(and(eq(planEdits.projectId, projectId), eq(planEdits.key, key)))
  if (!row) return null
  const others = await planEditsSince(tx, { projectId, since: row.madeOn!, before: row.number })
  return {
    ok: true,
    revision: row.number,
    edits: row.edits as WorkspaceEdit[],
    renamed: row.renamed as Renamed,
    others,
  }
}

/** Each edit is asked about on the plan as those before it left it. */
function badEdit(workspace: Workspace, edits: readonly WorkspaceEdit[]): BadEdit | null {
  let now = workspace
  for (const [at, edit] of edits.entries()) {
    const why = whyNotEdit(now, edit) ?? whyNotOnSummary(now, edit)
    if (why) return why
    // What the last one leaves nobody is asked about.
    if (at === edits.length - 1) return null
    const step = withEdits(now, [edit])
    if (step.ok) now = step.workspace
  }
  return null
}

/** Hours were logged on a task, or a deliverable is due by it: that stays with its task. */
async function whyNotRemovable(tx: Tx, projectId: string, before: Workspace, after: Workspace) {
  const stays = new Set(after.plan.tasks.map(({ uid }) => uid))
  const gone = before.plan.tasks.filter(({ uid }) => !stays.has(uid))
  if (gone.length === 0) return null
  const hanging = await hangingOn(tx, projectId, new Set(gone.map(({ uid }) => uid)))
  const names = gone
    .filter(({ uid }) => {
      const what = hanging.get(uid)
      return what && (what.minutesLogged > 0 || what.deliverables.length > 0)
    })
    .map(({ name }) => name)
  return names.length > 0 ? { ...refused('task-in-use'), names } : null
}

function removedNames(before: Workspace, after: Workspace): string[] {
  const stays = new Set(after.plan.tasks.map(({ uid }) => uid))
  return before.plan.tasks.filter(({ uid }) => !stays.has(uid)).map(({ name }) => name)
}
