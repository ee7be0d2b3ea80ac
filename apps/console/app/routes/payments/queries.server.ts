import type { Tx } from '@countersign/db/connect'
import { invoicePayments, invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { eq, sql } from 'drizzle-orm'

/** What a payment is recorded against; null where there is no such invoice. */
export async function openInvoice(tx: Tx, invoiceId: string) {
  const [invoice] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      customer: customers.name,
      currency: invoices.currency,
      issuedOn: invoices.issuedOn,
      openMinor: sql<string>`(${invoices.grossMinor} - coalesce((
        select sum(${invoicePayments.amountMinor}) from ${invoicePayments}
        where ${invoicePayments.invoiceId} = ${invoices.id}), 0))::text`,
    })
    .from(invoices)
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(eq(invoices.id, invoiceId))
  if (!invoice) return null
  const { openMinor, ...rest } = invoice
  return { ...rest, open: { minor: openMinor, currency: invoice.currency } }
}
