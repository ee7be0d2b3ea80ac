import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { writeOffInvoice } from '@countersign/operations/write-off-invoice'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
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
import { useSubmitted } from '../../submitted'
import { AmountAndDay } from '../payments/amount-and-day'
import { openInvoice } from '../payments/queries.server'
import { writeOffForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const invoice = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  return { invoice, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const { currency } = found(await db.read(staff, (tx) => openInvoice(tx, invoiceId)))
  const today = officeDay(new Date())
  const form = await parseForm(request, writeOffForm({ currency, locale: staff.locale, today }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { amount, ...rest } = form.value
  const result = await db.write(staff, (tx) =>
    writeOffInvoice(tx, { invoiceId, amountMinor: amount, ...rest, by: staff }),
  )
  if (result.ok) return redirect(`/invoices/${invoiceId}?done=writtenOff`)
  return refuse(result.why, invoicingMessages(staff.locale).writeOff.refusals, 409, form.values)
}

export default function WriteOff() {
  const { invoice, today } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).writeOff
  const title = useMessages(moneyMessages).invoice.title
  const { problems, errors, typed } = useSubmitted()
  const { open, number } = invoice
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(number)}
        lead={t.lead}
        back={{ to: `/invoices/${invoice.id}`, label: title(number) }}
      />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <AmountAndDay
            most={open}
            today={today}
            day="writtenOffOn"
            labels={{ amount: t.amount, hint: t.open, day: t.on }}
          />
          <TextInput
            name="reason"
            label={t.reason}
            defaultValue={typed('reason')}
            error={errors.reason}
            maxLength={200}
            required
          />
          <div>
            <Button variant="danger">{t.submit}</Button>
          </div>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).writeOff.title(args.data?.invoice.number ?? '–'))
