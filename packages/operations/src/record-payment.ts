import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoicePayments, invoices } from '@countersign/db/tables/billing'
import { invoiceStates } from '@countersign/db/views/invoices'
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
  const flaw = whyNotAPayment({ amountMinor }, invoice)
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
    const broken = brokenConstraint(error)
    if (broken === 'payment_within_open_amount') return refused('paid-meanwhile')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
  return { ok: true as const }
}
