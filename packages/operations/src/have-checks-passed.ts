import type { Tx } from '@countersign/db/connect'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { and, desc, eq } from 'drizzle-orm'

/** Whether the latest word of each named checker on this version is that it passed; so too where nothing is checked. */
export async function haveChecksPassed(tx: Tx, deliverableId: string, version: number): Promise<boolean> {
  const latest = await tx
    .selectDistinctOn([qualityChecks.id], { result: qualityCheckResults.result })
    .from(qualityChecks)
    .leftJoin(
      qualityCheckResults,
      and(eq(qualityCheckResults.checkId, qualityChecks.id), eq(qualityCheckResults.version, version)),
    )
    .where(eq(qualityChecks.deliverableId, deliverableId))
    .orderBy(qualityChecks.id, desc(qualityCheckResults.checkedAt))
  return latest.every(({ result }) => result === 'passed')
}
