import { useMessages } from '@countersign/ui/i18n-context'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { Stack } from '@countersign/ui/layout'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoiceReaders } from '../../invoice-readers'
import { rowsPerPage, useListAddress } from '../../listing'
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { InvoiceFilters } from './invoice-filters'
import { InvoiceTable } from './invoice-table'
import { InvoiceTotals } from './invoice-totals'
import { invoiceListOf, invoicesPage } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...invoiceReaders)
  const now = new Date()
  const today = officeDay(now)
  const asked = invoiceListOf(new URL(request.url))
  const page = await db.read(staff, (tx) => invoicesPage(tx, asked, today))
  return { ...page, mayBill: staff.role === 'finance', at: now.toISOString() }
}

export default function Invoices() {
  const { list, total, totals, rows, customers, mayBill, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).invoices
  const href = useListAddress()
  return (
    <Stack>
      <PageHeader title={t.title} meta={<AsOf at={at} />} />
      <InvoiceFilters list={list} customers={customers} />
      <InvoiceTotals totals={totals} />
      <InvoiceTable rows={rows} totals={totals} sorted={list} mayBill={mayBill} />
      <Pagination
        page={list.page}
        pageCount={Math.ceil(total / rowsPerPage)}
        href={(page) => href({ page: String(page) })}
        total={total}
      />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => moneyMessages(locale).invoices.title)
