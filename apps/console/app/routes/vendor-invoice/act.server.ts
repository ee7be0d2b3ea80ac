import type { StaffActor } from '@countersign/db/connect'
import { parseForm, readForm } from '@countersign/http/forms'
import { notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import {
  approveVendorInvoice,
  payVendorInvoice,
  refuseVendorInvoice,
} from '@countersign/operations/settle-vendor-invoice'
import { redirect } from '@remix-run/node'
import { db } from '../../db.server'
import { buyingMessages } from '../../messages/buying'
import { officeDay } from '../../office.server'
import { approveForm, payForm, refuseForm } from './form'

type Asked = { orderId: string; vendorInvoiceId: string; by: StaffActor }

/** What the page's forms do: approve or refuse; finance records the payment. */
export async function settleInvoice(request: Request, { orderId, vendorInvoiceId, by }: Asked) {
  const sent = await readForm(request)
  const words = buyingMessages(by.locale).invoice.refusals
  const now = new Date()
  const settling = { vendorInvoiceId, by, now }
  const order = `/orders/${orderId}`

  if (sent.get('intent') === 'pay') {
    if (by.role !== 'finance') throw notFound()
    const today = officeDay(now)
    const form = await parseForm(sent, payForm(today))
    if (!form.ok) return invalid(form.errors, form.values)
    const { paidOn } = form.value
    const result = await db.write(by, (tx) => payVendorInvoice(tx, { vendorInvoiceId, paidOn, today }))
    return result.ok ? redirect(order) : refuse(result.why, words, 409, form.values)
  }
  if (sent.get('intent') === 'refuse') {
    const form = await parseForm(sent, refuseForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { reason } = form.value
    const result = await db.write(by, (tx) => refuseVendorInvoice(tx, { ...settling, reason }))
    return result.ok ? redirect(order) : refuse(result.why, words, 409, form.values)
  }
  const form = await parseForm(sent, approveForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { isBillable } = form.value
  const result = await db.write(by, (tx) => approveVendorInvoice(tx, { ...settling, isBillable }))
  return result.ok ? redirect(order) : refuse(result.why, words, 409, form.values)
}
