import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { files, submissionFiles, submissions } from '@countersign/db/tables/delivery'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage, whyNotSubmittable, type SubmissionTerms } from '@countersign/domain/acceptance'
import { and, asc, eq } from 'drizzle-orm'
import { calendarToFreeze } from './acceptance-calendar'
import { areSameCriteria, criteriaOf, latestCriteriaVersion } from './criteria-of'
import { enqueue } from './enqueue'
import { haveChecksPassed } from './have-checks-passed'
import { refused } from './result'
import { submissionDigest, submittedContent } from './submission-digest'
import { testsOfVersion } from './tests-of-version'

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
 * Puts the next version of a deliverable before the customer, frozen: its files by SHA-256, the criteria that the
 * customer confirmed, what its testers found, and what acceptance releases for billing. It takes the place of a version
 * still open. Two at once: the version's unique key lets one through.
 */
export async function submitDeliverable(tx: Tx, submission: Submission) {
  const { projectId, deliverableId, message, by, now } = submission
  const known = await deliverableToSubmit(tx, projectId, deliverableId)
  if (!known) return refused('no-such-deliverable')
  const { deliverable, contract, criteria, agreed } = known
  const stage = nextStage(deliverable)
  const version = (deliverable.version ?? 0) + 1
  const isCharter = deliverable.kind === 'charter'
  const why = whyNotSubmittable({
    stage,
    isCharter,
    criteriaCount: criteria.length,
    areCriteriaConfirmed: agreed?.confirmedAt != null && areSameCriteria(agreed.criteria, criteria),
    haveChecksPassed: await haveChecksPassed(tx, deliverableId, version),
    fileCount: submission.files.length,
  })
  if (why) return refused(why)
  if (!contract || stage === null) return refused('no-contract')

  const releases = known.releases.filter((release) => release.stage === stage)
  const terms = { ...termsOf(contract), ...(await calendarToFreeze(tx, contract, now)) }
  const criteriaVersion = isCharter ? null : agreed!.number
  const tests = await testsOfVersion(tx, deliverableId, version)
  const valueMinor = releases.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const frozenReleases = releases.map(({ name, amountMinor }) => ({ name, amountMinor: String(amountMinor) }))
  const named = submission.files.map(({ name, sha256, size }) => ({ name, sha256, size }))
  const digest = submissionDigest(
    submittedContent({
      projectId,
      deliverableId,
      version,
      files: named,
      criteria,
      releases: frozenReleases,
      criteriaVersion,
      tests,
      stage,
      terms,
    }),
  )

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
      criteriaVersion,
      tests,
      stage,
      terms,
      releases: frozenReleases,
      valueMinor,
      currency: contract.currency,
      digest,
    })
    .onConflictDoNothing({ target: [submissions.deliverableId, submissions.version] })
    .returning({ id: submissions.id })
  if (!row) return refused('another-at-once')
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

/** Locked until commit: what is frozen must not be defined or agreed anew meanwhile. The rest is read after the lock. */
async function deliverableToSubmit(tx: Tx, projectId: string, deliverableId: string) {
  const [deliverable] = await tx
    .select({
      kind: deliverables.kind,
      acceptance: deliverables.acceptance,
      state: deliverableStates.state,
      stage: deliverableStates.stage,
      version: deliverableStates.version,
    })
    .from(deliverables)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
    .for('share', { of: deliverables })
  if (!deliverable) return null
  const [[contract], criteria, agreed, releases] = await Promise.all([
    tx.select().from(contracts).where(eq(contracts.projectId, projectId)).for('share'),
    criteriaOf(tx, deliverableId),
    latestCriteriaVersion(tx, deliverableId),
    tx
      .select({
        name: billingMilestones.name,
        amountMinor: billingMilestones.amountMinor,
        stage: billingMilestoneReleases.stage,
      })
      .from(billingMilestoneReleases)
      .innerJoin(billingMilestones, eq(billingMilestones.id, billingMilestoneReleases.billingMilestoneId))
      .where(eq(billingMilestoneReleases.deliverableId, deliverableId))
      .orderBy(asc(billingMilestones.position)),
  ])
  return { deliverable, contract, criteria, agreed, releases }
}

/** What the contract says about acceptance on this day. */
function termsOf(contract: typeof contracts.$inferSelect): SubmissionTerms {
  const { acceptanceDays, acceptanceFirstDay, deemedClause, reminderDays, warningDays } = contract
  return {
    clause: contract.acceptanceClause,
    acceptance:
      acceptanceDays === null
        ? null
        : { days: acceptanceDays, firstDay: acceptanceFirstDay, deemedClause, reminderDays, warningDays },
    reservationBasisPoints: contract.reservationBasisPoints,
    signingOrder: contract.signingOrder,
    warrantyMonths: contract.warrantyMonths,
  }
}
