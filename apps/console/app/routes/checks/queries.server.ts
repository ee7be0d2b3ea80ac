import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage } from '@countersign/domain/acceptance'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'

/** The release gate of a deliverable's next version; null where there is no such deliverable. */
export async function releaseGate(tx: Tx, projectId: string, deliverableId: string) {
  const [[deliverable], checks, people] = await Promise.all([
    tx
      .select({
        name: deliverables.name,
        code: deliverables.code,
        state: deliverableStates.state,
        stage: deliverableStates.stage,
        acceptance: deliverables.acceptance,
        version: deliverableStates.version,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))),
    tx
      .select({
        id: qualityChecks.id,
        statement: qualityChecks.statement,
        checkerId: qualityChecks.checkerId,
        checker: staff.name,
      })
      .from(qualityChecks)
      .innerJoin(staff, eq(staff.id, qualityChecks.checkerId))
      .where(eq(qualityChecks.deliverableId, deliverableId))
      .orderBy(asc(qualityChecks.position)),
    tx
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(and(eq(staff.isActive, true), inArray(staff.role, ['team_member', 'project_manager'])))
      .orderBy(asc(staff.name)),
  ])
  if (!deliverable) return null
  const nextVersion = (deliverable.version ?? 0) + 1
  const latest = await tx
    .selectDistinctOn([qualityCheckResults.checkId], {
      checkId: qualityCheckResults.checkId,
      result: qualityCheckResults.result,
      note: qualityCheckResults.note,
      checkedAt: qualityCheckResults.checkedAt,
    })
    .from(qualityCheckResults)
    .innerJoin(qualityChecks, eq(qualityChecks.id, qualityCheckResults.checkId))
    .where(and(eq(qualityChecks.deliverableId, deliverableId), eq(qualityCheckResults.version, nextVersion)))
    .orderBy(qualityCheckResults.checkId, desc(qualityCheckResults.checkedAt))
  return {
    deliverable: { ...deliverable, nextVersion, isDone: nextStage(deliverable) === null },
    people,
    checks: checks.map((check) => ({
      ...check,
      latest: latest.find(({ checkId }) => checkId === check.id) ?? null,
    })),
  }
}

export type ReleaseGate = SerializeFrom<NonNullable<Awaited<ReturnType<typeof releaseGate>>>>
