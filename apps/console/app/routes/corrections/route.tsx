import { hoursText } from '@countersign/domain/work-time'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClosingPlaces } from '../../closing-places'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { closingMessages } from '../../messages/closing'
import { pageTitle } from '../../reader'
import { closedEntries, correctionsAsked, type ClosedEntry } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const asked = correctionsAsked(new URL(request.url))
  return db.read(staff, (tx) => closedEntries(tx, asked))
}

export default function Corrections() {
  const { kind, words, page, total, rows } = useLoaderData<typeof loader>()
  const t = useMessages(closingMessages).corrections
  const format = useFormat()
  const href = useListAddress()
  return (
    <Stack>
      <PageHeader title={t.title} lead={t.lead} />
      <ClosingPlaces />
      <FilterBar label={t.filters} action="/corrections">
        <Select
          name="kind"
          label={t.kind}
          defaultValue={kind}
          options={[
            { value: 'time', label: t.time },
            { value: 'expenses', label: t.expenses },
          ]}
        />
        <TextInput name="q" type="search" label={t.words} defaultValue={words} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.caption}
          columns={[
            { key: 'what', label: t.what },
            { key: 'day', label: t.day },
            { key: 'person', label: t.person },
            { key: 'amount', label: t.amount, numeric: true },
            { key: 'correct', label: t.action },
          ]}
          rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
        />
      )}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / rowsPerPage)}
        href={(number) => href({ page: String(number) })}
        total={total}
      />
    </Stack>
  )

  function cellsOf({ id, day, project, person, what, minutes, minor, currency, isCorrected }: ClosedEntry) {
    return [
      <span key="what" className="cn-task">
        {what}
        <span className="cn-under">{project}</span>
      </span>,
      <Day key="day" on={day} short />,
      person,
      minutes === null ? (
        <Amount key="amount" value={{ minor: minor!, currency: currency! }} />
      ) : (
        hoursText(minutes)
      ),
      isCorrected ? (
        <StateBadge key="correct" tone="neutral" label={t.corrected} />
      ) : (
        <LinkButton
          key="correct"
          href={`/corrections/${kind}/${id}`}
          size="small"
          aria-label={t.correctOf(what, person, format.date(day))}
        >
          {t.correct}
        </LinkButton>
      ),
    ]
  }
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).corrections.title)
