import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordReceipt, takeBackReceipt } from '@countersign/operations/record-receipt'
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
import { orderPage } from '../order/queries.server'
import { receiptForm, takeBackForm } from './form'
import { ReceiptForm, RecordedReceipts } from './receipt-form'
import { receiptRefusals } from './refusals'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  const orderId = idParam(params.orderId)
  const order = found(await db.read(staff, (tx) => orderPage(tx, orderId, staff)))
  return { order, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...buyers)
  const orderId = idParam(params.orderId)
  const { currency, lines, receipts } = found(await db.read(by, (tx) => orderPage(tx, orderId, by)))
  const here = `/orders/${orderId}`
  const sent = await readForm(request)
  if (sent.get('intent') === 'take-back') {
    const form = await parseForm(sent, takeBackForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { receiptId } = form.value
    const words = receiptRefusals(by, currency, 0n)
    if (!receipts.some(({ id }) => id === receiptId)) return refuse('no-such-receipt', words)
    const result = await db.write(by, (tx) => takeBackReceipt(tx, { receiptId }))
    return result.ok ? redirect(here) : refuse(result.why, words)
  }
  const today = officeDay(new Date())
  const form = await parseForm(sent, receiptForm({ currency, locale: by.locale, today }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { lineId, amount, receivedOn, note } = form.value
  const isOwn = lines.some(({ id }) => id === lineId)
  if (!isOwn) return refuse('no-such-line', receiptRefusals(by, currency, 0n), 409, form.values)
  const receipt = { purchaseOrderLineId: lineId, amountMinor: amount, receivedOn, note, today, by }
  const result = await db.write(by, (tx) => recordReceipt(tx, receipt))
  if (result.ok) return redirect(here)
  const openMinor = 'openMinor' in result ? result.openMinor : 0n
  return refuse(result.why, receiptRefusals(by, currency, openMinor), 409, form.values)
}

export default function OrderReceipts() {
  const { order, today } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.receipt.title}
        lead={t.receipt.lead}
        back={{ to: `/orders/${order.id}`, label: t.order.title(order.number) }}
      />
      <ReceiptForm order={order} today={today} />
      <RecordedReceipts order={order} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => buyingMessages(locale).receipt.title)
