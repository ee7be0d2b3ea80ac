import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClosingPlaces } from '../../closing-places'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { useListAddress } from '../../listing'
import { closingMessages } from '../../messages/closing'
import { pageTitle } from '../../reader'
import { ChangeTable } from './change-table'
import { changesAsked, changesPage } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const asked = changesAsked(new URL(request.url))
  return { ...(await db.read(staff, (tx) => changesPage(tx, asked))), at: new Date().toISOString() }
}

export default function MoneyChanges() {
  const { noun, row, projectId, projects, page, hasMore, rows, at } = useLoaderData<typeof loader>()
  const t = useMessages(closingMessages).changes
  const href = useListAddress()
  const all = (
    <LinkButton href="/changes" size="small">
      {t.allRows}
    </LinkButton>
  )
  return (
    <Stack>
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <ClosingPlaces />
      <FilterBar label={t.filters} action="/changes">
        <Select
          name="noun"
          label={t.noun}
          defaultValue={noun ?? ''}
          options={[
            { value: '', label: t.anyNoun },
            ...Object.entries(t.nouns).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          name="project"
          label={t.project}
          defaultValue={projectId ?? ''}
          options={[{ value: '', label: t.anyProject }, ...projects]}
        />
      </FilterBar>
      {row ? <div>{all}</div> : null}
      {rows.length === 0 ? (
        <EmptyState title={t.empty} action={all}>
          {t.emptyHint}
        </EmptyState>
      ) : (
        <ChangeTable rows={rows} />
      )}
      <Cluster>
        {page > 1 ? <LinkButton href={href({ page: String(page - 1) })}>{t.newer}</LinkButton> : null}
        {hasMore ? <LinkButton href={href({ page: String(page + 1) })}>{t.older}</LinkButton> : null}
      </Cluster>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => closingMessages(locale).changes.title)
