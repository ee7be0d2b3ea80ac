import { hoursText } from '@countersign/domain/work-time'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { settleOutOfScope, unmarkOutOfScope } from '@countersign/operations/out-of-scope'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, AsOf, Day } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { pageTitle } from '../../reader'
import { ownProject } from '../project-money/queries.server'
import { moneyReaders } from '../project-money/readers'
import { scopeWorkForm } from './form'
import { scopeWork } from './queries.server'
import { Settlement } from './settlement'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...moneyReaders)
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => ownProject(tx, projectId)))
  const work = await db.read(staff, (tx) => scopeWork(tx, projectId))
  return { ...work, projectId, maySettle: staff.role !== 'finance', at: new Date().toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => ownProject(tx, projectId)))
  const form = await parseForm(request, scopeWorkForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { entries: timeEntryIds, outcome, changeRequestId, reason } = form.value
  const chosen = { projectId, timeEntryIds }
  const taken = { kind: 'change-request' as const, changeRequestId: changeRequestId ?? projectId }
  const result = await db.write(staff, (tx) =>
    outcome === 'unmark'
      ? unmarkOutOfScope(tx, chosen)
      : settleOutOfScope(tx, {
          ...chosen,
          outcome: outcome === 'absorbed' ? { kind: 'absorbed', reason } : taken,
          by: staff,
          now: new Date(),
        }),
  )
  if (result.ok) return redirect(`/projects/${projectId}/outside-scope`)
  return refuse(result.why, marginsMessages(staff.locale).scopeWork.refusals, 409, form.values)
}

export default function ScopeWork() {
  const { rows, open, changes, projectId, maySettle, at } = useLoaderData<typeof loader>()
  const t = useMessages(marginsMessages).scopeWork
  const format = useFormat()
  const toEntries = <LinkButton href={`/projects/${projectId}/entries?kind=time`}>{t.toEntries}</LinkButton>
  const waiting = rows.filter(({ outcome }) => outcome === null)
  return (
    <Stack gap="loose">
      <Section
        title={t.title}
        note={
          <>
            {t.lead} <AsOf at={at} />
          </>
        }
        actions={rows.length > 0 ? toEntries : undefined}
      >
        {rows.length === 0 ? (
          <EmptyState title={t.none} action={toEntries}>
            {t.noneHint}
          </EmptyState>
        ) : (
          <Stack>
            <KeyFigures
              figures={[
                { label: t.openHours, value: hoursText(open.minutes) },
                { label: t.openCost, value: format.amount(open.cost) },
                { label: t.openRevenue, value: format.amount(open.revenue) },
              ]}
            />
            <SimpleTable
              caption={t.caption}
              captionHidden
              columns={[
                { key: 'on', label: t.on },
                { key: 'task', label: t.task },
                { key: 'who', label: t.who },
                { key: 'hours', label: t.hours, numeric: true },
                { key: 'cost', label: t.cost, numeric: true },
                { key: 'revenue', label: t.revenue, numeric: true },
                { key: 'outcome', label: t.outcome },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  <Day key="on" on={row.on} short />,
                  <>
                    {row.task ?? '–'}
                    {row.note ? <span className="cn-under">{row.note}</span> : null}
                  </>,
                  row.who,
                  hoursText(row.minutes),
                  row.cost ? <Amount key="cost" value={row.cost} /> : '–',
                  row.revenue ? <Amount key="revenue" value={row.revenue} /> : '–',
                  row.outcome === null
                    ? t.open
                    : row.outcome === 'absorbed'
                      ? t.absorbed(row.settledBy ?? '', row.reason)
                      : t.changed(row.changeNumber ?? 0, row.changeTitle ?? ''),
                ],
              }))}
            />
          </Stack>
        )}
      </Section>
      {maySettle && waiting.length > 0 ? <Settlement waiting={waiting} changes={changes} /> : null}
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => marginsMessages(locale).scopeWork.title)
