import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { moneyChanges } from '@countersign/db/tables/margins'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { isUuid } from '@countersign/http/fields'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { chosenFilter, rowsPerPage } from '../../listing'
import { closingEn } from '../../messages/closing-en'
import { changedValue } from './changed-value'
import { namesOf, type NameOf, type RowName } from './names.server'
import { fieldsOfNoun, silentFields } from './noun-tables'
import { referredTable } from './referred'

export type Noun = keyof typeof closingEn.changes.nouns
const nouns = Object.keys(closingEn.changes.nouns) as Noun[]

/** A record is asked for with its noun: /changes?noun=invoices&row=… */
export function changesAsked(url: URL) {
  const { searchParams } = url
  const project = searchParams.get('project') ?? ''
  const page = searchParams.get('page') ?? ''
  return {
    noun: chosenFilter(url, 'noun', nouns),
    row: (searchParams.get('row') ?? '').replace(/\p{Cc}/gu, '').slice(0, 80) || null,
    projectId: isUuid(project) ? project : null,
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}

/** One page and whether there is another: millions of changes are not counted. */
export async function changesPage(tx: Tx, asked: ReturnType<typeof changesAsked>) {
  const { noun, row, projectId, page } = asked
  const [rows, choices] = await Promise.all([
    tx
      .select({
        id: moneyChanges.id,
        noun: moneyChanges.noun,
        rowId: moneyChanges.rowId,
        act: moneyChanges.act,
        before: moneyChanges.before,
        after: moneyChanges.after,
        at: moneyChanges.changedAt,
        by: staff.name,
        project: sql<string | null>`${projects.code} || ' ' || ${projects.name}`,
        contractCurrency: contracts.currency,
        currency: ownCurrency,
      })
      .from(moneyChanges)
      .leftJoin(staff, eq(staff.id, moneyChanges.changedBy))
      .leftJoin(projects, eq(projects.id, moneyChanges.projectId))
      .leftJoin(contracts, eq(contracts.projectId, moneyChanges.projectId))
      .where(
        and(
          noun ? eq(moneyChanges.noun, noun) : undefined,
          row ? eq(moneyChanges.rowId, row) : undefined,
          projectId ? eq(moneyChanges.projectId, projectId) : undefined,
        ),
      )
      .orderBy(desc(moneyChanges.changedAt), asc(moneyChanges.id))
      .limit(rowsPerPage + 1)
      .offset((page - 1) * rowsPerPage),
    tx
      .select({ value: projects.id, label: sql<string>`${projects.code} || ' ' || ${projects.name}` })
      .from(projects)
      .orderBy(asc(projects.code)),
  ])
  const shown = rows.slice(0, rowsPerPage)
  const nameOf = await namesOf(tx, shown.flatMap(idsIn))
  return {
    ...asked,
    projects: choices,
    hasMore: rows.length > rowsPerPage,
    rows: shown.map((change) => ({
      id: change.id,
      noun: change.noun as Noun,
      rowId: change.rowId,
      name: nameOf(change.noun, change.rowId) ?? nameWithin(change),
      act: change.act,
      at: change.at.toISOString(),
      by: change.by,
      project: change.project,
      fields: fieldsOf(change, nameOf),
    })),
  }
}

/** The currency of a record's own amounts where that is not its contract's: what was recorded, else what it is now. */
const ownCurrency = sql<string | null>`coalesce(
  ${moneyChanges.after} ->> 'currency', ${moneyChanges.before} ->> 'currency',
  case ${moneyChanges.noun}
    when 'expenses' then (select r.currency from public.expenses r where r.id = ${moneyChanges.rowId}::uuid)
    when 'cost_rates' then (select r.currency from public.cost_rates r where r.id = ${moneyChanges.rowId}::uuid)
    when 'expense_policies' then (select r.currency from public.expense_policies r where r.category = ${moneyChanges.rowId})
    when 'provider' then (select r.currency from public.provider r)
    when 'vendor_invoices' then (select o.currency from public.purchase_orders o
      where o.id = coalesce((${moneyChanges.after} ->> 'purchase_order_id')::uuid,
        (${moneyChanges.before} ->> 'purchase_order_id')::uuid,
        (select r.purchase_order_id from public.vendor_invoices r where r.id = ${moneyChanges.rowId}::uuid)))
    when 'purchase_order_lines' then (select o.currency from public.purchase_orders o
      where o.id = coalesce((${moneyChanges.after} ->> 'purchase_order_id')::uuid,
        (${moneyChanges.before} ->> 'purchase_order_id')::uuid,
        (select r.purchase_order_id from public.purchase_order_lines r where r.id = ${moneyChanges.rowId}::uuid)))
    when 'purchase_receipts' then (select o.currency from public.purchase_orders o
      join public.purchase_order_lines l on l.purchase_order_id = o.id
      where l.id = coalesce((${moneyChanges.after} ->> 'purchase_order_line_id')::uuid,
        (${moneyChanges.before} ->> 'purchase_order_line_id')::uuid,
        (select r.purchase_order_line_id from public.purchase_receipts r where r.id = ${moneyChanges.rowId}::uuid)))
  end)`

type Row = Record<string, unknown> | null
type Change = {
  noun: string
  rowId: string
  act: 'insert' | 'update' | 'delete'
  before: unknown
  after: unknown
  currency: string | null
  contractCurrency: string | null
}

/** Every row that a change names: its own, and those that its fields refer to. */
function idsIn({ noun, rowId, before, after }: Change) {
  const referred = [before, after].flatMap((row) =>
    Object.entries((row as Row) ?? {}).flatMap(([field, value]) => {
      const table = referredTable(field, noun)
      return table && typeof value === 'string' ? [{ table, id: value }] : []
    }),
  )
  return [{ table: noun, id: rowId }, ...referred]
}

/** A record that is gone is called what it was called. */
function nameWithin({ noun, before, after }: Change): RowName | null {
  const row = { ...(before as Row), ...(after as Row) }
  const name = row.name ?? row.title ?? row.description ?? row.number ?? row.work_package ?? row.job_role
  if (noun === 'invoice_drafts') {
    const { lines = [] } = (row.content ?? {}) as { lines?: { description: string }[] }
    return lines[0] ? { name: lines[0].description, day: null } : null
  }
  return name === undefined || name === null ? null : { name: String(name as string | number), day: null }
}

/** In the table's order: what a field was, what it is. Of a record that came or went only what stood in it. */
function fieldsOf(change: Change, nameOf: NameOf) {
  const { noun, act } = change
  const before = change.before as Row
  const after = change.after as Row
  const contractCurrency = change.contractCurrency ?? change.currency ?? 'EUR'
  const costCurrency = after?.cost_currency ?? before?.cost_currency ?? null
  const reading = {
    noun,
    currency: change.currency ?? contractCurrency,
    contractCurrency,
    costCurrency: costCurrency as string | null,
    nameOf,
  }
  return [...(fieldsOfNoun.get(noun) ?? [])]
    .filter(([name]) => !silentFields.has(name) && (name in (before ?? {}) || name in (after ?? {})))
    .map(([name, column]) => ({
      name,
      before: changedValue(before?.[name], column, reading),
      after: changedValue(after?.[name], column, reading),
    }))
    .filter(({ before, after }) => act === 'update' || before !== null || after !== null)
}
