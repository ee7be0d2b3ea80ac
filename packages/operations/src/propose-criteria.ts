import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { criteriaVersions } from '@countersign/db/tables/criteria'
import { and, eq } from 'drizzle-orm'
import { areSameCriteria, criteriaOf, latestCriteriaVersion } from './criteria-of'
import { digestOf } from './digest'
import { enqueue } from './enqueue'
import { refused } from './result'

type Proposal = { projectId: string; deliverableId: string; by: StaffActor; now: Date }

/** Puts a deliverable's criteria, as they stand, before the customer to be confirmed: a new version each time. */
export async function proposeCriteria(tx: Tx, { projectId, deliverableId, by, now }: Proposal) {
  const [deliverable] = await tx
    .select({ kind: deliverables.kind })
    .from(deliverables)
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
    .for('update')
  if (!deliverable) return refused('no-such-deliverable')
  if (deliverable.kind === 'charter') return refused('charter')
  const [criteria, latest] = await Promise.all([
    criteriaOf(tx, deliverableId),
    latestCriteriaVersion(tx, deliverableId),
  ])
  if (criteria.length === 0) return refused('no-criteria')
  if (latest && areSameCriteria(latest.criteria, criteria)) return refused('already-proposed')
  const number = (latest?.number ?? 0) + 1
  const [row] = await tx
    .insert(criteriaVersions)
    .values({
      projectId,
      deliverableId,
      number,
      criteria,
      digest: digestOf({ projectId, deliverableId, number, criteria }),
      proposedBy: by.staffId,
      proposedAt: now,
    })
    .returning({ id: criteriaVersions.id })
  const criteriaVersionId = row!.id
  await enqueue(tx, 'after-criteria', { criteriaVersionId }, `criteria proposed ${criteriaVersionId}`)
  return { ok: true as const, criteriaVersionId, number }
}
