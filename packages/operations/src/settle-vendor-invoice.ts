import type { StaffActor, Tx } from '@countersign/db/connect'
import { vendorInvoiceRefusals, vendorInvoices } from '@countersign/db/tables/vendors'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { vendorInvoiceState } from '@countersign/domain/purchase'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Settling = { vendorInvoiceId: string; by: StaffActor; now: Date }

/** Approves a vendor's invoice that somebody else recorded or sent; `isBillable` passes it on to the customer. */
export async function approveVendorInvoice(
  tx: Tx,
  { vendorInvoiceId, isBillable, by, now }: Settling & { isBillable: boolean },
) {
  const invoice = await invoiceOf(tx, vendorInvoiceId)
  if (!invoice) return refused('no-such-invoice')
  if (vendorInvoiceState(invoice) !== 'waiting') return refused('not-waiting')
  if (invoice.recordedBy === by.staffId) return refused('own-record')
  return inAnOpenMonth(async () => {
    const rows = await tx.transaction((inner) =>
      inner
        .update(vendorInvoices)
        .set({ approvedAt: now, approvedBy: by.staffId, isBillable })
        .where(and(eq(vendorInvoices.id, vendorInvoiceId), isNull(vendorInvoices.approvedAt)))
        .returning({ id: vendorInvoices.id }),
    )
    return rows.length > 0 ? { ok: true as const } : refused('not-waiting')
  })
}

/** Does not take an invoice: it leaves the order's sums, and the vendor reads why. */
export async function refuseVendorInvoice(
  tx: Tx,
  { vendorInvoiceId, reason, by, now }: Settling & { reason: string },
) {
  const invoice = await invoiceOf(tx, vendorInvoiceId)
  if (!invoice) return refused('no-such-invoice')
  return inAnOpenMonth(() =>
    tx.transaction(async (inner) => {
      const [gone] = await inner
        .delete(vendorInvoices)
        .where(and(eq(vendorInvoices.id, vendorInvoiceId), isNull(vendorInvoices.approvedAt)))
        .returning()
      if (!gone) return refused('not-waiting')
      const { projectId, purchaseOrderId, number, invoicedOn, netMinor, taxMinor } = gone
      await inner.insert(vendorInvoiceRefusals).values({
        projectId,
        purchaseOrderId,
        number,
        invoicedOn,
        netMinor,
        taxMinor,
        documentSha256: gone.documentSha256,
        documentName: gone.documentName,
        reason,
        refusedBy: by.staffId,
        refusedAt: now,
      })
      return { ok: true as const }
    }),
  )
}

/** Records that an approved invoice was paid. */
export async function payVendorInvoice(
  tx: Tx,
  { vendorInvoiceId, paidOn, today }: { vendorInvoiceId: string; paidOn: LocalDate; today: LocalDate },
) {
  const invoice = await invoiceOf(tx, vendorInvoiceId)
  if (!invoice) return refused('no-such-invoice')
  if (vendorInvoiceState(invoice) !== 'approved') return refused('not-approved')
  if (paidOn > today) return refused('in-the-future')
  if (paidOn < invoice.invoicedOn) return refused('before-invoice')
  return inAnOpenMonth(async () => {
    const rows = await tx.transaction((inner) =>
      inner
        .update(vendorInvoices)
        .set({ paidOn })
        .where(
          and(
            eq(vendorInvoices.id, vendorInvoiceId),
            isNotNull(vendorInvoices.approvedAt),
            isNull(vendorInvoices.paidOn),
          ),
        )
        .returning({ id: vendorInvoices.id }),
    )
    return rows.length > 0 ? { ok: true as const } : refused('not-approved')
  })
}

async function invoiceOf(tx: Tx, vendorInvoiceId: string) {
  const [invoice] = await tx.select().from(vendorInvoices).where(eq(vendorInvoices.id, vendorInvoiceId))
  return invoice ?? null
}

async function inAnOpenMonth<Result>(work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'month_is_open') return refused('month-closed')
    if (broken === 'vendor_invoice_is_approved') return refused('not-waiting')
    throw error
  }
}
