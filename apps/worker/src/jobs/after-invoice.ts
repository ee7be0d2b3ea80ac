import { invoiceDocuments } from '@countersign/db/tables/billing'
import { files } from '@countersign/db/tables/delivery'
import { renderInvoice } from '@countersign/documents/invoice'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { portalPayments } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { invoiceToRender } from './invoice-to-render'
import { keepDocument } from './keep-document'
import { activeContacts } from './project-people'

/** An invoice gets its PDF, once, and goes to the customer's portal administrators and signatories. */
export async function afterInvoice({ db, storage, settings }: Work, { invoiceId }: Jobs['after-invoice']) {
  const { input, invoice, project } = await db.asLogin((tx) =>
    invoiceToRender(tx, invoiceId, settings.provider),
  )
  const [made] = await db.asLogin((tx) =>
    tx
      .select({ sha256: invoiceDocuments.fileSha256 })
      .from(invoiceDocuments)
      .where(eq(invoiceDocuments.invoiceId, invoiceId)),
  )
  const file = made ? null : await keepDocument(storage, `${invoice.number}.pdf`, await renderInvoice(input))

  await db.asLogin(async (tx) => {
    if (file) {
      await tx.insert(files).values(file).onConflictDoNothing()
      await tx
        .insert(invoiceDocuments)
        .values({ invoiceId, projectId: project.id, fileSha256: file.sha256 })
        .onConflictDoNothing({ target: invoiceDocuments.invoiceId })
    }
    const [document] = await tx
      .select({ sha256: invoiceDocuments.fileSha256 })
      .from(invoiceDocuments)
      .where(eq(invoiceDocuments.invoiceId, invoiceId))
    const payers = (await activeContacts(tx, project.id)).filter(
      ({ role }) => role === 'portal_administrator' || role === 'signatory',
    )
    for (const person of payers) {
      const words = letterMessages(person.locale)
      const own = words.invoice
      const format = createFormat(person.locale, person.timeZone)
      await writeMail(tx, {
        key: `invoice ${invoiceId} to ${person.email}`,
        to: person,
        attachments: [
          { name: `${invoice.number}.pdf`, sha256: document!.sha256, mediaType: 'application/pdf' },
        ],
        letter: () => ({
          subject: own.subject(invoice.number, project.name),
          paragraphs: [own.what],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: own.number, value: invoice.number },
            { label: own.amount, value: format.money(invoice.grossMinor, invoice.currency) },
            { label: own.dueOn, value: format.date(invoice.dueOn) },
          ],
          button: { label: own.button, href: portalPayments(settings, project.id) },
        }),
      })
    }
  })
}
