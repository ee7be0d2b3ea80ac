import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDocuments, invoices } from '@countersign/db/tables/billing'
import { deliverables } from '@countersign/db/tables/contract'
import { certificates, files, submissionFiles, submissions } from '@countersign/db/tables/delivery'
import { warrantyClaimFiles } from '@countersign/db/tables/warranty'
import { expenses } from '@countersign/db/tables/expenses'
import { vendorInvoiceRefusals, vendorInvoices } from '@countersign/db/tables/vendors'
import { outsideEnvelopes } from '@countersign/db/tables/outside-decisions'
import { certificateSeals } from '@countersign/db/tables/seals'
import { dependencyAnswers } from '@countersign/db/tables/dependencies'
import { gateEvidenceRecords } from '@countersign/db/tables/phases'
import { testDefectFiles } from '@countersign/db/tables/testing'
import { and, eq, inArray, or, sql } from 'drizzle-orm'

/** A file that this person may have, by what it was submitted or issued as; null for any other. */
export async function fileFor(tx: Tx, sha256: string, { role }: StaffActor) {
  const asSubmittedOf = (...kinds: ('charter' | 'result')[]) =>
    tx
      .select({ name: submissionFiles.name, mediaType: files.mediaType })
      .from(submissionFiles)
      .innerJoin(files, eq(files.sha256, submissionFiles.sha256))
      .innerJoin(submissions, eq(submissions.id, submissionFiles.submissionId))
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      .where(and(eq(submissionFiles.sha256, sha256), inArray(deliverables.kind, kinds)))
      .limit(1)
  const asSubmitted = () => asSubmittedOf('charter', 'result')
  // A charter prints the price: its file is for those who see money.
  const asResult = () => asSubmittedOf('result')
  const asDefectFile = () =>
    tx
      .select({ name: testDefectFiles.name, mediaType: files.mediaType })
      .from(testDefectFiles)
      .innerJoin(files, eq(files.sha256, testDefectFiles.sha256))
      .where(eq(testDefectFiles.sha256, sha256))
      .limit(1)
  const asCertificate = () =>
    tx
      .select({ name: sql<string>`${certificates.number} || '.pdf'`, mediaType: files.mediaType })
      .from(certificates)
      .leftJoin(
        certificateSeals,
        and(eq(certificateSeals.certificateId, certificates.id), eq(certificateSeals.fileSha256, sha256)),
      )
      .innerJoin(files, eq(files.sha256, sha256))
      .where(or(eq(certificates.fileSha256, sha256), eq(certificateSeals.fileSha256, sha256)))
      .limit(1)
  const asInvoice = () =>
    tx
      .select({ name: sql<string>`${invoices.number} || '.pdf'`, mediaType: files.mediaType })
      .from(invoiceDocuments)
      .innerJoin(invoices, eq(invoices.id, invoiceDocuments.invoiceId))
      .innerJoin(files, eq(files.sha256, invoiceDocuments.fileSha256))
      .where(eq(invoiceDocuments.fileSha256, sha256))
      .limit(1)
  const asClaimed = () =>
    tx
      .select({ name: warrantyClaimFiles.name, mediaType: files.mediaType })
      .from(warrantyClaimFiles)
      .innerJoin(files, eq(files.sha256, warrantyClaimFiles.sha256))
      .where(eq(warrantyClaimFiles.sha256, sha256))
      .limit(1)
  const asEvidence = () =>
    tx
      .select({ name: sql<string>`${gateEvidenceRecords.fileName}`, mediaType: files.mediaType })
      .from(gateEvidenceRecords)
      .innerJoin(files, eq(files.sha256, gateEvidenceRecords.fileSha256))
      .where(eq(gateEvidenceRecords.fileSha256, sha256))
      .limit(1)
  const asProvided = () =>
    tx
      .select({ name: sql<string>`${dependencyAnswers.fileName}`, mediaType: files.mediaType })
      .from(dependencyAnswers)
      .innerJoin(files, eq(files.sha256, dependencyAnswers.fileSha256))
      .where(eq(dependencyAnswers.fileSha256, sha256))
      .limit(1)
  const governed = [asEvidence, asProvided]
  const asReceipt = () =>
    tx
      .select({ name: sql<string>`${expenses.receiptName}`, mediaType: files.mediaType })
      .from(expenses)
      .innerJoin(files, eq(files.sha256, expenses.receiptSha256))
      .where(eq(expenses.receiptSha256, sha256))
      .limit(1)
  const asVendorInvoice = () =>
    tx
      .select({ name: sql<string>`${vendorInvoices.documentName}`, mediaType: files.mediaType })
      .from(vendorInvoices)
      .innerJoin(files, eq(files.sha256, vendorInvoices.documentSha256))
      .where(eq(vendorInvoices.documentSha256, sha256))
      .limit(1)
  const asRefusedInvoice = () =>
    tx
      .select({ name: sql<string>`${vendorInvoiceRefusals.documentName}`, mediaType: files.mediaType })
      .from(vendorInvoiceRefusals)
      .innerJoin(files, eq(files.sha256, vendorInvoiceRefusals.documentSha256))
      .where(eq(vendorInvoiceRefusals.documentSha256, sha256))
      .limit(1)
  const bought = [asVendorInvoice, asRefusedInvoice]
  const asEnvelope = () =>
    tx
      .select({
        name: sql<string>`case when ${outsideEnvelopes.documentSha256} = ${sha256}
          then ${outsideEnvelopes.documentName} else ${outsideEnvelopes.completionName} end`,
        mediaType: files.mediaType,
      })
      .from(outsideEnvelopes)
      .innerJoin(files, eq(files.sha256, sha256))
      .where(or(eq(outsideEnvelopes.documentSha256, sha256), eq(outsideEnvelopes.completionSha256, sha256)))
      .limit(1)
  // A role is asked only for what it has been granted: finance reads no submission, the team neither certificate nor invoice.
  const sources = {
    project_manager: [
      asSubmitted,
      asDefectFile,
      asCertificate,
      asInvoice,
      asClaimed,
      asEnvelope,
      asReceipt,
      ...bought,
      ...governed,
    ],
    program_manager: [
      asSubmitted,
      asDefectFile,
      asCertificate,
      asInvoice,
      asClaimed,
      asEnvelope,
      ...governed,
    ],
    team_member: [asResult, asDefectFile, asClaimed, asReceipt, ...governed],
    finance: [asCertificate, asInvoice, asReceipt, ...bought],
    account_manager: [],
    executive: [],
    administrator: [],
    vendor: bought,
  }[role]
  const found = await Promise.all(sources.map((source) => source()))
  return found.flat()[0] ?? null
}
