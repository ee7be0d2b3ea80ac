import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordRefund } from '@countersign/operations/record-refund'
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
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { openInvoice } from '../payments/queries.server'
import { refundForm } from './form'
import { overpaidOf } from './overpaid'
import { RefundForm } from './refund-form'
import { refundRefusals } from './refusals'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const { open, ...invoice } = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  return { invoice, overpaid: overpaidOf(open), today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const { currency, open } = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  const today = officeDay(new Date())
  const form = await parseForm(request, refundForm({ currency, locale: staff.locale, today }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { amount, ...refund } = form.value
  const result = await db.write(staff, (tx) =>
    recordRefund(tx, { invoiceId, amountMinor: amount, ...refund, by: staff }),
  )
  if (result.ok) return redirect(`/invoices/${invoiceId}?done=refunded`)
  return refuse(result.why, refundRefusals(staff, overpaidOf(open)), 409, form.values)
}

export default function Refund() {
  const { invoice, overpaid, today } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).refundOf
  const title = useMessages(moneyMessages).invoice.title
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(invoice.number)}
        lead={t.lead}
        back={{ to: `/invoices/${invoice.id}`, label: title(invoice.number) }}
      />
      <RefundForm overpaid={overpaid} today={today} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).refundOf.title(args.data?.invoice.number ?? '–'))
