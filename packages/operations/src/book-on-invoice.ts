import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoicePayments, invoices } from '@countersign/db/tables/billing'
import { invoiceStates } from '@countersign/db/views/invoices'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Booking<Flaw> = {
  invoiceId: string
  /** What was moved, above zero, in minor units of the invoice's currency. */
  amountMinor: bigint
  on: LocalDate
  reference: string
  by: StaffActor
  direction: 'in' | 'back'
  /** Why the amount cannot be booked on what is open; null if it can. */
  flawOf: (payment: { amountMinor: bigint }, invoice: { openMinor: bigint }) => Flaw | null
}

/**
 * Books money that came in on an invoice or went back, which is a payment below zero. What two people book at once is
 * settled by the constraint `settledBy`, and the later of them is told `overtaken`.
 */
export async function bookOnInvoice<const Overtaken extends string, Flaw extends object>(
  tx: Tx,
  { invoiceId, amountMinor, on, reference, by, direction, flawOf }: Booking<Flaw>,
  { settledBy, overtaken }: { settledBy: string; overtaken: Overtaken },
) {
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
  const flaw = flawOf({ amountMinor }, invoice)
  if (flaw) return { ok: false as const, ...flaw }
  if (on < invoice.issuedOn) return refused('before-invoice')
  try {
    await tx.transaction((inner) =>
      inner.insert(invoicePayments).values({
        projectId: invoice.projectId,
        invoiceId,
        amountMinor: direction === 'in' ? amountMinor : -amountMinor,
        receivedOn: on,
        reference,
        recordedBy: by.staffId,
      }),
    )
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === settledBy) return refused(overtaken)
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
  return { ok: true as const }
}
