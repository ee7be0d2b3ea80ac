import type { Tx } from '@countersign/db/connect'
import {
  portalCertificates,
  portalCriterionResults,
  portalDecisions,
  portalSubmissions,
} from '@countersign/db/views/portal'
import { and, desc, eq, sql } from 'drizzle-orm'
import { submissionForDecision } from '../../acceptance/queries.server'

const AT_ONCE_MS = 60_000

/** A version with its files, its decision and the history of its deliverable; null where it is not there. */
export async function submissionPage(tx: Tx, submissionId: string, now: Date) {
  const [facts, versions, [decision], results] = await Promise.all([
    submissionForDecision(tx, submissionId, now),
    versionsBeside(tx, submissionId),
    decisionOn(tx, submissionId),
    tx
      .select({
        criterionId: portalCriterionResults.criterionId,
        result: portalCriterionResults.result,
        comment: portalCriterionResults.comment,
      })
      .from(portalCriterionResults)
      .innerJoin(portalDecisions, eq(portalDecisions.id, portalCriterionResults.decisionId))
      .where(and(eq(portalDecisions.submissionId, submissionId), eq(portalDecisions.isInForce, true))),
  ])
  if (!facts) return null
  return {
    ...facts,
    results,
    newest: Math.max(...versions.map(({ version }) => version)),
    decision: decision
      ? {
          ...decision,
          decidedAt: decision.decidedAt.toISOString(),
          isFresh: now.getTime() - decision.decidedAt.getTime() < AT_ONCE_MS,
          certificate: decision.certificate
            ? {
                ...decision.certificate,
                issuedAt: decision.certificate.issuedAt.toISOString(),
                bytes: Number(decision.certificate.bytes),
              }
            : null,
        }
      : null,
    history: versions.flatMap(({ id, version, submittedAt, submittedByName, ...decided }) => {
      const submitted = { id, version, at: submittedAt.toISOString(), who: submittedByName, reason: '' }
      const { outcome, decidedAt, decidedByName, reason } = decided
      const entry = { ...submitted, what: 'submitted' as const }
      return outcome && decidedAt && decidedByName
        ? [
            {
              ...submitted,
              what: outcome,
              at: decidedAt.toISOString(),
              who: decidedByName,
              reason: reason ?? '',
            },
            entry,
          ]
        : [entry]
    }),
  }
}

export type SubmissionPage = NonNullable<Awaited<ReturnType<typeof submissionPage>>>

function versionsBeside(tx: Tx, submissionId: string) {
  return tx
    .select({
      id: portalSubmissions.id,
      version: portalSubmissions.version,
      submittedAt: portalSubmissions.submittedAt,
      submittedByName: portalSubmissions.submittedByName,
      outcome: portalSubmissions.outcome,
      decidedAt: portalSubmissions.decidedAt,
      decidedByName: portalDecisions.decidedByName,
      reason: portalDecisions.reason,
    })
    .from(portalSubmissions)
    .leftJoin(
      portalDecisions,
      and(eq(portalDecisions.submissionId, portalSubmissions.id), eq(portalDecisions.isInForce, true)),
    )
    .where(
      eq(
        portalSubmissions.deliverableId,
        sql`(select s.deliverable_id from portal.submissions s where s.id = ${submissionId})`,
      ),
    )
    .orderBy(desc(portalSubmissions.version))
}

function decisionOn(tx: Tx, submissionId: string) {
  return tx
    .select({
      outcome: portalDecisions.outcome,
      decidedAt: portalDecisions.decidedAt,
      decidedByName: portalDecisions.decidedByName,
      decidedByJobTitle: portalDecisions.decidedByJobTitle,
      typedName: portalDecisions.typedName,
      statement: portalDecisions.statement,
      timeZone: portalDecisions.timeZone,
      submissionDigest: portalDecisions.submissionDigest,
      certificate: {
        id: portalCertificates.id,
        number: portalCertificates.number,
        issuedAt: portalCertificates.issuedAt,
        sha256: portalCertificates.fileSha256,
        bytes: portalCertificates.sizeBytes,
      },
    })
    .from(portalDecisions)
    .leftJoin(portalCertificates, eq(portalCertificates.decisionId, portalDecisions.id))
    .where(and(eq(portalDecisions.submissionId, submissionId), eq(portalDecisions.isInForce, true)))
}
