import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoicePayments } from '@countersign/db/tables/billing'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { whyNotADraft, type InvoiceDraft } from '@countersign/domain/invoicing/invoice-draft'
import { taxesOf } from '@countersign/domain/invoicing/invoice-taxes'
import { billingTerms } from './billing-terms'
import { refused } from './result'
import { writeInvoice } from './write-invoice'

type Content = { projectId: string; draft: InvoiceDraft; issuedOn: LocalDate; by: StaffActor }

/** Issues what a draft says, due after the contract's term; what came in before is recorded as a payment with it. */
export async function issueContent(tx: Tx, { projectId, draft, issuedOn, by }: Content) {
  const why = whyNotADraft(draft)
  if (why) return refused(why)
  const { customerId, currency, paymentTermDays, requiresOrder } = await billingTerms(tx, projectId)
  if (requiresOrder && !draft.customerOrderId) return refused('order-missing')
  const { lines, prepaidMinor, ...rest } = draft
  const written = await writeInvoice(tx, {
    projectId,
    customerId,
    currency,
    kind: 'invoice',
    refersTo: null,
    reason: '',
    ...rest,
    lines,
    taxes: taxesOf(lines),
    prepaidMinor,
    issuedOn,
    dueOn: addDays(issuedOn, paymentTermDays),
    by,
  })
  if (written.ok && prepaidMinor > 0n)
    await tx.insert(invoicePayments).values({
      projectId,
      invoiceId: written.invoiceId,
      amountMinor: prepaidMinor,
      receivedOn: issuedOn,
      reference: '',
      recordedBy: by.staffId,
    })
  return written
}
