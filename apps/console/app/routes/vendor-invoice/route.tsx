import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { buyingMessages } from '../../messages/buying'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { buyers, buys, orderReaders } from '../../roles'
import { useSubmitted } from '../../submitted'
import { VendorInvoiceState } from '../../vendor-invoice-state'
import { settleInvoice } from './act.server'
import { InvoiceFacts, ThreeWayMatch } from './match'
import { vendorInvoicePage } from './queries.server'
import { PayForm, ReviewForms } from './what-to-do'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request, ...orderReaders)
  const asked = { orderId: idParam(params.orderId), vendorInvoiceId: idParam(params.vendorInvoiceId), by }
  const invoice = found(await db.read(by, (tx) => vendorInvoicePage(tx, asked)))
  return { invoice, mayReview: buys(by.role), mayPay: by.role === 'finance', today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...buyers)
  const asked = { orderId: idParam(params.orderId), vendorInvoiceId: idParam(params.vendorInvoiceId), by }
  found(await db.read(by, (tx) => vendorInvoicePage(tx, asked)))
  return settleInvoice(request, asked)
}

export default function VendorInvoice() {
  const { invoice, mayReview, mayPay, today } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).invoice
  const { problems } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(invoice.number)}
        lead={invoice.vendor}
        state={<VendorInvoiceState state={invoice.state} />}
        back={{ to: `/orders/${invoice.orderId}`, label: t.back(invoice.orderNumber) }}
      />
      <ErrorSummary errors={problems} />
      <Columns aside={<InvoiceFacts invoice={invoice} />}>
        <ThreeWayMatch invoice={invoice} />
        {mayReview && invoice.state === 'waiting' ? (
          <ReviewForms isOwnRecord={invoice.ours?.isOwnRecord ?? false} />
        ) : null}
        {mayPay && invoice.state === 'approved' ? <PayForm from={invoice.invoicedOn} today={today} /> : null}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => buyingMessages(locale).invoice.title(args.data?.invoice.number ?? ''))
