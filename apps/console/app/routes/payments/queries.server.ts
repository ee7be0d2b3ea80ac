import type { Tx } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { invoiceStates } from '@countersign/db/views/invoices'
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
      openMinor: sql<string>`${invoiceStates.openMinor}::text`,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(eq(invoices.id, invoiceId))
  if (!invoice) return null
  const { openMinor, ...rest } = invoice
  return { ...rest, open: { minor: openMinor, currency: invoice.currency } }
}
