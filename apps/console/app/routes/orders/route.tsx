import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { buyingMessages } from '../../messages/buying'
import { CommittedFigures } from '../../order-list/committed-figures'
import { OrderFilters } from '../../order-list/order-filters'
import { OrderTable } from '../../order-list/order-table'
import { orderListOf, ordersPage } from '../../order-list/queries.server'
import { pageTitle } from '../../reader'
import { buys, orderReaders } from '../../roles'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...orderReaders)
  const asked = orderListOf(new URL(request.url), null)
  const page = await db.read(staff, (tx) => ordersPage(tx, asked, staff))
  const { role } = staff
  return { ...page, isVendor: role === 'vendor', mayBuy: buys(role), at: new Date().toISOString() }
}

export default function Orders() {
  const { list, total, committed, rows, isVendor, mayBuy, at } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).orders
  const href = useListAddress()
  return (
    <Stack>
      <PageHeader
        title={t.title}
        lead={t.lead[isVendor ? 'vendor' : 'staff']}
        meta={<AsOf at={at} />}
        actions={mayBuy ? <LinkButton href="/vendors">{t.toVendors}</LinkButton> : null}
      />
      <OrderFilters action="/orders" list={list} />
      <CommittedFigures committed={committed} />
      <OrderTable rows={rows} sorted={list} isVendor={isVendor} committed={committed} />
      <Pagination
        page={list.page}
        pageCount={Math.ceil(total / rowsPerPage)}
        href={(page) => href({ page: String(page) })}
        total={total}
      />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => buyingMessages(locale).orders.title)
