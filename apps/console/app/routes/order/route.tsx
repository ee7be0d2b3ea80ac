import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { choice } from '@countersign/http/fields'
import { closeOrder } from '@countersign/operations/close-order'
import { LinkButton } from '@countersign/ui/button'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { buyingMessages } from '../../messages/buying'
import { OrderState } from '../../order-state'
import { pageTitle } from '../../reader'
import { buyers, buys, orderReaders } from '../../roles'
import { useSubmitted } from '../../submitted'
import { CloseOrder } from './close-order'
import { OrderFacts } from './order-facts'
import { OrderFigures, OrderLines, Receipts } from './order-lines'
import { orderPage } from './queries.server'
import { VendorInvoices } from './vendor-invoices'

const closingForm = z.strictObject({ intent: choice(['close', 'reopen']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...orderReaders)
  const orderId = idParam(params.orderId)
  const order = found(await db.read(staff, (tx) => orderPage(tx, orderId, staff)))
  const { role } = staff
  return { order, mayBuy: buys(role), isVendor: role === 'vendor', at: new Date().toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...buyers)
  const purchaseOrderId = idParam(params.orderId)
  found(await db.read(by, (tx) => orderPage(tx, purchaseOrderId, by)))
  const form = await parseForm(request, closingForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const isClosed = form.value.intent === 'close'
  const result = await db.write(by, (tx) => closeOrder(tx, { purchaseOrderId, isClosed, now: new Date() }))
  return result.ok
    ? redirect(`/orders/${purchaseOrderId}`)
    : refuse(result.why, buyingMessages(by.locale).order.refusals)
}

export default function Order() {
  const { order, mayBuy, isVendor, at } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).order
  const { problems } = useSubmitted()
  const here = `/orders/${order.id}`
  const mayBill = (mayBuy || isVendor) && order.openToInvoice.minor !== '0'
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(order.number)}
        lead={order.title}
        state={<OrderState state={order.state} />}
        back={{ to: '/orders', label: t.back }}
        meta={<AsOf at={at} />}
        actions={
          <>
            {mayBuy && !order.isClosed && order.toCome.minor !== '0' ? (
              <LinkButton href={`${here}/receipts`} variant="primary" icon="plus">
                {t.recordReceipt}
              </LinkButton>
            ) : null}
            {mayBill ? (
              <LinkButton
                href={`${here}/invoices/new`}
                variant={isVendor ? 'primary' : 'secondary'}
                icon="receipt"
              >
                {t.send[isVendor ? 'vendor' : 'staff']}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <ErrorSummary errors={problems} />
      <OrderFigures order={order} />
      <Columns aside={<OrderFacts order={order} />}>
        <OrderLines order={order} />
        <Receipts order={order} />
        <VendorInvoices order={order} isVendor={isVendor} />
        {mayBuy ? <CloseOrder isClosed={order.isClosed} /> : null}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const t = buyingMessages(locale)
    return args.data ? t.order.title(args.data.order.number) : t.orders.title
  })
