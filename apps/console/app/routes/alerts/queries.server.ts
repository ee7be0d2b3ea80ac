import type { StaffRole, Tx } from '@countersign/db/connect'
import { projectMargins as m } from '@countersign/db/views/margins'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { daysBetween } from '@countersign/domain/calendar-day'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { asc, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** Spent hours may be so many per cent of the plan ahead of the work done. */
const burnTolerance = 10
/** What is earned waits so many days for its invoice before it is an alert. */
const unbilledDays = 30

export type Alert = { key: string; project: { id: string; code: string; name: string } } & (
  | { kind: 'margin-floor'; percent: number; floor: number }
  | { kind: 'burn'; spent: number; done: number }
  | { kind: 'out-of-scope'; minutes: number; cost: MoneyText; revenue: MoneyText }
  | { kind: 'unbilled'; days: number; amount: MoneyText }
  | { kind: 'missing-time'; who: string; days: number }
)

/** What costs margin now, in the projects of whoever asks: worst kinds first, by project. */
export async function alertsFor(tx: Tx, role: StaffRole, today: LocalDate): Promise<Alert[]> {
  const rows = await tx.select().from(m).orderBy(asc(m.code))
  const projectOf = new Map(
    rows.map((row) => [row.projectId, { id: row.projectId, code: row.code, name: row.name }]),
  )
  const currencyOf = new Map(rows.map((row) => [row.projectId, row.currency]))
  const of = (projectId: string) => projectOf.get(projectId)!
  const floors = rows
    .filter(
      ({ completionBasisPoints, marginFloorBasisPoints, estimateFrom, costMinor }) =>
        completionBasisPoints !== null &&
        (estimateFrom !== null || costMinor > 0n) &&
        completionBasisPoints < marginFloorBasisPoints,
    )
    .map((row): Alert => ({
      key: `floor ${row.projectId}`,
      kind: 'margin-floor',
      project: of(row.projectId),
      percent: row.completionBasisPoints! / 100,
      floor: row.marginFloorBasisPoints / 100,
    }))
  const burns = rows
    .filter(({ plannedMinutes }) => plannedMinutes > 0n)
    .map((row) => ({
      row,
      spent: Math.round(Number((row.workedMinutes * 100n) / row.plannedMinutes)),
      done: Math.max(
        0,
        Math.round(Number(((row.plannedMinutes - row.etcMinutes) * 100n) / row.plannedMinutes)),
      ),
    }))
    .filter(({ spent, done }) => spent > done + burnTolerance)
    .map(({ row, spent, done }): Alert => ({
      key: `burn ${row.projectId}`,
      kind: 'burn',
      project: of(row.projectId),
      spent,
      done,
    }))
  const others =
    role === 'account_manager' || role === 'executive' ? [] : await ofEntries(tx, of, currencyOf, today)
  return [...floors, ...burns, ...others]
}

async function ofEntries(
  tx: Tx,
  of: (projectId: string) => Alert['project'],
  currencyOf: Map<string, string>,
  today: LocalDate,
): Promise<Alert[]> {
  const [outside, unbilled, missing] = (await Promise.all([
    tx.execute(sql`
      select o.project_id as "projectId", sum(e.minutes)::integer as minutes, coalesce(sum(e.cost_minor), 0)::text as cost,
        coalesce(sum(e.bill_minor), 0)::text as revenue
      from public.out_of_scope_work o join app.money_entries e on e.id = o.time_entry_id and e.project_id = o.project_id
      where o.outcome is null group by 1`),
    tx.execute(sql`
      select s.project_id as "projectId", min(s.released_at)::date::text as since,
        sum(s.released_minor - s.billed_minor)::text as amount
      from app.billing_milestone_states s
      where s.released_minor > s.billed_minor and s.released_at < ${today}::date - ${unbilledDays}::integer group by 1`),
    tx.execute(
      sql`select name, project_id as "projectId", days from app.missing_time(${today}::date) order by name`,
    ),
  ])) as unknown as [
    { projectId: string; minutes: number; cost: string; revenue: string }[],
    { projectId: string; since: string; amount: string }[],
    { projectId: string; name: string; days: number }[],
  ]
  const money = (projectId: string, minor: string) =>
    moneyText(BigInt(minor), currencyOf.get(projectId) ?? 'EUR')
  const known = <T extends { projectId: string }>(rows: T[]) =>
    rows.filter(({ projectId }) => currencyOf.has(projectId))
  return [
    ...known(outside).map((row): Alert => ({
      key: `scope ${row.projectId}`,
      kind: 'out-of-scope',
      project: of(row.projectId),
      minutes: row.minutes,
      cost: money(row.projectId, row.cost),
      revenue: money(row.projectId, row.revenue),
    })),
    ...known(unbilled).map((row): Alert => ({
      key: `unbilled ${row.projectId}`,
      kind: 'unbilled',
      project: of(row.projectId),
      days: daysBetween(row.since, today),
      amount: money(row.projectId, row.amount),
    })),
    ...known(missing).map((row): Alert => ({
      key: `missing ${row.projectId} ${row.name}`,
      kind: 'missing-time',
      project: of(row.projectId),
      who: row.name,
      days: row.days,
    })),
  ]
}
