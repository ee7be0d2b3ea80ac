import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

/** Jobs by name, with what they are told: ids only, since payloads and notifications can be seen. */
export type Jobs = {
  'after-decision': { decisionId: string }
  'after-submission': { submissionId: string }
  'after-publication': { publicationId: string }
  'after-invoice': { invoiceId: string }
  /** app.tell_of_vendor_invoice adds it; of a refused one the id is its refusal's. */
  'after-vendor-invoice': { act: 'received' | 'approved' | 'refused'; id: string }
  'after-criteria': { criteriaVersionId: string }
  'after-change': { changeRequestId: string }
  'after-signature': { submissionId: string }
  'after-time-request': { timeRequestId: string }
  'after-time-answer': { timeRequestId: string }
  'after-claim': { claimId: string }
  /** app.tell_of_week adds it. */
  'after-week': { reviewId: string }
  'after-claim-answer': { claimAnswerId: string }
  'after-dependency-request': { requestId: string }
  'after-dependency-answer': { answerId: string }
  'after-test-round': { testRoundId: string }
  'after-test-run': { testRunId: string }
  /** Signs what the chains have gained; app.append_to_ledger adds it too, for each certificate. */
  checkpoint: Record<string, never>
  'keep-checkpoint': { number: number }
  invitation: { contactId: string; projectId: string }
  'staff-invitation': { staffId: string }
  /** `invites`: the mail gets an invitation link for this person, made when it is sent. */
  mail: { mailId: string; invites?: { side: 'contact' | 'staff'; personId: string } }
}

/** Adds a job in the transaction of the fact that causes it: both happen or neither. One job per `key`. */
export async function enqueue<J extends keyof Jobs>(tx: Tx, job: J, payload: Jobs[J], key: string) {
  await tx.execute(sql`select app.enqueue(${job}, ${JSON.stringify(payload)}::jsonb, ${key})`)
}
