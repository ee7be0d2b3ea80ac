import type { Tx } from '@countersign/db/connect'
import {
  criterionResults,
  decisions,
  files,
  submissionFiles,
  submissions,
} from '@countersign/db/tables/delivery'
import type { Criterion, SubmissionTerms } from '@countersign/domain/acceptance'
import type { TestResult } from '@countersign/domain/testing'
import { asc, eq } from 'drizzle-orm'
import { digestOf } from './digest'
import { submissionDigest, submittedContent, type SubmittedContent } from './submission-digest'

/**
 * A decision as the facts that nobody can change have it: what a certificate attaches, and what its decision digest
 * is taken of. Names of people and projects may change, so they are not in it; ids, words and digests are. `null`
 * where there is no such decision.
 */
export async function decisionEvidence(tx: Tx, decisionId: string) {
  const [row] = await tx
    .select({ decision: decisions, submission: submissions })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(eq(decisions.id, decisionId))
  if (!row) return null
  const { decision, submission } = row
  const [submittedFiles, results] = await Promise.all([
    tx
      .select({ name: submissionFiles.name, sha256: submissionFiles.sha256, sizeBytes: files.sizeBytes })
      .from(submissionFiles)
      .innerJoin(files, eq(files.sha256, submissionFiles.sha256))
      .where(eq(submissionFiles.submissionId, submission.id))
      .orderBy(asc(submissionFiles.position)),
    tx
      .select({
        criterionId: criterionResults.criterionId,
        result: criterionResults.result,
        comment: criterionResults.comment,
      })
      .from(criterionResults)
      .where(eq(criterionResults.decisionId, decisionId))
      .orderBy(asc(criterionResults.criterionId)),
  ])
  const content = submittedContent({
    projectId: submission.projectId,
    deliverableId: submission.deliverableId,
    version: submission.version,
    files: submittedFiles.map(({ name, sha256, sizeBytes }) => ({ name, sha256, size: Number(sizeBytes) })),
    criteria: submission.criteria as Criterion[],
    releases: submission.releases as SubmittedContent['releases'],
    criteriaVersion: submission.criteriaVersion,
    tests: submission.tests as TestResult[],
    stage: submission.stage,
    terms: submission.terms as SubmissionTerms | null,
  })
  const evidence = {
    submission: {
      ...content,
      id: submission.id,
      message: submission.message,
      submittedBy: submission.submittedBy,
      submittedAt: submission.submittedAt.toISOString(),
      valueMinor: String(submission.valueMinor),
      currency: submission.currency,
      digest: submission.digest,
    },
    decision: {
      id: decision.id,
      outcome: decision.outcome,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt.toISOString(),
      timeZone: decision.timeZone,
      typedName: decision.typedName,
      statement: decision.statement,
      reason: decision.reason,
      submissionDigest: decision.submissionDigest,
      authority: decision.authority as DecisionAuthority,
    },
    results,
  }
  return { evidence, decisionDigest: digestOf(evidence), submissionDigest: submissionDigest(content) }
}

/** The authority as it was read at the moment of signing: up to which value, from when to when, known from what. */
export type DecisionAuthority = {
  upToMinor: string
  currency: string
  fromOn: string
  toOn: string | null
  evidence: string
}
