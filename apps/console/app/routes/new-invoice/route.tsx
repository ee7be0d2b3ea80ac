import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { issueInvoice } from '@countersign/operations/issue-invoice'
import { LinkButton } from '@countersign/ui/button'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
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
import { useSubmitted } from '../../submitted'
import { invoiceForm, milestonesOf } from './form'
import { InvoicePreview } from './invoice-preview'
import { invoicePreview } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const milestoneIds = milestonesOf(new URL(request.url))
  const today = officeDay(new Date())
  return { preview: await db.read(staff, (tx) => invoicePreview(tx, { milestoneIds, today })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, invoiceForm)
  if (!form.ok) return invalid(form.errors)
  const issuedOn = officeDay(new Date())
  const result = await db.write(staff, (tx) =>
    issueInvoice(tx, { billingMilestoneIds: form.value.milestone, issuedOn, by: staff }),
  )
  if (result.ok) return redirect(`/invoices/${result.invoiceId}`)
  return refuse(result.why, moneyMessages(staff.locale).newInvoice.refusals)
}

export default function NewInvoice() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).newInvoice
  const { problems } = useSubmitted()
  const back = { to: '/billing', label: t.back }
  if (preview.ok)
    return (
      <Stack gap="loose">
        <PageHeader
          title={t.title}
          lead={t.lead(preview.customer, `${preview.code} ${preview.project}`)}
          back={back}
        />
        <ErrorSummary errors={problems} />
        <InvoicePreview preview={preview} />
      </Stack>
    )
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} back={back} />
      <Notice tone="danger" title={t.cannot}>
        <p>{t.refusals[preview.why]}</p>
      </Notice>
      <div>
        <LinkButton href="/billing">{t.cancel}</LinkButton>
      </div>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => moneyMessages(locale).newInvoice.title)
