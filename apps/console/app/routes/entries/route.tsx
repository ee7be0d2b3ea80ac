import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { markOutOfScope } from '@countersign/operations/out-of-scope'
import { Button, LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Checkbox, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Pagination } from '@countersign/ui/pagination'
import { AsOf } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { rowsPerPage, useListAddress } from '../../listing'
import { marginsMessages } from '../../messages/margins'
import { moneyMessages } from '../../messages/money'
import { tableMessages } from '../../messages/table'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { ConsoleTable } from '../../table/console-table'
import { savedViewsOf } from '../../table/saved-views.server'
import { TableChoices } from '../../table/table-choices'
import { ownProject } from '../project-money/queries.server'
import { moneyReaders } from '../project-money/readers'
import { entryColumns, entryColumnsBy, entryGroupings, entryKinds } from './columns'
import { chosenEntriesForm } from './form'
import { entryLabels } from './labels'
import { entriesPage, entryListOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...moneyReaders)
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => ownProject(tx, projectId)))
  const asked = entryListOf(new URL(request.url))
  const place = `projects/${projectId}/entries`
  const [page, saved] = await db.read(staff, (tx) =>
    Promise.all([
      entriesPage(tx, projectId, asked, marginsMessages(staff.locale).entries),
      savedViewsOf(tx, staff, place),
    ]),
  )
  return { page, saved, place, projectId, mayMark: staff.role !== 'finance', at: new Date().toISOString() }
}

/** Marks what was ticked as worked outside the agreed scope. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => ownProject(tx, projectId)))
  const form = await parseForm(request, chosenEntriesForm)
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(staff, (tx) =>
    markOutOfScope(tx, { projectId, timeEntryIds: form.value.entries, by: staff }),
  )
  if (result.ok) return redirect(`/projects/${projectId}/outside-scope`)
  return refuse(result.why, marginsMessages(staff.locale).scopeWork.refusals)
}

export default function Entries() {
  const { page, saved, place, projectId, mayMark, at } = useLoaderData<typeof loader>()
  const more = useMessages(marginsMessages)
  const table = useMessages(tableMessages)
  const t = more.entries
  const { search: searchWord } = useMessages(moneyMessages)
  const href = useListAddress()
  const { search, pathname } = useLocation()
  const { problems } = useSubmitted()
  if (!page) return <EmptyState title={more.project.noContract}>{more.project.noContractHint}</EmptyState>
  const { list, rows, total, cells } = page
  const columns = entryColumnsBy(list.by)
  const labels = entryLabels(t)
  const sheet = (kind: string) => `/projects/${projectId}/entries.${kind}${search}`
  const markable = mayMark ? rows.filter(({ isTime, isOutside }) => isTime && !isOutside) : []
  return (
    <Stack gap="loose">
      <Section
        title={t.title}
        note={
          <>
            {t.lead} {t.count(total.entries)}. <AsOf at={at} />
          </>
        }
        actions={
          <>
            <LinkButton href={sheet('csv')} icon="download" download>
              {table.csv}
            </LinkButton>
            <LinkButton href={sheet('xlsx')} icon="download" download>
              {table.xlsx}
            </LinkButton>
          </>
        }
      >
        <ErrorSummary errors={problems} />
        <FilterBar label={t.filters} action={pathname}>
          <Kept names={['sort', 'col', 'task']} />
          <TextInput name="q" type="search" label={searchWord} defaultValue={list.words} />
          <Select
            name="kind"
            label={t.kind}
            defaultValue={list.kind ?? ''}
            options={[
              { value: '', label: t.anyKind },
              ...entryKinds.map((value) => ({ value, label: t.kinds[value] })),
            ]}
          />
          <TextInput name="month" type="month" label={t.month} defaultValue={list.month ?? ''} />
          <Select
            name="by"
            label={table.by}
            defaultValue={list.by ?? ''}
            options={[
              { value: '', label: table.rowByRow },
              ...entryGroupings.map((value) => ({ value, label: t.groups[value] })),
            ]}
          />
        </FilterBar>
        {list.by === null ? (
          <TableChoices place={place} columns={entryColumns} labels={labels} view={list} saved={saved} />
        ) : null}
        <ConsoleTable
          caption={t.caption}
          columns={columns}
          labels={labels}
          view={list}
          rows={rows}
          totals={rows.length > 0 ? [{ key: 'total', label: table.total, cells }] : []}
          empty={
            <EmptyState title={t.empty} action={<LinkButton href={pathname}>{t.showAll}</LinkButton>}>
              {t.emptyHint}
            </EmptyState>
          }
        />
        <Pagination
          page={list.page}
          pageCount={Math.ceil(total.rows / rowsPerPage)}
          href={(to) => href({ page: String(to) })}
          total={total.rows}
        />
      </Section>
      {markable.length > 0 ? (
        <details className="cn-more">
          <summary>{more.scopeWork.markTitle}</summary>
          <form method="post" className="cn-column-choice">
            <fieldset>
              <legend>{more.scopeWork.choose}</legend>
              {markable.map(({ key, cells }) => (
                <Checkbox key={key} name="entries" id={`entry-${key}`} value={key} label={wordsOf(cells)} />
              ))}
            </fieldset>
            <Button>{more.scopeWork.markSubmit}</Button>
          </form>
        </details>
      ) : null}
    </Stack>
  )
}

type Shown = Record<string, { kind: string; text?: string; on?: string | null }>

function wordsOf(cells: Shown): string {
  return ['on', 'who', 'task', 'what']
    .map((id) => cells[id]?.text ?? cells[id]?.on ?? '')
    .filter((word) => word !== '' && word !== '–')
    .join(' · ')
}

function Kept({ names }: { names: string[] }) {
  const { search } = useLocation()
  return (
    <>
      {[...new URLSearchParams(search)]
        .filter(([name]) => names.includes(name))
        .map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => marginsMessages(locale).entries.title)
