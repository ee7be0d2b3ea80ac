import type { Tx } from '@countersign/db/connect'
import { portalInvoices } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'

/** The invoice's file in one syntax, where there is one. */
export async function invoiceTwin(tx: Tx, invoiceId: string, syntax: 'ubl' | 'cii') {
  const [invoice] = await tx
    .select({
      number: portalInvoices.number,
      ubl: portalInvoices.ublSha256,
      cii: portalInvoices.ciiSha256,
    })
    .from(portalInvoices)
    .where(eq(portalInvoices.id, invoiceId))
  const sha256 = invoice?.[syntax]
  return sha256
    ? { sha256, name: `${invoice.number}.${syntax}.xml`, mediaType: 'application/xml' }
    : undefined
}
