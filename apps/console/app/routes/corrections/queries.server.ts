import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { closedDayOf } from '@countersign/operations/closed-day'
import { sql } from 'drizzle-orm'
import { chosenFilter, pageWithin, rowsPerPage, searchTerm } from '../../listing'

export const correctionKinds = ['time', 'expenses'] as const
type Asked = { kind: (typeof correctionKinds)[number]; words: string; page: number }

export type ClosedEntry = {
  id: string
  day: LocalDate
  project: string
  person: string
  what: string
  minutes: number | null
  minor: string | null
  currency: string | null
  isCorrected: boolean
}

export function correctionsAsked(url: URL): Asked {
  const page = url.searchParams.get('page') ?? ''
  return {
    kind: chosenFilter(url, 'kind', correctionKinds) ?? 'time',
    words: searchTerm(url),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** Entries that stand in closed months and take none back, the latest first. */
export async function closedEntries(tx: Tx, asked: Asked) {
  const closedOn = await closedDayOf(tx)
  if (closedOn === null) return { ...asked, total: 0, rows: [] as ClosedEntry[] }
  const rows = asked.kind === 'time' ? timeRows(closedOn) : expenseRows(closedOn)
  const fits = asked.words
    ? sql`where strpos(lower(concat_ws(' ', e.project, e.person, e.what)), lower(${asked.words})) > 0`
    : sql``
  const [counted] = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from (${rows}) e ${fits}`,
  )
  const page = pageWithin(asked.page, counted!.total)
  const found = await tx.execute<ClosedEntry>(sql`
    select * from (${rows}) e ${fits} order by e.day desc, e.project, e.person, e.id
    limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`)
  return { ...asked, page, total: counted!.total, rows: [...found] }
}

const timeRows = (closedOn: LocalDate) => sql`
  select t.id, t.worked_on::text as day, p.code || ' ' || p.name as project, s.name as person,
    k.wbs || ' ' || k.name as what, t.minutes, null::text as minor, null::text as currency,
    exists (select from time_entries r where r.reverses = t.id) as "isCorrected"
  from time_entries t join projects p on p.id = t.project_id join staff s on s.id = t.staff_id
  join tasks k on k.id = t.task_id
  where t.booked_on <= ${closedOn} and t.reverses is null`

const expenseRows = (closedOn: LocalDate) => sql`
  select e.id, e.spent_on::text as day, p.code || ' ' || p.name as project, s.name as person,
    e.description as what, null::int as minutes, e.gross_minor::text as minor, e.currency,
    exists (select from expenses r where r.reverses = e.id) as "isCorrected"
  from expenses e join projects p on p.id = e.project_id join staff s on s.id = e.staff_id
  where e.booked_on <= ${closedOn} and e.reverses is null`
