import type { ContactActor, Tx } from '@countersign/db/connect'
import {
  portalCertificates,
  portalCriterionResults,
  portalDecisions,
  portalOutsideEnvelopes,
  portalPunchItems,
  portalSubmissions,
  portalTimeRequests,
} from '@countersign/db/views/portal'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { submissionForDecision } from '../../acceptance/queries.server'
import { withPunchState } from '../../acceptance/punch-state'
import { whatBinds } from '../../acceptance/what-binds.server'

const AT_ONCE_MS = 60_000

/** A version with its files, its decision and the history of its deliverable; null where it is not there. */
export async function submissionPage(tx: Tx, submissionId: string, me: ContactActor, now: Date) {
  const [facts, versions, decided, [decision], results, points, timeRequests, binding, envelope] =
    await Promise.all([
      submissionForDecision(tx, submissionId, me, now),
      versionsBeside(tx, submissionId),
      decisionsBeside(tx, submissionId),
      decisionOn(tx, submissionId),
      resultsOn(tx, submissionId),
      pointsOf(tx, submissionId),
      tx
        .select()
        .from(portalTimeRequests)
        .where(eq(portalTimeRequests.submissionId, submissionId))
        .orderBy(asc(portalTimeRequests.requestedAt)),
      whatBinds(tx, submissionId),
      envelopeOn(tx, submissionId),
    ])
  if (!facts) return null
  const { role, today } = facts.project
  return {
    ...facts,
    results,
    ...binding,
    envelope,
    mayClose: role === 'signatory' || role === 'contributor',
    punchItems: points.map((point) => withPunchState(point, today)),
    timeRequests: timeRequests.map(({ requestedAt: _, answeredAt: __, ...request }) => request),
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
    history: [
      ...versions.map(({ id, version, submittedAt, submittedByName }) => ({
        what: 'submitted' as const,
        key: id,
        id,
        version,
        at: submittedAt.toISOString(),
        who: submittedByName,
      })),
      ...decided.map(({ decidedAt, certificateId, ...row }) => ({
        what: 'decided' as const,
        ...row,
        at: decidedAt.toISOString(),
        certificateId,
      })),
    ].sort((a, b) => b.version - a.version || (a.at < b.at ? 1 : -1)),
  }
}

export type SubmissionPage = NonNullable<Awaited<ReturnType<typeof submissionPage>>>

function besides(submissionId: string) {
  return eq(
    portalSubmissions.deliverableId,
    sql`(select s.deliverable_id from portal.submissions s where s.id = ${submissionId})`,
  )
}

function versionsBeside(tx: Tx, submissionId: string) {
  return tx
    .select({
      id: portalSubmissions.id,
      version: portalSubmissions.version,
      submittedAt: portalSubmissions.submittedAt,
      submittedByName: portalSubmissions.submittedByName,
    })
    .from(portalSubmissions)
    .where(besides(submissionId))
    .orderBy(desc(portalSubmissions.version))
}

/** Every decision on every version, also those that hold no longer. */
function decisionsBeside(tx: Tx, submissionId: string) {
  return tx
    .select({
      key: portalDecisions.id,
      id: portalSubmissions.id,
      version: portalSubmissions.version,
      kind: portalDecisions.kind,
      act: portalDecisions.act,
      outcome: portalDecisions.outcome,
      decidedAt: portalDecisions.decidedAt,
      who: portalDecisions.decidedByName,
      onBehalfOf: portalDecisions.onBehalfOfName,
      reason: portalDecisions.reason,
      isInForce: portalDecisions.isInForce,
      certificateId: portalCertificates.id,
      /** Only where it was signed with an outside service. */
      recordedBy: portalOutsideEnvelopes.recordedByName,
    })
    .from(portalDecisions)
    .leftJoin(portalOutsideEnvelopes, eq(portalOutsideEnvelopes.decisionId, portalDecisions.id))
    .innerJoin(portalSubmissions, eq(portalSubmissions.id, portalDecisions.submissionId))
    .leftJoin(portalCertificates, eq(portalCertificates.decisionId, portalDecisions.id))
    .where(besides(submissionId))
}

function resultsOn(tx: Tx, submissionId: string) {
  return tx
    .select({
      criterionId: portalCriterionResults.criterionId,
      result: portalCriterionResults.result,
      comment: portalCriterionResults.comment,
    })
    .from(portalCriterionResults)
    .innerJoin(portalDecisions, eq(portalDecisions.id, portalCriterionResults.decisionId))
    .where(and(eq(portalDecisions.submissionId, submissionId), eq(portalDecisions.isInForce, true)))
}

/** What the decision in force left to be done. */
function pointsOf(tx: Tx, submissionId: string) {
  return tx
    .select({
      id: portalPunchItems.id,
      position: portalPunchItems.position,
      text: portalPunchItems.text,
      ownerSide: portalPunchItems.ownerSide,
      ownerName: portalPunchItems.ownerName,
      dueOn: portalPunchItems.dueOn,
      closedAt: portalPunchItems.closedAt,
      closedByName: portalPunchItems.closedByName,
      closingRemark: portalPunchItems.closingRemark,
      reports: portalPunchItems.reports,
    })
    .from(portalPunchItems)
    .innerJoin(portalDecisions, eq(portalDecisions.id, portalPunchItems.decisionId))
    .where(and(eq(portalPunchItems.submissionId, submissionId), eq(portalDecisions.isInForce, true)))
    .orderBy(asc(portalPunchItems.position))
}

/** What the decision in force rests on where it was signed with an outside service; null where it was not. */
async function envelopeOn(tx: Tx, submissionId: string) {
  const e = portalOutsideEnvelopes
  const [found] = await tx
    .select()
    .from(e)
    .where(
      eq(e.decisionId, sql`(select s.decision_id from portal.submissions s where s.id = ${submissionId})`),
    )
  if (!found) return null
  const { decisionId, service, envelopeId, completedAt, recordedAt, recordedByName, signers, ...files } =
    found
  return {
    service,
    envelopeId,
    completedAt: completedAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    recordedByName,
    signers,
    files: [
      {
        is: 'document' as const,
        href: `/envelopes/${decisionId}/document`,
        name: files.documentName,
        sha256: files.documentSha256,
        bytes: Number(files.documentBytes),
      },
      {
        is: 'completion' as const,
        href: `/envelopes/${decisionId}/completion`,
        name: files.completionName,
        sha256: files.completionSha256,
        bytes: Number(files.completionBytes),
      },
    ],
  }
}

function decisionOn(tx: Tx, submissionId: string) {
  return tx
    .select({
      kind: portalDecisions.kind,
      act: portalDecisions.act,
      outcome: portalDecisions.outcome,
      reason: portalDecisions.reason,
      decidedAt: portalDecisions.decidedAt,
      decidedByName: portalDecisions.decidedByName,
      decidedByJobTitle: portalDecisions.decidedByJobTitle,
      onBehalfOfName: portalDecisions.onBehalfOfName,
      clause: portalDecisions.clause,
      releasesBasisPoints: portalDecisions.releasesBasisPoints,
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
