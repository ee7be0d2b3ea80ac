import type { Tx } from '@countersign/db/connect'
import { invoiceDocuments, invoices } from '@countersign/db/tables/billing'
import { eq } from 'drizzle-orm'

export async function invoiceDocument(tx: Tx, invoiceId: string) {
  const [document] = await tx
    .select({
      number: invoices.number,
      sha256: invoiceDocuments.fileSha256,
      ubl: invoiceDocuments.ublSha256,
      cii: invoiceDocuments.ciiSha256,
    })
    .from(invoiceDocuments)
    .innerJoin(invoices, eq(invoices.id, invoiceDocuments.invoiceId))
    .where(eq(invoices.id, invoiceId))
  return document
}
