import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDocuments, invoices } from '@countersign/db/tables/billing'
import { certificates, files, submissionFiles } from '@countersign/db/tables/delivery'
import { eq, sql } from 'drizzle-orm'

/** A file that this person may have, by what it was submitted or issued as; null for any other. */
export async function fileFor(tx: Tx, sha256: string, { role }: StaffActor) {
  const asSubmitted = () =>
    tx
      .select({ name: submissionFiles.name, mediaType: files.mediaType })
      .from(submissionFiles)
      .innerJoin(files, eq(files.sha256, submissionFiles.sha256))
      .where(eq(submissionFiles.sha256, sha256))
      .limit(1)
  const asCertificate = () =>
    tx
      .select({ name: sql<string>`${certificates.number} || '.pdf'`, mediaType: files.mediaType })
      .from(certificates)
      .innerJoin(files, eq(files.sha256, certificates.fileSha256))
      .where(eq(certificates.fileSha256, sha256))
      .limit(1)
  const asInvoice = () =>
    tx
      .select({ name: sql<string>`${invoices.number} || '.pdf'`, mediaType: files.mediaType })
      .from(invoiceDocuments)
      .innerJoin(invoices, eq(invoices.id, invoiceDocuments.invoiceId))
      .innerJoin(files, eq(files.sha256, invoiceDocuments.fileSha256))
      .where(eq(invoiceDocuments.fileSha256, sha256))
      .limit(1)
  // A role is asked only for what it has been granted: finance reads no submission, the team neither certificate nor invoice.
  const sources = {
    project_manager: [asSubmitted, asCertificate, asInvoice],
    program_manager: [asSubmitted, asCertificate, asInvoice],
    team_member: [asSubmitted],
    finance: [asCertificate, asInvoice],
    account_manager: [],
    executive: [],
    administrator: [],
  }[role]
  const found = await Promise.all(sources.map((source) => source()))
  return found.flat()[0] ?? null
}
