import { invoiceDocuments, invoiceSendings } from '@countersign/db/tables/billing'
import { files } from '@countersign/db/tables/delivery'
import { ciiInvoice } from '@countersign/documents/e-invoice/cii'
import { ublInvoice } from '@countersign/documents/e-invoice/ubl'
import { renderInvoice } from '@countersign/documents/invoice'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { portalPayments } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { invoiceAttachments, invoiceMailKey, payersOf } from './invoice-mail'
import { invoiceToRender } from './invoice-to-render'
import { keepDocument } from './keep-document'

type Invoice = Awaited<ReturnType<typeof invoiceToRender>>

/**
 * An invoice or credit note gets its PDF and its twins in the syntaxes of EN 16931, once, and goes to the customer's
 * address for invoices.
 */
export async function afterInvoice(work: Work, { invoiceId }: Jobs['after-invoice']) {
  const { db, settings } = work
  const found = await db.asLogin((tx) => invoiceToRender(tx, invoiceId))
  const { invoice, project } = found
  const [made] = await db.asLogin((tx) =>
    tx.select().from(invoiceDocuments).where(eq(invoiceDocuments.invoiceId, invoiceId)),
  )
  const kept = made ? null : await documentsOf(work, found)

  await db.asLogin(async (tx) => {
    if (kept) {
      const { pdf, ubl, cii } = kept
      for (const file of [pdf, ubl, cii]) if (file) await tx.insert(files).values(file).onConflictDoNothing()
      await tx
        .insert(invoiceDocuments)
        .values({
          invoiceId,
          projectId: project.id,
          fileSha256: pdf.sha256,
          ublSha256: ubl?.sha256 ?? null,
          ciiSha256: cii?.sha256 ?? null,
        })
        .onConflictDoNothing({ target: invoiceDocuments.invoiceId })
    }
    const attachments = await invoiceAttachments(tx, invoice)
    const payers = await payersOf(tx, project.id, invoice.customerId)
    if (payers.length === 0) return
    await tx
      .insert(invoiceSendings)
      .values({
        projectId: project.id,
        invoiceId,
        level: 0,
        sentTo: payers.map(({ email }) => email).join(', '),
        dueOn: invoice.dueOn,
      })
      .onConflictDoNothing()
    for (const person of payers) {
      const words = letterMessages(person.locale)
      const own = words.invoice
      const format = createFormat(person.locale, person.timeZone)
      const isCredit = invoice.kind === 'credit-note'
      await writeMail(tx, {
        key: invoiceMailKey(invoiceId, 0, person.email),
        to: person,
        attachments,
        letter: () => ({
          subject: (isCredit ? own.creditSubject : own.subject)(invoice.number, project.name),
          paragraphs: [isCredit ? own.creditWhat(invoice.reason) : own.what],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: isCredit ? own.creditNote : own.number, value: invoice.number },
            {
              label: own.amount,
              value: format.money(
                isCredit ? -invoice.grossMinor : invoice.grossMinor - invoice.prepaidMinor,
                invoice.currency,
              ),
            },
            ...(isCredit ? [] : [{ label: own.dueOn, value: format.date(invoice.dueOn) }]),
          ],
          button: { label: own.button, href: portalPayments(settings, project.id) },
        }),
      })
    }
  })
}

async function documentsOf({ storage }: Work, { input, invoice, hasTwin }: Invoice) {
  const facturX = hasTwin ? ciiInvoice({ ...input }) : null
  const pdf = await renderInvoice({ ...input, facturX })
  const keep = (extension: string, bytes: Uint8Array, mediaType?: string) =>
    keepDocument(storage, `${invoice.number}${extension}`, bytes, mediaType)
  return {
    pdf: await keep('.pdf', pdf),
    ubl: hasTwin ? await keep('.ubl.xml', ublInvoice(input), 'application/xml') : null,
    cii: facturX && (await keep('.cii.xml', facturX, 'application/xml')),
  }
}
