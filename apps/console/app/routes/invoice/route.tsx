import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { InvoiceLines } from '../../invoice-lines'
import { invoiceReaders } from '../../invoice-readers'
import { InvoiceState } from '../../invoice-state'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { InvoiceActions } from './invoice-actions'
import { InvoiceFacts } from './invoice-facts'
import { InvoiceFigures } from './invoice-figures'
import { Lowered } from './lowered'
import { Payments } from './payments'
import { invoicePage } from './queries.server'
import { Sendings } from './sendings'

/** What was just done to it, on a page from which one comes back here. */
const acts = ['paid', 'refunded', 'writtenOff', 'paused', 'resumed'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...invoiceReaders)
  const now = new Date()
  const asked = { invoiceId: idParam(params.invoiceId), today: officeDay(now) }
  const invoice = found(await db.read(staff, (tx) => invoicePage(tx, asked)))
  const said = new URL(request.url).searchParams.get('done')
  const done = acts.find((act) => act === said) ?? null
  return { invoice, done, isFinance: staff.role === 'finance', at: now.toISOString() }
}

export default function Invoice() {
  const { invoice, done, isFinance, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).invoice
  const own = useMessages(invoicingMessages).invoice
  const isCredit = invoice.kind === 'credit-note'
  return (
    <Stack gap="loose">
      <PageHeader
        title={isCredit ? own.creditTitle(invoice.number) : t.title(invoice.number)}
        lead={t.lead(invoice.customer, invoice.project)}
        state={<InvoiceState state={invoice.state} />}
        back={{ to: '/invoices', label: t.back }}
        meta={<AsOf at={at} />}
        actions={<InvoiceActions invoice={invoice} isFinance={isFinance} />}
      />
      {done ? <Notice tone="success" title={own.done[done]} live /> : null}
      <InvoiceFigures invoice={invoice} />
      <Columns aside={<InvoiceFacts invoice={invoice} />}>
        <InvoiceLines {...invoice} />
        {isCredit ? null : <Payments {...invoice} />}
        <Lowered {...invoice} />
        <Sendings {...invoice} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const t = moneyMessages(locale)
    if (!args.data) return t.invoices.title
    const { kind, number } = args.data.invoice
    return kind === 'invoice'
      ? t.invoice.title(number)
      : invoicingMessages(locale).invoice.creditTitle(number)
  })
