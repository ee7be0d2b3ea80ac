import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { purchaseOrders, vendorInvoiceRefusals, vendorInvoices } from '@countersign/db/tables/vendors'
import { vendors } from '@countersign/db/tables/vendor-names'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { and, asc, eq } from 'drizzle-orm'
import { consoleOrder, consoleVendorInvoice } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/**
 * A project's manager hears of an invoice that a vendor sent; the vendor's people what became of an invoice, theirs or
 * one that we recorded for them.
 */
export async function afterVendorInvoice({ db, settings }: Work, { act, id }: Jobs['after-vendor-invoice']) {
  await db.asLogin(async (tx) => {
    const invoice = act === 'refused' ? await refusedInvoice(tx, id) : await invoiceOf(tx, id)
    // Refused in the meantime: the refusal has a mail of its own.
    if (!invoice) return
    if (act === 'received' && !invoice.sentBy) return
    const project = await projectNamed(tx, invoice.projectId)
    const recipients =
      act !== 'received'
        ? await peopleOfVendor(tx, invoice.vendorId)
        : project.manager.isActive
          ? [project.manager]
          : []
    for (const person of recipients) {
      const words = letterMessages(person.locale)
      const own = words.vendorInvoice
      const { money } = createFormat(person.locale, person.timeZone)
      await writeMail(tx, {
        key: `vendor invoice ${id} ${act} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject[act](invoice.number, act === 'received' ? invoice.vendor : invoice.order),
          paragraphs: [
            act === 'received' ? own.received(invoice.sentBy!) : own[act],
            ...(invoice.reason ? [invoice.reason] : []),
          ],
          facts: [
            // What a project is called is not a vendor's to know.
            ...(act === 'received'
              ? [{ label: words.project, value: `${project.code} · ${project.name}` }]
              : []),
            { label: own.order, value: `${invoice.order} · ${invoice.title}` },
            { label: own.number, value: invoice.number },
            { label: own.net, value: money(invoice.netMinor, invoice.currency) },
            { label: own.tax, value: money(invoice.taxMinor, invoice.currency) },
          ],
          button:
            act === 'received'
              ? { label: own.decide, href: consoleVendorInvoice(settings, invoice.orderId, id) }
              : { label: own.button, href: consoleOrder(settings, invoice.orderId) },
        }),
      })
    }
  })
}

const ofOrder = {
  orderId: purchaseOrders.id,
  order: purchaseOrders.number,
  title: purchaseOrders.title,
  currency: purchaseOrders.currency,
  vendorId: vendors.id,
  vendor: vendors.name,
}

/** `sentBy` is whoever of the vendor sent it; null where we recorded it. */
async function invoiceOf(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      ...ofOrder,
      projectId: vendorInvoices.projectId,
      number: vendorInvoices.number,
      netMinor: vendorInvoices.netMinor,
      taxMinor: vendorInvoices.taxMinor,
      sentBy: staff.name,
    })
    .from(vendorInvoices)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, vendorInvoices.purchaseOrderId))
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .leftJoin(staff, and(eq(staff.id, vendorInvoices.recordedBy), eq(staff.role, 'vendor')))
    .where(eq(vendorInvoices.id, id))
  return found && { ...found, reason: '' }
}

async function refusedInvoice(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      ...ofOrder,
      projectId: vendorInvoiceRefusals.projectId,
      number: vendorInvoiceRefusals.number,
      netMinor: vendorInvoiceRefusals.netMinor,
      taxMinor: vendorInvoiceRefusals.taxMinor,
      reason: vendorInvoiceRefusals.reason,
    })
    .from(vendorInvoiceRefusals)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, vendorInvoiceRefusals.purchaseOrderId))
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .where(eq(vendorInvoiceRefusals.id, id))
  return found && { ...found, sentBy: null }
}

function peopleOfVendor(tx: Tx, vendorId: string) {
  return tx
    .select({ name: staff.name, email: staff.email, locale: staff.locale, timeZone: staff.timeZone })
    .from(staff)
    .where(and(eq(staff.vendorId, vendorId), eq(staff.role, 'vendor'), eq(staff.isActive, true)))
    .orderBy(asc(staff.email))
}
