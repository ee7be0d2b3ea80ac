import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { whyNotReviewable } from '@countersign/domain/invoicing/invoice-draft'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Review = {
  draftId: string
  act: 'ask' | 'approve' | 'return'
  note: string
  by: StaffActor
}

/** A draft is put before a second person, who approves it or gives it back with a note: four eyes. */
export async function reviewDraft(tx: Tx, { draftId, act, note, by }: Review) {
  const [draft] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId)).for('update')
  if (!draft) return refused('no-such-draft')
  const set = (values: Partial<typeof invoiceDrafts.$inferInsert>) =>
    tx.update(invoiceDrafts).set(values).where(eq(invoiceDrafts.id, draftId))
  if (act === 'ask') {
    if (draft.state !== 'draft') return refused('not-a-draft')
    await set({ state: 'in-review', reviewNote: '' })
    return { ok: true as const }
  }
  const why = whyNotReviewable(draft, by.staffId)
  if (why) return refused(why)
  if (act === 'return' && note === '') return refused('note-missing')
  await set(
    act === 'approve'
      ? { state: 'approved', reviewedBy: by.staffId, reviewNote: note }
      : { state: 'draft', reviewNote: note },
  )
  return { ok: true as const }
}
