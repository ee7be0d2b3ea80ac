import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { customerOrders } from '@countersign/db/tables/contract-lines'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { draftFromJson, draftToJson, whyNotADraft } from '@countersign/domain/invoicing/invoice-draft'
import { isTaxed, type TaxCategory } from '@countersign/domain/invoicing/invoice-taxes'
import { and, eq } from 'drizzle-orm'
import { billingTerms } from './billing-terms'
import { refused } from './result'

type DraftEdit = {
  draftId: string
  /** One for each line, in its order. */
  descriptions: string[]
  taxCategory: TaxCategory
  exemptionReason: string
  customerOrderId: string | null
  periodFromOn: LocalDate | null
  periodToOn: LocalDate | null
  prepaidMinor: bigint
  by: StaffActor
  now: Date
}

/** Words, tax, order and period of a draft; amounts stay what the queue said. An approval falls with an edit. */
export async function editDraft(tx: Tx, { draftId, descriptions, taxCategory, by, now, ...edit }: DraftEdit) {
  const [row] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId)).for('update')
  if (!row) return refused('no-such-draft')
  const known = draftFromJson(row.content)
  if (descriptions.length !== known.lines.length) return refused('changed-meanwhile')
  const { taxBasisPoints } = await billingTerms(tx, row.projectId)
  if (isTaxed(taxCategory) !== taxBasisPoints > 0 && isTaxed(taxCategory))
    return refused('contract-without-tax')
  const draft = {
    ...known,
    ...edit,
    lines: known.lines.map((line, index) => ({
      ...line,
      description: descriptions[index]!,
      taxCategory,
      taxBasisPoints: isTaxed(taxCategory) ? taxBasisPoints : 0,
    })),
  }
  if (draft.customerOrderId !== null && !(await isOrderOf(tx, row.projectId, draft.customerOrderId)))
    return refused('no-such-order')
  const why = whyNotADraft(draft)
  if (why) return refused(why)
  await tx
    .update(invoiceDrafts)
    .set({
      content: draftToJson(draft),
      state: 'draft',
      writtenBy: by.staffId,
      writtenAt: now,
      reviewedBy: null,
    })
    .where(eq(invoiceDrafts.id, draftId))
  return { ok: true as const }
}

async function isOrderOf(tx: Tx, projectId: string, orderId: string): Promise<boolean> {
  const [order] = await tx
    .select({ id: customerOrders.id })
    .from(customerOrders)
    .where(and(eq(customerOrders.projectId, projectId), eq(customerOrders.id, orderId)))
  return order !== undefined
}
