import type { StaffActor, Tx } from '@countersign/db/connect'
import { changeDecisions, changeRequests } from '@countersign/db/tables/contract-lines'
import { outOfScopeWork } from '@countersign/db/tables/margins'
import { timeEntries } from '@countersign/db/tables/time'
import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import { refused, undoneIfRefused } from './result'

type Chosen = { projectId: string; timeEntryIds: string[] }

/** Marks hours as worked outside the scope that was agreed, in one's own name. */
export async function markOutOfScope(tx: Tx, { projectId, timeEntryIds, by }: Chosen & { by: StaffActor }) {
  const ids = [...new Set(timeEntryIds)]
  if (ids.length === 0) return refused('nothing-chosen')
  const [known] = await tx
    .select({ count: count() })
    .from(timeEntries)
    .where(and(eq(timeEntries.projectId, projectId), inArray(timeEntries.id, ids)))
  if (known!.count !== ids.length) return refused('no-such-entry')
  return undoneIfRefused(tx, async (inner) => {
    const marked = await inner
      .insert(outOfScopeWork)
      .values(ids.map((timeEntryId) => ({ timeEntryId, projectId, markedBy: by.staffId })))
      .onConflictDoNothing()
      .returning({ id: outOfScopeWork.timeEntryId })
    return marked.length === ids.length ? { ok: true as const } : refused('already-marked')
  })
}

/** Takes the mark off hours that nobody has settled yet. */
export async function unmarkOutOfScope(tx: Tx, { projectId, timeEntryIds }: Chosen) {
  if (timeEntryIds.length === 0) return refused('nothing-chosen')
  return undoneIfRefused(tx, async (inner) => {
    const gone = await inner
      .delete(outOfScopeWork)
      .where(
        and(
          eq(outOfScopeWork.projectId, projectId),
          inArray(outOfScopeWork.timeEntryId, timeEntryIds),
          isNull(outOfScopeWork.outcome),
        ),
      )
      .returning({ id: outOfScopeWork.timeEntryId })
    return gone.length === new Set(timeEntryIds).size ? { ok: true as const } : refused('already-settled')
  })
}

type Settlement = Chosen & {
  outcome: { kind: 'change-request'; changeRequestId: string } | { kind: 'absorbed'; reason: string }
  by: StaffActor
  now: Date
}

/**
 * Says what becomes of work outside the scope: a change request that is not rejected or withdrawn takes it, or we absorb
 * it, with a reason, in the name of whoever says so. Once.
 */
export async function settleOutOfScope(tx: Tx, { projectId, timeEntryIds, outcome, by, now }: Settlement) {
  if (timeEntryIds.length === 0) return refused('nothing-chosen')
  if (outcome.kind === 'absorbed' && outcome.reason.trim() === '') return refused('reason-wanted')
  if (outcome.kind === 'change-request' && !(await isInForce(tx, projectId, outcome.changeRequestId)))
    return refused('no-such-change')
  return undoneIfRefused(tx, async (inner) => {
    const settled = await inner
      .update(outOfScopeWork)
      .set({
        outcome: outcome.kind,
        changeRequestId: outcome.kind === 'change-request' ? outcome.changeRequestId : null,
        reason: outcome.kind === 'absorbed' ? outcome.reason : '',
        settledBy: by.staffId,
        settledAt: now,
      })
      .where(
        and(
          eq(outOfScopeWork.projectId, projectId),
          inArray(outOfScopeWork.timeEntryId, timeEntryIds),
          isNull(outOfScopeWork.outcome),
        ),
      )
      .returning({ id: outOfScopeWork.timeEntryId })
    return settled.length === new Set(timeEntryIds).size ? { ok: true as const } : refused('already-settled')
  })
}

async function isInForce(tx: Tx, projectId: string, changeRequestId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: changeRequests.id })
    .from(changeRequests)
    .where(and(eq(changeRequests.projectId, projectId), eq(changeRequests.id, changeRequestId)))
  const [against] = await tx
    .select({ id: changeDecisions.id })
    .from(changeDecisions)
    .where(and(eq(changeDecisions.changeRequestId, changeRequestId), ne(changeDecisions.outcome, 'approved')))
  return found !== undefined && against === undefined
}
