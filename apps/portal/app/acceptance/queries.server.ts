import type { Tx } from '@countersign/db/connect'
import {
  portalAuthorities,
  portalParticipants,
  portalProjects,
  portalSubmissionFiles,
  portalSubmissions,
} from '@countersign/db/views/portal'
import type { TestResult } from '@countersign/domain/testing'
import { type Criterion, type SubmissionTerms, whyNotDecidable } from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { and, asc, eq, sql } from 'drizzle-orm'
import { projectHead } from '../project-head.server'

type Release = { name: string; amountMinor: string }

/** A version put before the customer, with what it is decided on and whether this person may; null where absent. */
export async function submissionForDecision(tx: Tx, submissionId: string, now: Date) {
  const ownProject = sql`(select s.project_id from portal.submissions s where s.id = ${submissionId})`
  const [[row], files, signatories, authorities] = await Promise.all([
    submissionRow(tx, submissionId),
    tx
      .select()
      .from(portalSubmissionFiles)
      .where(eq(portalSubmissionFiles.submissionId, submissionId))
      .orderBy(asc(portalSubmissionFiles.position)),
    tx
      .select({ name: portalParticipants.name, jobTitle: portalParticipants.jobTitle })
      .from(portalParticipants)
      .where(and(eq(portalParticipants.role, 'signatory'), eq(portalParticipants.projectId, ownProject)))
      .orderBy(asc(portalParticipants.name)),
    tx
      .select()
      .from(portalAuthorities)
      .where(and(eq(portalAuthorities.kind, 'acceptance'), eq(portalAuthorities.projectId, ownProject))),
  ])
  if (!row) return null
  const { project, role, timeZone, releases, valueMinor, submittedAt, ...submission } = row
  const { currency } = submission
  const criteria = submission.criteria as Criterion[]
  return {
    project: { ...project, timeZone },
    submission: {
      ...submission,
      criteria,
      terms: submission.terms as SubmissionTerms | null,
      tests: submission.tests as TestResult[],
      submittedAt: submittedAt.toISOString(),
      value: { minor: String(valueMinor), currency },
      releases: (releases as Release[]).map(({ name, amountMinor }) => ({
        name,
        amount: { minor: amountMinor, currency },
      })),
    },
    files: files.map(({ position, name, sha256, sizeBytes }) => ({
      href: `/files/${submissionId}/${position}`,
      name,
      sha256,
      bytes: Number(sizeBytes),
    })),
    signatories,
    whyNot: whyNotDecidable(
      {
        isDecided: submission.outcome !== null,
        isSuperseded: submission.isSuperseded,
        valueMinor,
        currency,
        criteria,
      },
      role,
      authorities,
      localDateIn(timeZone, now),
    ),
  }
}

export type SubmissionFacts = NonNullable<Awaited<ReturnType<typeof submissionForDecision>>>

function submissionRow(tx: Tx, submissionId: string) {
  return tx
    .select({
      id: portalSubmissions.id,
      deliverableCode: portalSubmissions.deliverableCode,
      deliverableName: portalSubmissions.deliverableName,
      description: portalSubmissions.deliverableDescription,
      version: portalSubmissions.version,
      message: portalSubmissions.message,
      submittedAt: portalSubmissions.submittedAt,
      submittedByName: portalSubmissions.submittedByName,
      criteria: portalSubmissions.criteria,
      releases: portalSubmissions.releases,
      valueMinor: portalSubmissions.valueMinor,
      currency: portalSubmissions.currency,
      digest: portalSubmissions.digest,
      outcome: portalSubmissions.outcome,
      isSuperseded: portalSubmissions.isSuperseded,
      terms: portalSubmissions.terms,
      stage: portalSubmissions.stage,
      tests: portalSubmissions.tests,
      project: projectHead,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
}
