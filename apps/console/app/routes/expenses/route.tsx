import { LinkButton } from '@countersign/ui/button'
import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { spendingMessages } from '../../messages/spending'
import { pageTitle } from '../../reader'
import { spenders } from '../../roles'
import { ExpenseTable } from './expense-table'
import { expenseListOf, expensesPage, showsOf } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...spenders)
  const asked = expenseListOf(new URL(request.url), staff)
  const page = await db.read(staff, (tx) => expensesPage(tx, asked, staff))
  return { ...page, shows: showsOf(staff), role: staff.role, at: new Date().toISOString() }
}

export default function Expenses() {
  const { list, total, totals, rows, waiting, shows, role, at } = useLoaderData<typeof loader>()
  const t = useMessages(spendingMessages)
  const href = useListAddress()
  return (
    <Stack>
      <PageHeader
        title={t.list.title}
        lead={t.list.lead[list.show]}
        meta={<AsOf at={at} />}
        actions={
          role === 'finance' ? (
            <LinkButton href="/expenses/policies">{t.list.policies}</LinkButton>
          ) : (
            <LinkButton href="/expenses/new" variant="primary" icon="plus">
              {t.list.add}
            </LinkButton>
          )
        }
      />
      {shows.length > 1 ? (
        <LinkTabs
          label={t.list.shows.label}
          items={shows.map((show) => ({
            to: `/expenses?show=${show}`,
            label: t.list.shows[show],
            current: show === list.show,
            ...(show === 'waiting' && waiting > 0 ? { count: waiting } : {}),
          }))}
        />
      ) : null}
      <FilterBar label={t.list.filters} action="/expenses">
        <input type="hidden" name="show" value={list.show} />
        <TextInput name="q" type="search" label={t.list.search} defaultValue={list.words} />
        {list.show === 'waiting' ? null : (
          <Select
            name="state"
            label={t.list.state}
            defaultValue={list.state ?? ''}
            options={[
              { value: '', label: t.list.anyState },
              ...(['draft', 'sent-back', 'submitted', 'approved'] as const)
                .filter((state) => list.show === 'mine' || !['draft', 'sent-back'].includes(state))
                .map((value) => ({ value, label: t.states[value] })),
            ]}
          />
        )}
      </FilterBar>
      <ExpenseTable
        rows={rows}
        totals={totals}
        sorted={list}
        show={list.show}
        seesCost={role !== 'team_member'}
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

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => spendingMessages(locale).list.title)
