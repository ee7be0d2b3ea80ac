import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, contracts, deliverables } from '@countersign/db/tables/contract'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { criteriaAgreements, deliverableStates } from '@countersign/db/views/states'
import { testsOfVersion } from '@countersign/operations/tests-of-version'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq } from 'drizzle-orm'

/** What the next version of a deliverable will be, and what would be frozen with it; null for no such deliverable. */
export async function versionToSubmit(tx: Tx, projectId: string, deliverableId: string) {
  const [[deliverable], criteria, [contract]] = await Promise.all([
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        state: deliverableStates.state,
        version: deliverableStates.version,
        criteriaVersion: criteriaAgreements.number,
        areCriteriaCurrent: criteriaAgreements.isCurrent,
        criteriaConfirmedAt: criteriaAgreements.confirmedAt,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .leftJoin(criteriaAgreements, eq(criteriaAgreements.deliverableId, deliverables.id))
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))),
    tx
      .select({ id: acceptanceCriteria.id, statement: acceptanceCriteria.statement })
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.deliverableId, deliverableId))
      .orderBy(asc(acceptanceCriteria.position)),
    tx
      .select({ clause: contracts.acceptanceClause, days: contracts.acceptanceDays })
      .from(contracts)
      .where(eq(contracts.projectId, projectId)),
  ])
  if (!deliverable) return null
  const version = (deliverable.version ?? 0) + 1
  const [checks, tests] = await Promise.all([
    checksOf(tx, deliverableId, version),
    testsOfVersion(tx, deliverableId, version),
  ])
  const replaces = deliverable.state === 'submitted' ? deliverable.version : null
  return { ...deliverable, version, replaces, criteria, contract: contract ?? null, checks, tests }
}

export type VersionToSubmit = SerializeFrom<NonNullable<Awaited<ReturnType<typeof versionToSubmit>>>>

/** Each check with the latest word of its checker on this version; null where there is none. */
async function checksOf(tx: Tx, deliverableId: string, version: number) {
  const latest = await tx
    .selectDistinctOn([qualityChecks.id], {
      id: qualityChecks.id,
      position: qualityChecks.position,
      statement: qualityChecks.statement,
      result: qualityCheckResults.result,
    })
    .from(qualityChecks)
    .leftJoin(
      qualityCheckResults,
      and(eq(qualityCheckResults.checkId, qualityChecks.id), eq(qualityCheckResults.version, version)),
    )
    .where(eq(qualityChecks.deliverableId, deliverableId))
    .orderBy(qualityChecks.id, desc(qualityCheckResults.checkedAt))
  return latest.sort((a, b) => a.position - b.position)
}
