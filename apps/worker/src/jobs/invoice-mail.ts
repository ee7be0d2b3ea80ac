import type { Tx } from '@countersign/db/connect'
import { invoiceDocuments, type invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'
import type { Attachment } from '../mail/write-mail'
import { activeContacts } from './project-people'

/** One mail for each invoice, dunning level and address: the console finds it by this key. */
export function invoiceMailKey(invoiceId: string, level: number, email: string): string {
  return `invoice ${invoiceId} level ${level} to ${email}`
}

/** The customer's address for invoices; where there is none, its portal administrators and signatories. */
export async function payersOf(tx: Tx, projectId: string, customerId: string) {
  const [customer] = await tx.select().from(customers).where(eq(customers.id, customerId))
  if (customer?.invoiceEmail) {
    const { name, invoiceEmail: email, locale, timeZone } = customer
    return [{ name, email, locale, timeZone }]
  }
  const contacts = await activeContacts(tx, projectId)
  return contacts.filter(({ role }) => role === 'portal_administrator' || role === 'signatory')
}

/** The PDF, in which a Factur-X is; and for whoever reads UBL, that too. */
export async function invoiceAttachments(
  tx: Tx,
  { id, number }: typeof invoices.$inferSelect,
): Promise<Attachment[]> {
  const [made] = await tx.select().from(invoiceDocuments).where(eq(invoiceDocuments.invoiceId, id))
  if (!made) return []
  const pdf = { name: `${number}.pdf`, sha256: made.fileSha256, mediaType: 'application/pdf' }
  if (!made.ublSha256) return [pdf]
  return [pdf, { name: `${number}.ubl.xml`, sha256: made.ublSha256, mediaType: 'application/xml' }]
}
