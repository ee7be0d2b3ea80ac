import type { Tx } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { contracts } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { moneyEntries as e } from '@countersign/db/views/margins'
import { isUuid } from '@countersign/http/fields'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { chosenFilter, holds, pageWithin, rowsPerPage, searchTerm } from '../../listing'
import type { MarginsMessages } from '../../messages/margins-en'
import type { Cell, TableRow, TableView } from '../../table/cells'
import { tableViewOf } from '../../table/table-view'
import {
  entryColumns,
  entryColumnsBy,
  entryGroupings,
  entryKinds,
  usualEntryColumns,
  type EntryColumn,
  type EntryGrouping,
} from './columns'

export type EntryList = TableView & {
  words: string
  kind: (typeof entryKinds)[number] | null
  /** 'YYYY-MM'. */
  month: string | null
  taskId: string | null
}

export function entryListOf(url: URL): EntryList {
  const view = tableViewOf<EntryColumn>(url, {
    columns: entryColumns,
    usual: usualEntryColumns,
    groupings: entryGroupings,
    first: { column: 'on', descending: true },
  })
  const month = url.searchParams.get('month') ?? ''
  const taskId = url.searchParams.get('task') ?? ''
  const offered = entryColumnsBy(view.by).map(({ id }) => id)
  return {
    ...view,
    column: offered.includes(view.column) ? view.column : (view.by ?? 'on'),
    shown: view.by === null ? view.shown : offered,
    words: searchTerm(url),
    kind: chosenFilter(url, 'kind', entryKinds),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    taskId: isUuid(taskId) ? taskId : null,
  }
}

/** A page of a project's entries and the sums of all that match; null where it has no contract. */
export async function entriesPage(
  tx: Tx,
  projectId: string,
  asked: EntryList,
  t: MarginsMessages['entries'],
) {
  const [[contract], total] = await Promise.all([
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    entryTotal(tx, projectId, asked),
  ])
  if (!contract) return null
  const list = { ...asked, page: pageWithin(asked.page, total.rows) }
  const rows = await entryRows(tx, projectId, list, contract.currency, t)
  const money = (minor: string): Cell => ({ kind: 'money', amount: { minor, currency: contract.currency } })
  const cells: Record<string, Cell> = {
    entries: { kind: 'count', count: total.entries },
    hours: { kind: 'hours', minutes: total.minutes },
    cost: money(total.cost),
    bill: money(total.bill),
  }
  return { list, rows, total, cells }
}

const text: Record<EntryGrouping | 'role' | 'what', SQL> = {
  task: sql`coalesce(${tasks.name}, '')`,
  who: sql`${e.who}`,
  line: sql`coalesce(${contractLines.name}, '')`,
  kind: sql`${e.kind}`,
  state: sql`${e.state}`,
  role: sql`${e.jobRole}`,
  what: sql`${e.what}`,
}
const from = sql`${e} left join ${tasks} on ${tasks.id} = ${e.taskId}
  left join ${contractLines} on ${contractLines.id} = ${e.contractLineId}`

type Raw = Record<string, string | null> & {
  key: string
  minutes: string
  cost: string | null
  bill: string | null
  entries: string
}

export async function entryRows(
  tx: Tx,
  projectId: string,
  list: Omit<EntryList, 'page'> & { page?: number },
  currency: string,
  t: MarginsMessages['entries'],
): Promise<(TableRow & { isTime: boolean; isOutside: boolean })[]> {
  const by = list.by as EntryGrouping | null
  const fields = by
    ? sql`${text[by]} as key, ${text[by]} as ${sql.identifier(by)}, count(*)::text as entries,
        sum(${e.minutes})::text as minutes, sum(${e.costMinor})::text as cost, sum(${e.billMinor})::text as bill`
    : sql`${e.id} as key, ${e.bookedOn}::text as "on", ${e.kind} as kind, ${text.task} as task, ${text.line} as line,
        ${e.who} as who, ${e.jobRole} as role, ${e.what} as what, ${e.state} as state, '1' as entries,
        ${e.minutes}::text as minutes, ${e.costMinor}::text as cost, ${e.billMinor}::text as bill,
        ${e.isOutside}::text as outside`
  const rows = (await tx.execute(sql`
    select ${fields} from ${from} where ${wanted(projectId, list)} ${by ? sql`group by ${text[by]}` : sql``}
    order by ${orderOf(list, by)}
    ${list.page ? sql`limit ${rowsPerPage} offset ${(list.page - 1) * rowsPerPage}` : sql``}`)) as unknown as Raw[]
  return rows.map((row) => ({
    key: row.key,
    isTime: row.kind === 'time' && by === null,
    isOutside: row.outside === 'true',
    cells: Object.fromEntries(list.shown.map((id) => [id, cellOf(id, row, currency, t)])),
  }))
}

function cellOf(id: string, row: Raw, currency: string, t: MarginsMessages['entries']): Cell {
  switch (id) {
    case 'on':
      return { kind: 'day', on: row.on ?? null }
    case 'hours':
      return row.kind && row.kind !== 'time'
        ? { kind: 'text', text: '–' }
        : { kind: 'hours', minutes: Number(row.minutes) }
    case 'cost':
    case 'bill':
      return { kind: 'money', amount: row[id] === null ? null : { minor: row[id]!, currency } }
    case 'entries':
      return { kind: 'count', count: Number(row.entries) }
    case 'kind':
      return { kind: 'text', text: t.kinds[row.kind as keyof typeof t.kinds] ?? '' }
    case 'state': {
      const state = t.states[row.state as keyof typeof t.states] ?? ''
      return { kind: 'text', text: row.outside === 'true' ? `${state}, ${t.marked}` : state }
    }
    default:
      return { kind: 'text', text: row[id] || '–' }
  }
}

function orderOf({ column, descending }: Omit<EntryList, 'page'>, by: EntryGrouping | null): SQL {
  const towards = descending ? sql`desc nulls last` : sql`asc nulls last`
  const sums: Record<string, SQL> = {
    hours: sql`${e.minutes}`,
    cost: sql`${e.costMinor}`,
    bill: sql`${e.billMinor}`,
  }
  const sum = sums[column]
  if (by) {
    if (sum) return sql`sum(${sum}) ${towards}, ${text[by]}`
    return column === 'entries' ? sql`count(*) ${towards}, ${text[by]}` : sql`${text[by]} ${towards}`
  }
  const value = sum ?? (column === 'on' ? sql`${e.bookedOn}` : text[column as keyof typeof text])
  return sql`${value} ${towards}, ${e.bookedOn} desc, ${e.id}`
}

async function entryTotal(tx: Tx, projectId: string, list: EntryList) {
  const by = list.by as EntryGrouping | null
  const [row] = (await tx.execute(sql`
    select ${by ? sql`count(distinct ${text[by]})` : sql`count(*)`}::integer as rows, count(*)::integer as entries,
      coalesce(sum(${e.minutes}), 0)::integer as minutes, coalesce(sum(${e.costMinor}), 0)::text as cost,
      coalesce(sum(${e.billMinor}), 0)::text as bill
    from ${from} where ${wanted(projectId, list)}`)) as unknown as {
    rows: number
    entries: number
    minutes: number
    cost: string
    bill: string
  }[]
  return row!
}

function wanted(projectId: string, { words, kind, month, taskId }: Omit<EntryList, 'page'>): SQL {
  return and(
    eq(e.projectId, projectId),
    kind ? eq(e.kind, kind) : undefined,
    month
      ? sql`${e.bookedOn} >= ${`${month}-01`}::date and ${e.bookedOn} < ${`${month}-01`}::date + interval '1 month'`
      : undefined,
    taskId ? eq(e.taskId, taskId) : undefined,
    holds(words, e.who, e.what, e.jobRole, tasks.name),
  )!
}
