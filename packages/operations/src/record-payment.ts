import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoicePayments, invoices } from '@countersign/db/tables/billing'
import { whyNotAPayment } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Payment = {
  invoiceId: string
  amountMinor: bigint
  receivedOn: LocalDate
  reference: string
  by: StaffActor
}

/** Records money received on an invoice, at most what is open; the database settles two payments at once. */
export async function recordPayment(tx: Tx, { invoiceId, amountMinor, receivedOn, reference, by }: Payment) {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  const paid = await tx
    .select({ amountMinor: invoicePayments.amountMinor })
    .from(invoicePayments)
    .where(eq(invoicePayments.invoiceId, invoiceId))
  const paidMinor = paid.reduce((sum, payment) => sum + payment.amountMinor, 0n)
  const flaw = whyNotAPayment({ amountMinor }, { grossMinor: invoice.grossMinor, paidMinor })
  if (flaw) return { ok: false as const, ...flaw }
  if (receivedOn < invoice.issuedOn) return refused('before-invoice')
  try {
    await tx.transaction((inner) =>
      inner.insert(invoicePayments).values({
        projectId: invoice.projectId,
        invoiceId,
        amountMinor,
        receivedOn,
        reference,
        recordedBy: by.staffId,
      }),
    )
  } catch (error) {
    if (brokenConstraint(error) === 'payment_within_open_amount') return refused('paid-meanwhile')
    throw error
  }
  return { ok: true as const }
}
