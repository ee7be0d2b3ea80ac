import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import { Stack } from '@countersign/ui/layout'
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
import { buyers, buys } from '../../roles'
import { projectHead } from '../project/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...buyers, 'program_manager')
  const projectId = idParam(params.projectId)
  const asked = orderListOf(new URL(request.url), projectId)
  const page = await db.read(staff, async (tx) => {
    const [project, orders] = await Promise.all([projectHead(tx, projectId), ordersPage(tx, asked, staff)])
    return project ? orders : null
  })
  return { ...found(page), projectId, mayBuy: buys(staff.role) }
}

export default function ProjectOrders() {
  const { list, total, committed, rows, projectId, mayBuy } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).orders
  const href = useListAddress()
  const here = `/projects/${projectId}/orders`
  return (
    <Section
      title={t.title}
      note={t.lead.staff}
      actions={
        mayBuy ? (
          <LinkButton href={`${here}/new`} variant="primary" icon="plus">
            {t.place}
          </LinkButton>
        ) : null
      }
    >
      <Stack>
        <OrderFilters action={here} list={list} />
        <CommittedFigures committed={committed} />
        <OrderTable rows={rows} sorted={list} isVendor={false} committed={committed} />
        <Pagination
          page={list.page}
          pageCount={Math.ceil(total / rowsPerPage)}
          href={(page) => href({ page: String(page) })}
          total={total}
        />
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => buyingMessages(locale).orders.title)
