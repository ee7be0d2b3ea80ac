import type { Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import { deliverables } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { gateConditionClosures, gateConditions, gateDecisions } from '@countersign/db/tables/phases'
import { gateCriterionStates, gateEvidenceStates, gateStates } from '@countersign/db/views/gates'
import { deliverableStates } from '@countersign/db/views/states'
import { openPoints } from '@countersign/domain/governance/gate'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import { phasesOf } from '../gates/queries.server'

/** A gate: its phase, what it asks for and how far that is, and what was decided; null where it is not there. */
export async function gateOf(tx: Tx, projectId: string, phaseId: string) {
  const phases = await phasesOf(tx, projectId)
  const at = phases.findIndex(({ id }) => id === phaseId)
  const phase = phases[at]
  if (!phase) return null
  const [criteria, evidence, [state], decisions, conditions] = await Promise.all([
    criteriaOf(tx, phaseId),
    evidenceOf(tx, phaseId),
    tx.select({ digest: gateStates.digest }).from(gateStates).where(eq(gateStates.phaseId, phaseId)),
    decisionsOf(tx, phaseId),
    conditionsOf(tx, phaseId),
  ])
  const now = phases.findIndex(({ state: each }) => each !== 'passed')
  const last = now === -1 ? phases.length - 1 : now - 1
  return {
    phase,
    next: phases[at + 1]?.name ?? null,
    /** The gate ahead, or the one passed last, where somebody may think better of it. */
    isDue: at === now || at === last,
    criteria,
    evidence,
    open: openPoints({ criteria, evidence }),
    digest: state!.digest,
    decisions: decisions.map((decision) => ({
      ...decision,
      conditions: conditions.filter(({ gateDecisionId }) => gateDecisionId === decision.id),
    })),
  }
}

export type GatePage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof gateOf>>>>

async function criteriaOf(tx: Tx, phaseId: string) {
  const rows = await tx
    .select({
      id: gateCriterionStates.criterionId,
      kind: gateCriterionStates.kind,
      statement: gateCriterionStates.statement,
      result: gateCriterionStates.result,
      note: gateCriterionStates.note,
      by: staff.name,
      at: gateCriterionStates.recordedAt,
    })
    .from(gateCriterionStates)
    .leftJoin(staff, eq(staff.id, gateCriterionStates.recordedBy))
    .where(eq(gateCriterionStates.phaseId, phaseId))
    .orderBy(desc(gateCriterionStates.kind), asc(gateCriterionStates.position))
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
}

async function evidenceOf(tx: Tx, phaseId: string) {
  const rows = await tx
    .select({
      id: gateEvidenceStates.evidenceId,
      element: gateEvidenceStates.element,
      submissionLevel: gateEvidenceStates.submissionLevel,
      isRequired: gateEvidenceStates.isRequired,
      status: gateEvidenceStates.status,
      note: gateEvidenceStates.note,
      fileName: gateEvidenceStates.fileName,
      fileSha256: gateEvidenceStates.fileSha256,
      deliverableId: gateEvidenceStates.deliverableId,
      deliverable: deliverables.name,
      deliverableState: deliverableStates.state,
      decisionNumber: decisionRecords.number,
      decisionTitle: decisionRecords.title,
      by: staff.name,
      at: gateEvidenceStates.recordedAt,
    })
    .from(gateEvidenceStates)
    .leftJoin(staff, eq(staff.id, gateEvidenceStates.recordedBy))
    .leftJoin(deliverables, eq(deliverables.id, gateEvidenceStates.deliverableId))
    .leftJoin(deliverableStates, eq(deliverableStates.deliverableId, gateEvidenceStates.deliverableId))
    .leftJoin(decisionRecords, eq(decisionRecords.id, gateEvidenceStates.decisionRecordId))
    .where(eq(gateEvidenceStates.phaseId, phaseId))
    .orderBy(asc(gateEvidenceStates.position))
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
}

async function decisionsOf(tx: Tx, phaseId: string) {
  const rows = await tx
    .select({
      id: gateDecisions.id,
      number: gateDecisions.number,
      outcome: gateDecisions.outcome,
      reason: gateDecisions.reason,
      digest: gateDecisions.digest,
      by: staff.name,
      at: gateDecisions.decidedAt,
    })
    .from(gateDecisions)
    .innerJoin(staff, eq(staff.id, gateDecisions.decidedBy))
    .where(eq(gateDecisions.phaseId, phaseId))
    .orderBy(desc(gateDecisions.number))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

async function conditionsOf(tx: Tx, phaseId: string) {
  const rows = await tx
    .select({
      id: gateConditions.id,
      gateDecisionId: gateConditions.gateDecisionId,
      text: gateConditions.text,
      owner: staff.name,
      dueOn: gateConditions.dueOn,
      settledBy: sql<string | null>`(
        select settler.name from ${staff} settler where settler.id = ${gateConditionClosures.closedBy})`,
      note: gateConditionClosures.note,
    })
    .from(gateConditions)
    .innerJoin(gateDecisions, eq(gateDecisions.id, gateConditions.gateDecisionId))
    .innerJoin(staff, eq(staff.id, gateConditions.ownerId))
    .leftJoin(gateConditionClosures, eq(gateConditionClosures.conditionId, gateConditions.id))
    .where(eq(gateDecisions.phaseId, phaseId))
    .orderBy(asc(gateConditions.position))
  return rows.map(({ settledBy, note, ...row }) => ({
    ...row,
    settled: settledBy === null ? null : { by: settledBy, note: note ?? '' },
  }))
}

/** What one thing that the gate asks for is called; null where the gate does not ask for it. */
export async function askedFor(
  tx: Tx,
  projectId: string,
  phaseId: string,
  asked: { criterionId: string } | { evidenceId: string },
) {
  const gate = await gateOf(tx, projectId, phaseId)
  if (!gate) return null
  const criterion = 'criterionId' in asked ? gate.criteria.find(({ id }) => id === asked.criterionId) : null
  const element = 'evidenceId' in asked ? gate.evidence.find(({ id }) => id === asked.evidenceId) : null
  return criterion || element ? { gateName: gate.phase.gateName, criterion, element } : null
}

/** Who may owe a condition: whoever works here. */
export function peopleHere(tx: Tx) {
  return tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.isActive, true), ne(staff.role, 'vendor')))
    .orderBy(asc(staff.name))
}
