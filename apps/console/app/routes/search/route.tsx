import { TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { searchTerm } from '../../listing'
import { frameMessages } from '../../messages/frame'
import { weekMessages } from '../../messages/week'
import { placesOf } from '../../places'
import { pageTitle } from '../../reader'
import { hitsFor } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const term = searchTerm(new URL(request.url))
  const hits = await db.read(staff, (tx) => hitsFor(tx, staff, term))
  const { nav } = frameMessages(staff.locale)
  const pages = placesOf(staff.role)
    .map(({ to, label }) => ({ kind: 'page' as const, name: nav[label], of: '', href: to }))
    .filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()))
  return { term, hits: [...(term === '' ? [] : pages), ...hits] }
}

/** What is found, by kind: the page for whoever has no palette. */
export default function Search() {
  const { term, hits } = useLoaderData<typeof loader>()
  const t = useMessages(weekMessages).search
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.begin} />
      <FilterBar label={t.title} submit={t.submit}>
        <TextInput name="q" type="search" label={t.label} defaultValue={term} autoComplete="off" />
      </FilterBar>
      {term === '' ? null : <p role="status">{hits.length === 0 ? t.none(term) : t.found(hits.length)}</p>}
      <ul className="cn-list">
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.href} ${hit.name}`}>
            <span>
              <a href={hit.href}>{hit.name}</a>
              {hit.of === '' ? null : <span className="cn-under">{hit.of}</span>}
            </span>
            <span className="cs-note">{t.kinds[hit.kind]}</span>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => weekMessages(locale).search.title)
