import type { ContactActor, Tx } from '@countersign/db/connect'
import {
  portalParticipants,
  portalProjects,
  portalSubmissionFiles,
  portalSubmissions,
} from '@countersign/db/views/portal'
import type { TestResult } from '@countersign/domain/testing'
import {
  authorityToSign,
  type Criterion,
  type SubmissionTerms,
  whyNotDecidable,
} from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { authoritiesToAccept, requiredSignatures } from '@countersign/operations/who-signs'
import { and, asc, eq } from 'drizzle-orm'
import { customerClock } from './clock.server'
import { projectHead } from '../project-head.server'

type Release = { name: string; amountMinor: string }

/** A version put before the customer, with what it is decided on and whether this person may; null where absent. */
export async function submissionForDecision(tx: Tx, submissionId: string, me: ContactActor, now: Date) {
  const [row] = await submissionRow(tx, submissionId)
  if (!row) return null
  const { project, role, timeZone, releases, valueMinor, submittedAt, ...submission } = row
  const [files, signatories, authorities, required] = await Promise.all([
    tx
      .select()
      .from(portalSubmissionFiles)
      .where(eq(portalSubmissionFiles.submissionId, submissionId))
      .orderBy(asc(portalSubmissionFiles.position)),
    tx
      .select({ name: portalParticipants.name, jobTitle: portalParticipants.jobTitle })
      .from(portalParticipants)
      .where(and(eq(portalParticipants.role, 'signatory'), eq(portalParticipants.projectId, project.id)))
      .orderBy(asc(portalParticipants.name)),
    authoritiesToAccept(tx, project.id),
    requiredSignatures(tx, submissionId),
  ])
  const { currency } = submission
  const criteria = submission.criteria as Criterion[]
  const terms = submission.terms as SubmissionTerms | null
  const today = localDateIn(timeZone, now)
  const order = terms?.signingOrder ?? ('parallel' as const)
  const signing = { me: me.contactId, order, required }
  const open = { isSuperseded: submission.isSuperseded, valueMinor, currency, criteria }
  return {
    project: { ...project, timeZone, role, today },
    submission: {
      ...submission,
      criteria,
      terms,
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
    clock: await customerClock(tx, submissionId, now),
    whyNot: whyNotDecidable(
      { isDecided: submission.outcome !== null, ...open },
      role,
      authorities,
      today,
      signing,
    ),
    /** Whether the person may take a decision back or put it right: as if it were still to be made. */
    mayChange:
      submission.outcome !== null &&
      whyNotDecidable({ isDecided: false, ...open }, role, authorities, today) === null,
    mayAskForTime: role === 'signatory' && submission.outcome === null && !submission.isSuperseded,
    /** In whose place the person would sign. */
    onBehalfOf:
      authorityToSign({ valueMinor, currency }, role, authorities, today, signing)?.delegatedByName ?? null,
    signatures: { order, all: signaturesInTurn(required, order) },
  }
}

/** Who has to sign and who did; of those still to sign, whose turn it is. */
function signaturesInTurn(
  required: Awaited<ReturnType<typeof requiredSignatures>>,
  order: SubmissionTerms['signingOrder'],
) {
  const next = Math.min(...required.filter(({ signedBy }) => !signedBy).map(({ position }) => position))
  return required.map(({ contactId, name, jobTitle, position, outcome, signedAt, signedByName }) => ({
    contactId,
    name,
    jobTitle,
    outcome,
    signedAt: signedAt?.toISOString() ?? null,
    /** Only where somebody else signed in this one's place. */
    signedByName: signedByName !== name ? signedByName : null,
    isNext: signedAt === null && (order === 'parallel' || position === next),
  }))
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
      criteriaVersion: portalSubmissions.criteriaVersion,
      releases: portalSubmissions.releases,
      valueMinor: portalSubmissions.valueMinor,
      currency: portalSubmissions.currency,
      digest: portalSubmissions.digest,
      outcome: portalSubmissions.outcome,
      isSuperseded: portalSubmissions.isSuperseded,
      terms: portalSubmissions.terms,
      stage: portalSubmissions.stage,
      acceptance: portalSubmissions.acceptance,
      tests: portalSubmissions.tests,
      project: projectHead,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
}
