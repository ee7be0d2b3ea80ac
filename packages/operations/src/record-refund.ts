import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoicePayments, invoices } from '@countersign/db/tables/billing'
import { invoiceStates } from '@countersign/db/views/invoices'
import { whyNotARefund } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Refund = {
  invoiceId: string
  amountMinor: bigint
  paidBackOn: LocalDate
  reference: string
  by: StaffActor
}

/**
 * Records that we paid money back of an invoice for which too much had come in, at most that much: a payment below zero,
 * so that whatever sums payments sums it too. The database settles two refunds at once.
 */
export async function recordRefund(tx: Tx, { invoiceId, amountMinor, paidBackOn, reference, by }: Refund) {
  const [invoice] = await tx
    .select({
      projectId: invoices.projectId,
      kind: invoices.kind,
      issuedOn: invoices.issuedOn,
      openMinor: invoiceStates.openMinor,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  if (invoice.kind === 'credit-note') return refused('credit-note-itself')
  const flaw = whyNotARefund({ amountMinor }, invoice)
  if (flaw) return { ok: false as const, ...flaw }
  if (paidBackOn < invoice.issuedOn) return refused('before-invoice')
  try {
    await tx.transaction((inner) =>
      inner.insert(invoicePayments).values({
        projectId: invoice.projectId,
        invoiceId,
        amountMinor: -amountMinor,
        receivedOn: paidBackOn,
        reference,
        recordedBy: by.staffId,
      }),
    )
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'refund_within_overpaid') return refused('paid-back-meanwhile')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
  return { ok: true as const }
}
