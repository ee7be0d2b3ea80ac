import type { StaffRole, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { projectMargins as m } from '@countersign/db/views/margins'
import { isUuid } from '@countersign/http/fields'
import { and, asc, eq, exists, sql, type SQL } from 'drizzle-orm'
import { getViewConfig } from 'drizzle-orm/pg-core'
import { chosenFilter, holds, pageWithin, rowsPerPage, searchTerm } from '../../listing'
import type { Cell, TableRow, TableView } from '../../table/cells'
import { tableViewOf } from '../../table/table-view'
import {
  columnsBy,
  marginBounds,
  marginColumns,
  marginGroupings,
  usualColumns,
  type MarginColumn,
  type MarginGrouping,
} from './columns'
import { amounts, basisPoints, isAmount, isMinutes, isShare, minutes, ours, shares } from './measures.server'

export type MarginList = TableView & {
  words: string
  customerId: string | null
  below: (typeof marginBounds)[number] | null
}

/** What an address of the list asks for; what it does not understand counts as not asked. */
export function marginListOf(url: URL): MarginList {
  const customerId = url.searchParams.get('customer') ?? ''
  const view = tableViewOf<MarginColumn>(url, {
    columns: marginColumns,
    usual: usualColumns,
    groupings: marginGroupings,
    first: { column: 'project', descending: false },
  })
  const offered = columnsBy(view.by).map(({ id }) => id as string)
  const shown = view.shown.filter((id) => offered.includes(id))
  return {
    ...view,
    column: offered.includes(view.column) ? view.column : 'project',
    shown: view.by === null ? shown : [...new Set(['project', 'projects', ...shown])],
    words: searchTerm(url),
    customerId: isUuid(customerId) ? customerId : null,
    below: chosenFilter(url, 'below', marginBounds),
  }
}

/** The page of the list that was asked for, and what the whole list comes to. */
export async function marginsPage(tx: Tx, asked: MarginList, role: StaffRole) {
  const [totals, ofCustomers, groups] = await Promise.all([
    marginTotals(tx, asked),
    customersWithProjects(tx),
    asked.by === null ? null : groupCount(tx, asked, asked.by as MarginGrouping),
  ])
  const projectCount = totals.reduce((sum, each) => (each.isAll ? sum : sum + each.projects), 0)
  const count = groups ?? projectCount
  const list = { ...asked, page: pageWithin(asked.page, count) }
  return { list, total: count, totals, customers: ofCustomers, rows: await marginRows(tx, list, role) }
}

const text = (id: MarginGrouping): SQL =>
  ({
    customer: sql`${m.customer}`,
    program: sql`coalesce(${m.program}, '')`,
    unit: sql`${m.businessUnit}`,
    manager: sql`${m.manager}`,
    currency: sql`${m.currency}`,
  })[id]

/** One page of the list; without `page`, all of it. */
export async function marginRows(
  tx: Tx,
  list: Omit<MarginList, 'page'> & { page?: number },
  role: StaffRole,
): Promise<TableRow[]> {
  const grouped = list.by as MarginGrouping | null
  const measured = list.shown.flatMap((id) => measureOf(id, grouped !== null))
  const fields = sql.join([...(grouped ? groupFields(grouped) : projectFields()), ...measured], sql`, `)
  const order = orderOf(list, grouped)
  const page = list.page ? sql`limit ${rowsPerPage} offset ${(list.page - 1) * rowsPerPage}` : sql``
  const all = sql`from ${m} where ${wanted(list) ?? sql`true`}`
  const rows = (await tx.execute(
    grouped
      ? sql`select ${fields} ${all} group by ${text(grouped)} order by ${order} ${page}`
      : // Sorted and cut before anything is written as text, which would else be done of every project.
        sql`select ${fields} from (select * ${all} order by ${order} ${page}) as ${sql.identifier(getViewConfig(m).name)} order by ${order}`,
  )) as unknown as Raw[]
  return rows.map((row) => ({
    key: row.key,
    cells: Object.fromEntries(list.shown.map((id) => [id, cellOf(id, row, grouped, role)])),
  }))
}

type Raw = Record<string, string | null> & { key: string; currency: string; without: string | null }

function projectFields(): SQL[] {
  return [
    sql`${m.projectId} as key, ${m.code} as code, ${m.name} as name, ${m.manager} as manager, ${m.customer} as customer,
      coalesce(${m.program}, '') as program, ${m.businessUnit} as unit, ${m.currency} as currency, null as without,
      ${m.unratedMinutes}::text as unrated`,
  ]
}

function groupFields(by: MarginGrouping): SQL[] {
  return [
    sql`${text(by)} as key, min(${m.ourCurrency}) as currency, count(*)::text as projects,
      string_agg(distinct ${m.currency}, ', ') filter (where ${m.exchangeRate} is null) as without,
      sum(${m.unratedMinutes})::text as unrated`,
  ]
}

/** A column's value as text, in the project's own currency or, of several projects, in ours. */
function measureOf(id: string, grouped: boolean): SQL[] {
  const name = sql.identifier(`m_${id}`)
  if (isAmount(id)) {
    const value = grouped ? sql`sum(${ours(amounts[id])})` : amounts[id]
    return [sql`${value}::bigint::text as ${name}`]
  }
  if (isMinutes(id)) {
    const value = grouped ? sql`sum(${minutes[id]})` : minutes[id]
    return [sql`${value}::text as ${name}`]
  }
  if (!isShare(id)) return []
  const { part, whole } = shares[id]
  const points = grouped
    ? basisPoints(sql`sum(${ours(part)})`, sql`sum(${ours(whole)})`)
    : basisPoints(part, whole)
  if (id !== 'percent') return [sql`${points}::text as ${name}`]
  const sum = (amount: SQL) => (grouped ? sql`sum(${ours(amount)})` : amount)
  return [
    sql`${points}::text as ${name}, ${sum(amounts.earned)}::bigint::text as of_earned,
      ${sum(amounts.cost)}::bigint::text as of_cost`,
  ]
}

function cellOf(id: string, row: Raw, grouped: MarginGrouping | null, role: StaffRole): Cell {
  const value = row[`m_${id}`] ?? null
  const without = row.without ? { without: row.without.split(', ') } : {}
  const money = (minor: string) => ({ minor, currency: row.currency })
  if (isAmount(id)) return { kind: 'money', amount: value === null ? null : money(value), ...without }
  if (isMinutes(id))
    return {
      kind: 'hours',
      minutes: Number(value),
      ...(id === 'hours' ? { unrated: Number(row.unrated) } : {}),
    }
  if (isShare(id)) {
    const percent = value === null || row.without ? null : Number(value) / 100
    const drawn = id === 'percent' && row.of_earned && row.of_cost && !row.without
    return drawn
      ? { kind: 'percent', percent, of: { earned: money(row.of_earned!), cost: money(row.of_cost!) } }
      : { kind: 'percent', percent }
  }
  if (id === 'projects') return { kind: 'count', count: Number(row.projects) }
  if (id !== 'project') return { kind: 'text', text: row[id] ?? '' }
  if (grouped) return { kind: 'text', text: row.key }
  const page = pageOfProject[role]
  return {
    kind: 'text',
    text: `${row.code} ${row.name}`,
    under: row.manager ?? '',
    parts: [row.code ?? '', row.name ?? '', row.manager ?? ''],
    ...(page === undefined ? {} : { href: `/projects/${row.key}${page}` }),
  }
}

/** The page of a project that a reader of margins may open, if any. */
const pageOfProject: Partial<Record<StaffRole, string>> = {
  project_manager: '/money',
  program_manager: '/money',
  finance: '/money',
  executive: '/forecast',
}

/** Amounts of projects are sorted within their currency: a pound and a euro are not compared. Groups are all in ours. */
function orderOf(
  { column, descending }: MarginList | Omit<MarginList, 'page'>,
  grouped: MarginGrouping | null,
): SQL {
  const towards = descending ? sql`desc nulls last` : sql`asc nulls last`
  const tie = grouped ? text(grouped) : sql`${m.code}`
  if (isAmount(column))
    return grouped
      ? sql`sum(${ours(amounts[column])}) ${towards}, ${tie}`
      : sql`${m.currency} ${towards}, ${amounts[column]} ${towards}, ${tie}`
  if (isMinutes(column))
    return sql`${grouped ? sql`sum(${minutes[column]})` : minutes[column]} ${towards}, ${tie}`
  if (isShare(column)) {
    const { part, whole } = shares[column]
    const points = grouped
      ? basisPoints(sql`sum(${ours(part)})`, sql`sum(${ours(whole)})`)
      : basisPoints(part, whole)
    return sql`${points} ${towards}, ${tie}`
  }
  if (column === 'projects') return sql`count(*) ${towards}, ${tie}`
  if (grouped || column === 'project') return sql`${tie} ${towards}`
  return sql`${text(column as MarginGrouping)} ${towards}, ${tie}`
}

async function groupCount(tx: Tx, list: MarginList, by: MarginGrouping): Promise<number> {
  const [row] = (await tx.execute(
    sql`select count(distinct ${text(by)})::integer as count from ${m} where ${wanted(list) ?? sql`true`}`,
  )) as unknown as { count: number }[]
  return row!.count
}

/** Sums of the whole list, one row a currency; and, where there are several, all of it in ours if that can be said. */
export async function marginTotals(tx: Tx, list: Omit<MarginList, 'page'>) {
  const measures = Object.entries({ ...amounts, ...minutes })
  const parts = Object.entries(shares)
  const columns = (of: SQL[]) => sql.join(of, sql`, `)
  const name = (kind: 's' | 'o' | 'm', id: string, part = '') => sql.identifier(`${kind}_${id}${part}`)
  // Each measure once as it is and once in our currency: one look at the projects, however many sums.
  const summed = (id: string, value: SQL, part = '') => sql`
    sum(${value}) as ${name('s', id, part)}, sum(${isMinutes(id) ? value : ours(value)}) as ${name('o', id, part)}`
  const sums = columns([
    ...measures.map(([id, value]) => summed(id, value)),
    ...parts.flatMap(([id, { part, whole }]) => [summed(id, part, '_part'), summed(id, whole, '_whole')]),
  ])
  const of = (kind: 's' | 'o') => {
    const sum = (id: string, part = '') =>
      kind === 's' ? sql`${name(kind, id, part)}` : sql`sum(${name(kind, id, part)})`
    return columns([
      ...measures.map(([id]) => sql`coalesce(${sum(id)}, 0)::bigint::text as ${name('m', id)}`),
      ...parts.map(
        ([id]) => sql`${basisPoints(sum(id, '_part'), sum(id, '_whole'))}::text as ${name('m', id)}`,
      ),
    ])
  }
  const rows = (await tx.execute(sql`
    with each as materialized (
      select ${m.currency} as currency, min(${m.ourCurrency}) as ours, count(*)::integer as projects,
        sum(${m.unratedMinutes}) as unrated,
        case when count(*) > count(${m.exchangeRate}) then ${m.currency} end as without, ${sums}
      from ${m} where ${wanted(list) ?? sql`true`} group by ${m.currency}
    )
    select currency, false as is_all, projects, unrated::text as unrated, without, ${of('s')} from each
    union all
    select min(ours), true, sum(projects)::integer, sum(unrated)::text, string_agg(without, ', ' order by without), ${of('o')}
    from each having count(*) > 1
    order by is_all, currency`)) as unknown as RawTotal[]
  return rows.map((row) => {
    const without = row.is_all && row.without ? { without: row.without.split(', ') } : {}
    const money = (minor: string) => ({ minor, currency: row.currency })
    const cells = Object.fromEntries<Cell>([
      ['projects', { kind: 'count', count: row.projects }],
      ...Object.keys(amounts).map((id): [string, Cell] => [
        id,
        { kind: 'money', amount: money(row[`m_${id}`] as string), ...without },
      ]),
      ...Object.keys(minutes).map((id): [string, Cell] => [
        id,
        { kind: 'hours', minutes: Number(row[`m_${id}`]) },
      ]),
      ...Object.keys(shares).map((id): [string, Cell] => {
        const value = row[`m_${id}`]
        return [
          id,
          { kind: 'percent', percent: value == null || 'without' in without ? null : Number(value) / 100 },
        ]
      }),
    ])
    return {
      currency: row.currency,
      isAll: row.is_all,
      without: row.is_all && row.without ? row.without : null,
      projects: row.projects,
      earned: money(row.m_earned as string),
      cost: money(row.m_cost as string),
      unratedMinutes: Number(row.unrated),
      cells,
    }
  })
}
type RawTotal = Record<string, string | number | boolean | null> & {
  currency: string
  is_all: boolean
  projects: number
  unrated: string
  without: string | null
}
export type MarginTotal = Awaited<ReturnType<typeof marginTotals>>[number]

function customersWithProjects(tx: Tx) {
  const some = tx.select({ id: projects.id }).from(projects).where(eq(projects.customerId, customers.id))
  return tx
    .select({ value: customers.id, label: customers.name })
    .from(customers)
    .where(exists(some))
    .orderBy(asc(customers.name))
}

/** Cost without anything earned is a loss, which has no per cent: so the bound is compared as money. */
function wanted({ words, customerId, below }: Omit<MarginList, 'page'>): SQL | undefined {
  return and(
    holds(words, m.code, m.name, m.customer),
    customerId ? eq(m.customerId, customerId) : undefined,
    below
      ? sql`${m.marginMinor} * 100 < (${m.earnedMinor} - ${m.writtenOffMinor}) * ${Number(below)}::bigint`
      : undefined,
  )
}
