import type { StaffActor, Tx } from '@countersign/db/connect'
import { files, submissions } from '@countersign/db/tables/delivery'
import { and, eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type OutsideDecision = {
  projectId: string
  submissionId: string
  outcome: 'accepted' | 'rejected'
  /** Contacts who signed there. */
  signers: string[]
  /** When the last of them signed, as the certificate of completion says. */
  completedAt: Date
  service: string
  envelopeId: string
  reason: string
  document: StoredFile
  /** The service's certificate of completion. */
  completion: StoredFile
  by: StaffActor
  now: Date
}

const pdf = 'application/pdf'

/**
 * Records a decision that was signed with an outside service, with its completed envelope as the evidence: a decision of
 * its own kind, never shown as signed here. The database's own function holds it to what holds for any decision.
 */
export async function recordOutsideDecision(tx: Tx, decision: OutsideDecision) {
  const { projectId, submissionId, document, completion, signers, completedAt, now } = decision
  const [found] = await tx
    .select({ submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(and(eq(submissions.projectId, projectId), eq(submissions.id, submissionId)))
  if (!found) return refused('no-such-submission')
  if (signers.length === 0) return refused('nobody-signed')
  if (document.mediaType !== pdf || completion.mediaType !== pdf) return refused('not-two-pdfs')
  if (document.sha256 === completion.sha256) return refused('not-two-pdfs')
  if (completedAt > now) return refused('in-the-future')
  const kept = [document, completion].map(({ sha256, size }) => ({
    sha256,
    sizeBytes: BigInt(size),
    mediaType: pdf,
  }))
  try {
    const [row] = await tx.transaction(async (inner) => {
      await inner.insert(files).values(kept).onConflictDoNothing()
      return inner.execute<{ decision_id: string }>(sql`
        select app.record_outside_decision(${submissionId}, ${decision.outcome},
          array(select jsonb_array_elements_text(${JSON.stringify(signers)}::jsonb)::uuid),
          ${completedAt.toISOString()}::timestamptz, ${decision.service}, ${decision.envelopeId}, ${decision.reason},
          ${JSON.stringify({ name: document.name, sha256: document.sha256 })}::jsonb,
          ${JSON.stringify({ name: completion.name, sha256: completion.sha256 })}::jsonb) as decision_id`)
    })
    return { ok: true as const, decisionId: row!.decision_id }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'decisions_once') return refused('already-decided')
    if (constraint === 'submission_is_the_latest') return refused('superseded')
    if (constraint === 'authority_covers_it') return refused('beyond-authority')
    if (constraint === 'signatory_is_required') return refused('others-sign')
    if (constraint === 'envelope_is_of_its_time') return refused('before-submission')
    if (constraint === 'envelope_is_two_pdfs') return refused('not-two-pdfs')
    throw error
  }
}
