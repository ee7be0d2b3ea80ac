import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordVendorInvoice } from '@countersign/operations/record-vendor-invoice'
import { createFormat } from '@countersign/ui/i18n/format'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { buyingMessages } from '../../messages/buying'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { buyers } from '../../roles'
import { fileProblem, oneFileMaxBytes, takeFile } from '../../take-file.server'
import { orderPage } from '../order/queries.server'
import { vendorInvoiceForm } from './form'
import { VendorInvoiceFields } from './invoice-fields'

const billers = [...buyers, 'vendor'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...billers)
  const orderId = idParam(params.orderId)
  const order = found(await db.read(staff, (tx) => orderPage(tx, orderId, staff)))
  const isVendor = staff.role === 'vendor'
  return { order, isVendor, today: officeDay(new Date()), maxBytes: oneFileMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...billers)
  const purchaseOrderId = idParam(params.orderId)
  const { currency } = found(await db.read(by, (tx) => orderPage(tx, purchaseOrderId, by)))
  const words = buyingMessages(by.locale).newInvoice
  const taken = await takeFile(request, { fields: ['document'], mediaTypes: ['application/pdf'] })
  const today = officeDay(new Date())
  const schema = vendorInvoiceForm({ currency, locale: by.locale, today })
  const form = await parseForm(taken.form ?? new FormData(), schema)
  const problem = fileProblem(words, taken)
  if (problem) return refuse('file', { file: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const { net, tax, ...rest } = form.value
  const amounts = { netMinor: net, taxMinor: tax, document: taken.file }
  const result = await db.write(by, (tx) =>
    recordVendorInvoice(tx, { purchaseOrderId, ...rest, ...amounts, today, by }),
  )
  if (result.ok) return redirect(`/orders/${purchaseOrderId}`)
  const openMinor = 'openMinor' in result ? result.openMinor : 0n
  const open = createFormat(by.locale, by.timeZone).money(openMinor, currency)
  const refusals = { ...words.refusals, 'above-received': words.refusals['above-received'](open) }
  return refuse(result.why, refusals, 409, form.values)
}

export default function NewVendorInvoice() {
  const { order, isVendor, today, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.newInvoice.title[isVendor ? 'vendor' : 'staff']}
        lead={order.title}
        back={{ to: `/orders/${order.id}`, label: t.order.title(order.number) }}
      />
      <VendorInvoiceFields order={order} isVendor={isVendor} today={today} maxBytes={maxBytes} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(
    args,
    (locale) => buyingMessages(locale).newInvoice.title[args.data?.isVendor ? 'vendor' : 'staff'],
  )
