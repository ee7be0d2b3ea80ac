import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordPayment } from '@countersign/operations/record-payment'
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
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { paymentForm } from './form'
import { PaymentForm } from './payment-form'
import { openInvoice } from './queries.server'
import { paymentRefusals } from './refusals'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const invoice = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  return { invoice, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const invoice = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  const today = officeDay(new Date())
  const form = await parseForm(
    request,
    paymentForm({ currency: invoice.currency, locale: staff.locale, today }),
  )
  if (!form.ok) return invalid(form.errors, form.values)
  const { amount, ...payment } = form.value
  const result = await db.write(staff, (tx) =>
    recordPayment(tx, { invoiceId, amountMinor: amount, ...payment, by: staff }),
  )
  if (result.ok) return redirect(`/invoices/${invoiceId}?done=paid`)
  return refuse(result.why, paymentRefusals(staff, invoice), 409, form.values)
}

export default function Payments() {
  const { invoice, today } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.payment.title}
        lead={t.invoice.lead(t.invoice.title(invoice.number), invoice.customer)}
        back={{ to: `/invoices/${invoice.id}`, label: t.invoice.title(invoice.number) }}
      />
      <PaymentForm open={invoice.open} today={today} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => moneyMessages(locale).payment.title)
