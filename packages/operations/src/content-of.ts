import type { Tx } from '@countersign/db/connect'
import { files, submissionFiles, type submissions } from '@countersign/db/tables/delivery'
import type { Criterion, SubmissionTerms } from '@countersign/domain/acceptance'
import type { TestResult } from '@countersign/domain/testing'
import { asc, eq } from 'drizzle-orm'
import { submittedContent, type SubmittedContent } from './submission-digest'

/** What was frozen at submission, as its digest takes it, from the facts. */
export async function contentOf(
  tx: Tx,
  submission: typeof submissions.$inferSelect,
): Promise<SubmittedContent> {
  const submitted = await tx
    .select({ name: submissionFiles.name, sha256: submissionFiles.sha256, sizeBytes: files.sizeBytes })
    .from(submissionFiles)
    .innerJoin(files, eq(files.sha256, submissionFiles.sha256))
    .where(eq(submissionFiles.submissionId, submission.id))
    .orderBy(asc(submissionFiles.position))
  return submittedContent({
    projectId: submission.projectId,
    deliverableId: submission.deliverableId,
    version: submission.version,
    files: submitted.map(({ name, sha256, sizeBytes }) => ({ name, sha256, size: Number(sizeBytes) })),
    criteria: submission.criteria as Criterion[],
    releases: submission.releases as SubmittedContent['releases'],
    criteriaVersion: submission.criteriaVersion,
    tests: submission.tests as TestResult[],
    stage: submission.stage,
    terms: submission.terms as SubmissionTerms | null,
  })
}
