import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { useMessages } from '@countersign/ui/i18n-context'
import { LinkButton } from '@countersign/ui/button'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { InvoiceLines } from '../../invoice-lines'
import { invoiceReaders } from '../../invoice-readers'
import { InvoiceState } from '../../invoice-state'
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { InvoiceFacts } from './invoice-facts'
import { InvoiceFigures } from './invoice-figures'
import { Payments } from './payments'
import { invoicePage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...invoiceReaders)
  const now = new Date()
  const asked = { invoiceId: idParam(params.invoiceId), today: officeDay(now) }
  const invoice = found(await db.read(staff, (tx) => invoicePage(tx, asked)))
  return { invoice, mayRecord: staff.role === 'finance' && invoice.state !== 'paid', at: now.toISOString() }
}

export default function Invoice() {
  const { invoice, mayRecord, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).invoice
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(invoice.number)}
        lead={t.lead(invoice.customer, invoice.project)}
        state={<InvoiceState state={invoice.state} />}
        back={{ to: '/invoices', label: t.back }}
        meta={<AsOf at={at} />}
        actions={
          <>
            {mayRecord ? (
              <LinkButton href={`/invoices/${invoice.id}/payments`} variant="primary" icon="plus">
                {t.record}
              </LinkButton>
            ) : null}
            {invoice.hasDocument ? (
              <LinkButton href={`/invoices/${invoice.id}/document`} icon="download" download>
                {t.download}
              </LinkButton>
            ) : null}
            <LinkButton href={`/projects/${invoice.projectId}/evidence`} icon="download" download>
              {t.evidencePack}
            </LinkButton>
          </>
        }
      />
      <InvoiceFigures {...invoice} />
      <Columns aside={<InvoiceFacts {...invoice} />}>
        <InvoiceLines {...invoice} />
        <Payments {...invoice} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const t = moneyMessages(locale)
    return args.data ? t.invoice.title(args.data.invoice.number) : t.invoices.title
  })
