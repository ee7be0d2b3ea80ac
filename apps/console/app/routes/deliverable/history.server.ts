import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import {
  certificates,
  criterionResults,
  decisions,
  files,
  submissionFiles,
  submissions,
} from '@countersign/db/tables/delivery'
import { correctionAgreements } from '@countersign/db/tables/outside-decisions'
import { contacts, staff } from '@countersign/db/tables/people'
import { certificateSeals } from '@countersign/db/tables/seals'
import { isInForce } from '@countersign/db/views/in-force'
import type { Criterion, CriterionVerdict } from '@countersign/domain/acceptance'
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { seesMoney } from '../../roles'
import { envelopesOf } from './envelopes.server'

/** Every version with its files and what the customer decided, the latest first. */
export async function historyOf(tx: Tx, deliverableId: string, { role }: StaffActor) {
  const ofDeliverable = eq(submissions.deliverableId, deliverableId)
  const [versions, fileRows, decided, results, values, worded, envelopes] = await Promise.all([
    tx
      .select({
        id: submissions.id,
        version: submissions.version,
        message: submissions.message,
        submittedAt: submissions.submittedAt,
        submittedBy: staff.name,
        criteria: submissions.criteria,
      })
      .from(submissions)
      .innerJoin(staff, eq(staff.id, submissions.submittedBy))
      .where(ofDeliverable)
      .orderBy(desc(submissions.version)),
    tx
      .select({
        submissionId: submissionFiles.submissionId,
        name: submissionFiles.name,
        sha256: submissionFiles.sha256,
        sizeBytes: files.sizeBytes,
      })
      .from(submissionFiles)
      .innerJoin(submissions, eq(submissions.id, submissionFiles.submissionId))
      .innerJoin(files, eq(files.sha256, submissionFiles.sha256))
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      // A charter prints the price.
      .where(and(ofDeliverable, seesMoney(role) ? undefined : ne(deliverables.kind, 'charter')))
      .orderBy(asc(submissionFiles.position)),
    tx
      .select({
        id: decisions.id,
        submissionId: decisions.submissionId,
        outcome: decisions.outcome,
        decidedAt: decisions.decidedAt,
        typedName: decisions.typedName,
        kind: decisions.kind,
        act: decisions.act,
        reason: decisions.reason,
        onBehalfOf: contacts.name,
        isInForce,
        certificateNumber: certificates.number,
      })
      .from(decisions)
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .leftJoin(certificates, eq(certificates.decisionId, decisions.id))
      .leftJoin(contacts, eq(contacts.id, decisions.onBehalfOf))
      .where(ofDeliverable)
      .orderBy(desc(decisions.decidedAt)),
    tx
      .select({
        decisionId: criterionResults.decisionId,
        criterionId: criterionResults.criterionId,
        result: criterionResults.result,
        comment: criterionResults.comment,
      })
      .from(criterionResults)
      .innerJoin(decisions, eq(decisions.id, criterionResults.decisionId))
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .where(ofDeliverable),
    seesMoney(role)
      ? tx
          .select({
            id: submissions.id,
            valueMinor: submissions.valueMinor,
            currency: submissions.currency,
            digest: submissions.digest,
          })
          .from(submissions)
          .where(ofDeliverable)
      : [],
    seesMoney(role)
      ? tx
          .select({
            id: decisions.id,
            statement: decisions.statement,
            clause: decisions.clause,
            agreedBy: staff.name,
            agreedAt: correctionAgreements.agreedAt,
            // With the timestamp, once there is one.
            certificateSha256: sql<
              string | null
            >`coalesce(${certificateSeals.fileSha256}, ${certificates.fileSha256})`,
          })
          .from(decisions)
          .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
          .leftJoin(certificates, eq(certificates.decisionId, decisions.id))
          .leftJoin(
            certificateSeals,
            and(eq(certificateSeals.certificateId, certificates.id), eq(certificateSeals.level, 'B-T')),
          )
          .leftJoin(correctionAgreements, eq(correctionAgreements.decisionId, decisions.id))
          .leftJoin(staff, eq(staff.id, correctionAgreements.agreedBy))
          .where(ofDeliverable)
      : [],
    // What an envelope holds names the authority and the amount.
    seesMoney(role) ? envelopesOf(tx, deliverableId) : [],
  ])
  return versions.map(({ criteria, ...version }) => {
    const value = values.find(({ id }) => id === version.id)
    return {
      ...version,
      // The digest covers the amount: whoever knows the rest could find it by trying.
      digest: value?.digest ?? null,
      value: value ? moneyText(value.valueMinor, value.currency) : null,
      files: fileRows
        .filter(({ submissionId }) => submissionId === version.id)
        .map(({ name, sha256, sizeBytes }) => ({ name, sha256, bytes: Number(sizeBytes) })),
      decisions: decided
        .filter(({ submissionId }) => submissionId === version.id)
        .map((decision) => {
          const words = worded.find(({ id }) => id === decision.id)
          return {
            ...decision,
            // Statement and certificate name what is released: who does not see money reads the outcome and a number.
            statement: words?.statement ?? null,
            clause: words?.clause ?? null,
            certificateSha256: words?.certificateSha256 ?? null,
            agreement: words?.agreedBy && words.agreedAt ? { by: words.agreedBy, at: words.agreedAt } : null,
            envelope: envelopes.find(({ decisionId }) => decisionId === decision.id) ?? null,
            unmet: unmetOf(decision.id, results, criteria as Criterion[]),
          }
        }),
    }
  })
}

type Result = { decisionId: string; criterionId: string; result: CriterionVerdict; comment: string }

/** The criteria that were not met, as they stood, with the reason given for each. */
function unmetOf(decisionId: string, results: Result[], criteria: Criterion[]) {
  return criteria.flatMap(({ id, position, statement }) => {
    const result = results.find((each) => each.decisionId === decisionId && each.criterionId === id)
    return result?.result === 'not-met' ? [{ position, statement, comment: result.comment }] : []
  })
}
