import type { Tx } from '@countersign/db/connect'
import { portalInvoices } from '@countersign/db/views/portal'
import { and, eq, isNotNull } from 'drizzle-orm'

/** The invoice's document, once the worker has made it. */
export async function invoiceFile(tx: Tx, invoiceId: string) {
  const [invoice] = await tx
    .select({ sha256: portalInvoices.fileSha256, number: portalInvoices.number })
    .from(portalInvoices)
    .where(and(eq(portalInvoices.id, invoiceId), isNotNull(portalInvoices.fileSha256)))
  return invoice?.sha256
    ? { sha256: invoice.sha256, name: `${invoice.number}.pdf`, mediaType: 'application/pdf' }
    : undefined
}
