import type { StaffRole } from '@countersign/db/connect'
import { useMessages } from '@countersign/ui/i18n-context'
import { LinkButton } from '@countersign/ui/button'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { Stack } from '@countersign/ui/layout'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { moneyMessages } from '../../messages/money'
import { pageTitle } from '../../reader'
import { MarginFilters } from './margin-filters'
import { MarginTable } from './margin-table'
import { MarginTotals } from './margin-totals'
import { marginListOf, marginsPage } from './queries.server'
import { marginReaders } from './readers'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const asked = marginListOf(new URL(request.url))
  const page = await db.read(staff, (tx) => marginsPage(tx, asked))
  return { ...page, role: staff.role, at: new Date().toISOString() }
}

/** The page of a project that a reader of margins may open, if any. */
const pageOfProject: Partial<Record<StaffRole, string>> = {
  project_manager: '',
  program_manager: '',
  finance: '/earned-value',
  executive: '/forecast',
}

export default function Margins() {
  const { list, total, totals, rows, customers, role, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages)
  const href = useListAddress()
  const { search } = useLocation()
  return (
    <Stack>
      <PageHeader
        title={t.margins.title}
        lead={t.margins.lead}
        meta={<AsOf at={at} />}
        actions={
          <LinkButton href={`/margins.csv${search}`} icon="download" download>
            {t.margins.export}
          </LinkButton>
        }
      />
      <MarginFilters list={list} customers={customers} />
      <MarginTotals totals={totals} mayRate={role === 'finance'} />
      <MarginTable rows={rows} totals={totals} sorted={list} projectPage={pageOfProject[role]} />
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
