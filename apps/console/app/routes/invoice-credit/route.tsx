import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { creditInvoice } from '@countersign/operations/credit-invoice'
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
import { CreditForm } from './credit-form'
import { creditForm, creditsOf, saidTwice } from './form'
import { creditableInvoice } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  return { invoice: found(await db.read(staff, (tx) => creditableInvoice(tx, invoiceId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const invoice = found(await db.read(staff, (tx) => creditableInvoice(tx, invoiceId)))
  const form = await parseForm(request, creditForm({ currency: invoice.currency, locale: staff.locale }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { reason } = form.value
  const twice = saidTwice(form.value, invoice)
  if (twice !== null) return invalid({ [`lines.${twice}.amount`]: 'said-twice' }, form.values)
  const credits = creditsOf(form.value, invoice)
  const issuedOn = officeDay(new Date())
  const result = await db.write(staff, (tx) =>
    creditInvoice(tx, { invoiceId, credits, reason, issuedOn, by: staff }),
  )
  if (result.ok) return redirect(`/invoices/${result.invoiceId}`)
  const words = invoicingMessages(staff.locale)
  return refuse(result.why, { ...words.writing, ...words.credit.refusals }, 409, form.values)
}

export default function InvoiceCredit() {
  const { invoice } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).credit
  const title = useMessages(moneyMessages).invoice.title
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(invoice.number)}
        lead={t.lead}
        back={{ to: `/invoices/${invoice.id}`, label: title(invoice.number) }}
      />
      <CreditForm invoice={invoice} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).credit.title(args.data?.invoice.number ?? '–'))
