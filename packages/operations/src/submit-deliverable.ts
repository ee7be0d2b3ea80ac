import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  acceptanceCriteria,
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { files, submissionFiles, submissions } from '@countersign/db/tables/delivery'
import { deliverableStates } from '@countersign/db/views/states'
import { whyNotSubmittable } from '@countersign/domain/acceptance'
import { and, asc, eq } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { refused } from './result'
import { submissionDigest } from './submission-digest'

export type StoredFile = { name: string; sha256: string; size: number; mediaType: string }
type Submission = {
  projectId: string
  deliverableId: string
  message: string
  files: StoredFile[]
  by: StaffActor
  now: Date
}

/**
 * Puts the next version of a deliverable before the customer, frozen: its files by SHA-256, its criteria, and what
 * acceptance releases for billing. Two at once: the version's unique key lets one through.
 */
export async function submitDeliverable(tx: Tx, submission: Submission) {
  const { projectId, deliverableId, message, by, now } = submission
  const known = await deliverableToSubmit(tx, projectId, deliverableId)
  if (!known) return refused('no-such-deliverable')
  const { deliverable, contract, criteria, releases } = known
  const why = whyNotSubmittable({
    state: deliverable.state,
    criteriaCount: criteria.length,
    fileCount: submission.files.length,
  })
  if (why) return refused(why)
  if (!contract) return refused('no-contract')

  const version = (deliverable.version ?? 0) + 1
  const valueMinor = releases.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const frozenReleases = releases.map(({ name, amountMinor }) => ({ name, amountMinor: String(amountMinor) }))
  const named = submission.files.map(({ name, sha256, size }) => ({ name, sha256, size }))
  const digest = submissionDigest({
    projectId,
    deliverableId,
    version,
    files: named,
    criteria,
    releases: frozenReleases,
  })

  const [row] = await tx
    .insert(submissions)
    .values({
      projectId,
      deliverableId,
      version,
      message,
      submittedBy: by.staffId,
      submittedAt: now,
      criteria,
      releases: frozenReleases,
      valueMinor,
      currency: contract.currency,
      digest,
    })
    .onConflictDoNothing({ target: [submissions.deliverableId, submissions.version] })
    .returning({ id: submissions.id })
  if (!row) return refused('waiting-for-decision')
  const submissionId = row.id
  await tx
    .insert(files)
    .values(
      submission.files.map(({ sha256, size, mediaType }) => ({ sha256, sizeBytes: BigInt(size), mediaType })),
    )
    .onConflictDoNothing()
  await tx.insert(submissionFiles).values(
    named.map(({ name, sha256 }, index) => ({
      projectId,
      submissionId,
      position: index + 1,
      name,
      sha256,
    })),
  )
  await enqueue(tx, 'after-submission', { submissionId }, `submission ${submissionId}`)
  return { ok: true as const, submissionId, version }
}

/** Locked until commit: what is frozen must not be defined or agreed anew meanwhile. */
async function deliverableToSubmit(tx: Tx, projectId: string, deliverableId: string) {
  const [[deliverable], [contract], criteria, releases] = await Promise.all([
    tx
      .select({ state: deliverableStates.state, version: deliverableStates.version })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
      .for('share', { of: deliverables }),
    tx
      .select({ currency: contracts.currency })
      .from(contracts)
      .where(eq(contracts.projectId, projectId))
      .for('share'),
    tx
      .select({
        id: acceptanceCriteria.id,
        position: acceptanceCriteria.position,
        statement: acceptanceCriteria.statement,
        howChecked: acceptanceCriteria.howChecked,
      })
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.deliverableId, deliverableId))
      .orderBy(asc(acceptanceCriteria.position)),
    tx
      .select({ name: billingMilestones.name, amountMinor: billingMilestones.amountMinor })
      .from(billingMilestoneReleases)
      .innerJoin(billingMilestones, eq(billingMilestones.id, billingMilestoneReleases.billingMilestoneId))
      .where(eq(billingMilestoneReleases.deliverableId, deliverableId))
      .orderBy(asc(billingMilestones.position)),
  ])
  return deliverable ? { deliverable, contract, criteria, releases } : null
}
