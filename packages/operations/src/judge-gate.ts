import type { StaffActor, Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import { deliverables } from '@countersign/db/tables/contract'
import {
  gateConditionClosures,
  gateConditions,
  gateCriteria,
  gateCriterionResults,
  gateEvidence,
  gateEvidenceRecords,
} from '@countersign/db/tables/phases'
import type { criterionResults, evidenceStatuses } from '@countersign/domain/governance/gate'
import { and, eq } from 'drizzle-orm'
import { keepFile } from './keep-file'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type Judged<Key extends string> = Record<'projectId' | Key, string> & { note: string; by: StaffActor }

/** Says of a criterion that it is met, not met or waived. A later word counts; none is unsaid. */
export async function judgeCriterion(
  tx: Tx,
  given: Judged<'criterionId'> & { result: (typeof criterionResults)[number] },
) {
  const { projectId, criterionId, result, note, by } = given
  const [criterion] = await tx
    .select({ id: gateCriteria.id })
    .from(gateCriteria)
    .where(and(eq(gateCriteria.projectId, projectId), eq(gateCriteria.id, criterionId)))
  if (!criterion) return refused('no-such-criterion')
  if (result !== 'met' && note.trim() === '') return refused('reason-missing')
  await tx
    .insert(gateCriterionResults)
    .values({ projectId, criterionId, result, note, recordedBy: by.staffId })
  return { ok: true as const }
}

type EvidenceShown = Judged<'evidenceId'> & {
  status: (typeof evidenceStatuses)[number]
  file: StoredFile | null
  deliverableId: string | null
  decisionRecordId: string | null
}

/** Records what came in for an element of evidence, with a file or what it points to, and how it was judged. */
export async function recordEvidence(tx: Tx, given: EvidenceShown) {
  const { projectId, evidenceId, status, note, file, deliverableId, decisionRecordId, by } = given
  const [element] = await tx
    .select({ id: gateEvidence.id })
    .from(gateEvidence)
    .where(and(eq(gateEvidence.projectId, projectId), eq(gateEvidence.id, evidenceId)))
  if (!element) return refused('no-such-evidence')
  if (deliverableId && !(await isOf(tx, deliverables, projectId, deliverableId)))
    return refused('no-such-deliverable')
  if (decisionRecordId && !(await isOf(tx, decisionRecords, projectId, decisionRecordId)))
    return refused('no-such-decision')
  const isSaid = note.trim() !== ''
  if ((status === 'interim' || status === 'rejected') && !isSaid) return refused('reason-missing')
  if (status !== 'rejected' && !isSaid && !file && !deliverableId && !decisionRecordId)
    return refused('nothing-shown')
  if (file) await keepFile(tx, file)
  await tx.insert(gateEvidenceRecords).values({
    projectId,
    evidenceId,
    status,
    note,
    fileName: file?.name ?? null,
    fileSha256: file?.sha256 ?? null,
    deliverableId,
    decisionRecordId,
    recordedBy: by.staffId,
  })
  return { ok: true as const }
}

/** Settles what a conditional go still asked for. */
export async function settleCondition(tx: Tx, { projectId, conditionId, note, by }: Judged<'conditionId'>) {
  const [condition] = await tx
    .select({ id: gateConditions.id })
    .from(gateConditions)
    .where(and(eq(gateConditions.projectId, projectId), eq(gateConditions.id, conditionId)))
  if (!condition) return refused('no-such-condition')
  try {
    await tx.transaction((inner) =>
      inner.insert(gateConditionClosures).values({ projectId, conditionId, note, closedBy: by.staffId }),
    )
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error)?.startsWith('gate_condition_closures')) return refused('already-settled')
    throw error
  }
}

async function isOf(
  tx: Tx,
  table: typeof deliverables | typeof decisionRecords,
  projectId: string,
  id: string,
): Promise<boolean> {
  const found = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.projectId, projectId), eq(table.id, id)))
  return found.length > 0
}
