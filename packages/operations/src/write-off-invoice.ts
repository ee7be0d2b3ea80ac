import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoices, invoiceWriteOffs } from '@countersign/db/tables/billing'
import { invoiceStates } from '@countersign/db/views/invoices'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { allocate } from '@countersign/domain/invoicing/allocate'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type WriteOff = {
  invoiceId: string
  amountMinor: bigint
  writtenOffOn: LocalDate
  reason: string
  by: StaffActor
}

/** Gives up what of an invoice will never come in, at most what is open; its net part lowers the margin. */
export async function writeOffInvoice(
  tx: Tx,
  { invoiceId, amountMinor, writtenOffOn, reason, by }: WriteOff,
) {
  const [invoice] = await tx
    .select({ invoice: invoices, openMinor: invoiceStates.openMinor })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  const { projectId, issuedOn, netMinor, taxMinor } = invoice.invoice
  if (amountMinor <= 0n || amountMinor > invoice.openMinor) return refused('above-open')
  if (writtenOffOn < issuedOn) return refused('before-invoice')
  const [net] = allocate(amountMinor, [netMinor, taxMinor])
  try {
    await tx.transaction((inner) =>
      inner.insert(invoiceWriteOffs).values({
        projectId,
        invoiceId,
        amountMinor,
        netMinor: net!,
        writtenOffOn,
        reason,
        recordedBy: by.staffId,
      }),
    )
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'write_off_within_open_amount') return refused('above-open')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
  return { ok: true as const }
}
