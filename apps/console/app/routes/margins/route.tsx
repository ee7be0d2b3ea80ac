import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { marginsMessages } from '../../messages/margins'
import { moneyMessages } from '../../messages/money'
import { tableMessages } from '../../messages/table'
import { pageTitle } from '../../reader'
import { ConsoleTable } from '../../table/console-table'
import { savedViewsOf } from '../../table/saved-views.server'
import { TableChoices } from '../../table/table-choices'
import { columnsBy, type MarginGrouping } from './columns'
import { marginLabels } from './labels'
import { MarginFilters } from './margin-filters'
import { MarginTotals } from './margin-totals'
import { marginListOf, marginsPage } from './queries.server'
import { marginReaders } from './readers'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const asked = marginListOf(new URL(request.url))
  const [page, saved] = await db.read(staff, (tx) =>
    Promise.all([marginsPage(tx, asked, staff.role), savedViewsOf(tx, staff, 'margins')]),
  )
  return { ...page, saved, role: staff.role, at: new Date().toISOString() }
}

export default function Margins() {
  const { list, total, totals, rows, customers, saved, role, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages)
  const more = useMessages(marginsMessages)
  const table = useMessages(tableMessages)
  const href = useListAddress()
  const { search } = useLocation()
  const columns = columnsBy(list.by)
  const labels = marginLabels(t, more, list.by)
  return (
    <Stack>
      <PageHeader
        title={t.margins.title}
        lead={role === 'finance' ? t.margins.lead : `${t.margins.lead} ${more.standardRates}`}
        meta={<AsOf at={at} />}
        actions={
          <>
            <LinkButton href={`/margins.csv${search}`} icon="download" download>
              {table.csv}
            </LinkButton>
            <LinkButton href={`/margins.xlsx${search}`} icon="download" download>
              {table.xlsx}
            </LinkButton>
          </>
        }
      />
      <MarginFilters list={list} customers={customers} />
      <MarginTotals totals={totals} mayRate={role === 'finance'} />
      <TableChoices place="margins" columns={columns} labels={labels} view={list} saved={saved} />
      <ConsoleTable
        caption={list.by === null ? t.margins.caption : more.byGroup(more.groups[list.by as MarginGrouping])}
        columns={columns}
        labels={labels}
        view={list}
        rows={rows}
        totals={totals
          .filter(({ isAll }) => isAll || list.by === null || totals.length === 1)
          .map(({ currency, isAll, cells }) => ({
            key: isAll ? 'all' : currency,
            label: isAll ? more.totalOfAll(currency) : t.total(currency),
            cells,
          }))}
        empty={
          <EmptyState
            title={t.margins.empty}
            action={<LinkButton href="/margins">{t.margins.showAll}</LinkButton>}
          >
            {t.margins.emptyHint}
          </EmptyState>
        }
      />
      <Pagination
        page={list.page}
        pageCount={Math.ceil(total / rowsPerPage)}
        href={(page) => href({ page: String(page) })}
        total={total}
      />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => moneyMessages(locale).margins.title)
