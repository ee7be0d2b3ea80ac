import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { JournalKind } from '@countersign/domain/journal'
import { closedDayOf } from '@countersign/operations/closed-day'
import { factsOf, sumsByProject } from '@countersign/operations/month-facts'
import { sql } from 'drizzle-orm'

export type Compared = {
  kind: JournalKind
  currency: string
  entries: number
  journalMinor: string
  projectsMinor: string
  differenceMinor: string
}

/** What the journal sums to up to the last closed day, beside what the projects say; and the months it is of. */
export async function journalPage(tx: Tx) {
  const closedOn = await closedDayOf(tx)
  if (closedOn === null)
    return { closedOn, compared: [] as Compared[], differing: 0, months: [] as LocalDate[] }
  const [journal, projects, months] = await Promise.all([
    journalSums(tx),
    projectSums(tx, closedOn),
    tx.execute<{ month: LocalDate }>(
      sql`select month_on::text as month from closed_months order by month_on desc limit 12`,
    ),
  ])
  const { compared, differing } = compare(journal, projects)
  return { closedOn, compared, differing, months: [...months].map(({ month }) => month) }
}

type Sum = { projectId: string; currency: string; kind: JournalKind; entries: number; minor: bigint }

async function journalSums(tx: Tx): Promise<Sum[]> {
  const rows = await tx.execute<Omit<Sum, 'minor'> & { minor: string }>(sql`
    select project_id as "projectId", currency, kind, count(*)::int as entries, sum(signed_minor)::text as minor
    from journal_entries group by 1, 2, 3`)
  return [...rows].map((row) => ({ ...row, minor: BigInt(row.minor) }))
}

/** Cost as the database keeps it by month, revenue as the last report says it, everything else as it stands now. */
async function projectSums(tx: Tx, closedOn: LocalDate): Promise<Sum[]> {
  const rows = await tx.execute<Omit<Sum, 'minor' | 'entries'> & { minor: string }>(sql`
    select k.project_id as "projectId", c.currency, k.kind, k.minor::text as minor from (
      select project_id, v.kind, sum(v.minor) as minor from app.month_costs
      cross join lateral (values ('labour', labour_minor), ('expense', expense_minor), ('vendor', vendor_minor)) v (kind, minor)
      where month_on <= ${closedOn} group by 1, 2
      union all
      select r.project_id, 'revenue', (r.figures -> 'toDate' ->> 'recognisedMinor')::numeric
      from month_reports r join closed_months m on m.closing_id = r.closing_id
      where m.month_on = (select max(month_on) from closed_months)
    ) k join contracts c on c.project_id = k.project_id`)
  const currencyOf = new Map([...rows].map(({ projectId, currency }) => [projectId, currency]))
  const kept: Sum[] = [...rows].map((row) => ({ ...row, entries: 0, minor: BigInt(row.minor) }))
  const sums = sumsByProject(await factsOf(tx, { afterOn: null, toOn: closedOn }))
  for (const [projectId, toDate] of sums)
    for (const [kind, minor] of Object.entries(toDate) as [JournalKind, bigint][])
      if (!['labour', 'expense', 'vendor'].includes(kind))
        kept.push({ projectId, currency: currencyOf.get(projectId) ?? '', kind, entries: 0, minor })
  return kept
}

function compare(journal: Sum[], projects: Sum[]): { compared: Compared[]; differing: number } {
  const byKind = new Map<
    string,
    { kind: JournalKind; currency: string; entries: number; journal: bigint; projects: bigint }
  >()
  const differences = new Map<string, bigint>()
  const add = (side: 'journal' | 'projects') => (sum: Sum) => {
    const { kind, currency, projectId, entries, minor } = sum
    const key = `${currency} ${kind}`
    const row = byKind.get(key) ?? { kind, currency, entries: 0, journal: 0n, projects: 0n }
    row[side] += minor
    row.entries += entries
    byKind.set(key, row)
    const of = `${projectId} ${kind}`
    differences.set(of, (differences.get(of) ?? 0n) + (side === 'journal' ? minor : -minor))
  }
  journal.forEach(add('journal'))
  projects.forEach(add('projects'))
  const differing = new Set(
    [...differences].filter(([, minor]) => minor !== 0n).map(([of]) => of.slice(0, of.indexOf(' '))),
  )
  const compared = [...byKind.values()]
    .filter((row) => row.journal !== 0n || row.projects !== 0n)
    .sort(
      (a, b) => a.currency.localeCompare(b.currency, 'en') || order.indexOf(a.kind) - order.indexOf(b.kind),
    )
    .map(({ kind, currency, entries, journal: inJournal, projects: inProjects }) => ({
      kind,
      currency,
      entries,
      journalMinor: String(inJournal),
      projectsMinor: String(inProjects),
      differenceMinor: String(inJournal - inProjects),
    }))
  return { compared, differing: differing.size }
}

const order: JournalKind[] = [
  'revenue',
  'labour',
  'expense',
  'expense-tax',
  'vendor',
  'vendor-tax',
  'invoice',
  'invoice-tax',
  'payment',
  'write-off',
  'write-off-tax',
]
