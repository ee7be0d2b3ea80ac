import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { refused } from './result'

type Checks = {
  projectId: string
  deliverableId: string
  checks: { statement: string; checkerId: string }[]
}

/**
 * Names what our own side makes sure of before a version goes out, and who checks it. A check that has results stands:
 * it can be added to, not rewritten.
 */
export async function setQualityChecks(tx: Tx, { projectId, deliverableId, checks }: Checks) {
  const which = and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))
  const [deliverable] = await tx.select({ id: deliverables.id }).from(deliverables).where(which).for('update')
  if (!deliverable) return refused('no-such-deliverable')
  const checkerIds = [...new Set(checks.map(({ checkerId }) => checkerId))]
  const known = checkerIds.length
    ? await tx
        .select({ id: staff.id })
        .from(staff)
        .where(and(inArray(staff.id, checkerIds), eq(staff.isActive, true)))
    : []
  if (known.length !== checkerIds.length) return refused('no-such-checker')

  const present = await tx
    .select()
    .from(qualityChecks)
    .where(eq(qualityChecks.deliverableId, deliverableId))
    .orderBy(asc(qualityChecks.position))
  const used = await tx
    .selectDistinct({ id: qualityCheckResults.checkId })
    .from(qualityCheckResults)
    .innerJoin(qualityChecks, eq(qualityChecks.id, qualityCheckResults.checkId))
    .where(eq(qualityChecks.deliverableId, deliverableId))
  const stands = new Set(used.map(({ id }) => id))
  const isKept = ({ statement, checkerId }: (typeof present)[number], at: number) =>
    checks[at]?.statement === statement && checks[at].checkerId === checkerId
  if (present.some((check, at) => stands.has(check.id) && !isKept(check, at)))
    return refused('already-checked')

  const gone = present.filter((check, at) => !isKept(check, at)).map(({ id }) => id)
  if (gone.length > 0) await tx.delete(qualityChecks).where(inArray(qualityChecks.id, gone))
  const added = checks
    .map((check, at) => ({ projectId, deliverableId, position: at + 1, ...check }))
    .filter((_, at) => !present[at] || !isKept(present[at], at))
  if (added.length > 0) await tx.insert(qualityChecks).values(added)
  return { ok: true as const }
}
