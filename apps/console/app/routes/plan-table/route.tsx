import { localDateIn } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { importsMessages } from '../../messages/imports'
import { pageTitle } from '../../reader'
import { ColumnsForm } from './columns-form'
import { columnsForm, mappingOf } from './form'
import { tableToRead } from './queries.server'
import { planOfTable } from './read-table.server'
import { tableRefusal } from './table-refusal'
import { FirstRows, RowProblems } from './rows'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const tableId = idParam(params.tableId)
  const table = found(await db.read(manager, (tx) => tableToRead(tx, tableId, manager)))
  return { table, today: localDateIn(table.timeZone, new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const tableId = idParam(params.tableId)
  const table = found(await db.read(manager, (tx) => tableToRead(tx, tableId, manager)))
  const form = await parseForm(request, columnsForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { startsOn } = form.value
  const asked = { mapping: mappingOf(form.value), startsOn, by: manager, now: new Date() }
  const result = await planOfTable(table, asked)
  if (result.ok) return redirect(result.to)
  const format = createFormat(manager.locale, manager.timeZone)
  const refusal = tableRefusal(manager.locale, format, result)
  const rows = 'rows' in result ? result.rows : []
  return json({ refusal, why: result.why, values: form.values, rows }, { status: 422 })
}

export default function PlanTable() {
  const { table, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(importsMessages).columns
  const format = useFormat()
  const problems = (answer && 'rows' in answer && answer.rows) || []
  const source = { own: t.remembered, colleague: t.rememberedColleague, guessed: t.guessed }[table.source]
  const back = table.intoProjectId ? `/projects/${table.intoProjectId}/plan/import` : '/projects/new'
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead(table.fileName, format.number(table.rowCount))}
        back={{ to: back, label: t.another }}
      />
      {answer ? null : <Notice tone="info">{source}</Notice>}
      <ColumnsForm table={table} today={today} />
      {problems.length > 0 ? <RowProblems rows={problems} /> : null}
      <FirstRows table={table} />
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => importsMessages(locale).columns.title)
