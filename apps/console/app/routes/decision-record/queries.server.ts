import type { Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import { staff } from '@countersign/db/tables/people'
import type { Appraisal } from '@countersign/domain/governance/appraisal'
import { and, eq } from 'drizzle-orm'
import { weighed } from '../appraisal/queries.server'

type Appraised = Appraisal & { chosen: number; isBest: boolean }

/** A decision record with what was weighed for it; null where it is not there. */
export async function decisionRecordOf(tx: Tx, projectId: string, number: number) {
  const [row] = await tx
    .select({
      number: decisionRecords.number,
      title: decisionRecords.title,
      context: decisionRecords.context,
      decision: decisionRecords.decision,
      reason: decisionRecords.reason,
      decidedOn: decisionRecords.decidedOn,
      appraised: decisionRecords.appraised,
      by: staff.name,
      at: decisionRecords.recordedAt,
    })
    .from(decisionRecords)
    .innerJoin(staff, eq(staff.id, decisionRecords.recordedBy))
    .where(and(eq(decisionRecords.projectId, projectId), eq(decisionRecords.number, number)))
  if (!row) return null
  const { appraised, at, ...words } = row
  const kept = appraised as Appraised | null
  return {
    ...words,
    at: at.toISOString(),
    weighed: kept ? { ...weighed(kept), chosen: kept.chosen, isBest: kept.isBest } : null,
  }
}
