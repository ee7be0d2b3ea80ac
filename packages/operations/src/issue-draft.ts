import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { draftFromJson, whyNotIssuable } from '@countersign/domain/invoicing/invoice-draft'
import { eq } from 'drizzle-orm'
import { billingTerms } from './billing-terms'
import { issueContent } from './issue-content'
import { refused } from './result'
import { reviewLimit } from './review-limit'

type Issue = { draftId: string; issuedOn: LocalDate; by: StaffActor }

/** Makes an invoice of a draft, which is gone then: once, however many press the button. */
export async function issueDraft(tx: Tx, { draftId, issuedOn, by }: Issue) {
  const [row] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId)).for('update')
  if (!row) return refused('no-such-draft')
  const draft = draftFromJson(row.content)
  const { currency } = await billingTerms(tx, row.projectId)
  const why = whyNotIssuable(row.state, draft, await reviewLimit(tx, currency))
  if (why) return refused(why)
  const issued = await issueContent(tx, { projectId: row.projectId, draft, issuedOn, by })
  if (issued.ok) await tx.delete(invoiceDrafts).where(eq(invoiceDrafts.id, draftId))
  return issued
}

/** Throws a draft away; what it held is billable as before. */
export async function discardDraft(tx: Tx, draftId: string) {
  const gone = await tx
    .delete(invoiceDrafts)
    .where(eq(invoiceDrafts.id, draftId))
    .returning({ id: invoiceDrafts.id })
  return gone.length === 0 ? refused('no-such-draft') : { ok: true as const }
}
