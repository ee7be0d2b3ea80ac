import type { StaffActor, StaffRole, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { expenses } from '@countersign/db/tables/expenses'
import { timeEntries } from '@countersign/db/tables/time'
import { vendorInvoices } from '@countersign/db/tables/vendors'
import { and, count, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { officeDay } from '../../office.server'
import type { PlaceLabel } from '../../places'
import { alertsFor } from '../alerts/queries.server'

export type Waiting = Partial<Record<PlaceLabel, number>>

/** How much waits for a person at each place of the menu: open alerts, and what others handed in for approval. */
export async function waitingFor(
  tx: Tx,
  by: StaffActor,
  places: PlaceLabel[],
  asked: Asked,
): Promise<Waiting> {
  const counted = await Promise.all(
    places.map(async (place) => [place, (await counts[place]?.(tx, by, asked)) ?? 0] as const),
  )
  return Object.fromEntries(counted)
}

/** `afresh`: not what was counted up to a minute ago. */
type Asked = { now: Date; afresh: boolean }
type Count = (tx: Tx, by: StaffActor, asked: Asked) => Promise<number>

const counts: Partial<Record<PlaceLabel, Count>> = {
  alerts: openAlerts,
  timeApprovals: weeksHandedIn,
  expenses: expensesHandedIn,
  orders: vendorInvoicesToApprove,
  billing: draftsToReview,
}

const KEPT_MS = 60_000
const kept = new Map<string, { count: number; until: number }>()

/** Asks every margin that the person may see, so it is asked at most once a minute; every other number is as of now. */
async function openAlerts(tx: Tx, { staffId, role }: StaffActor, { now, afresh }: Asked): Promise<number> {
  const known = kept.get(staffId)
  if (known && !afresh && now.getTime() < known.until) return known.count
  const { length } = await alertsFor(tx, role, officeDay(now))
  if (kept.size > 1000) kept.clear()
  kept.set(staffId, { count: length, until: now.getTime() + KEPT_MS })
  return length
}

async function weeksHandedIn(tx: Tx, { staffId }: StaffActor): Promise<number> {
  const week = sql`(${timeEntries.projectId}, ${timeEntries.staffId}, date_trunc('week', ${timeEntries.workedOn}::timestamp))`
  const [row] = await tx
    .select({ count: sql<number>`count(distinct ${week})::int` })
    .from(timeEntries)
    .where(
      and(
        isNotNull(timeEntries.submittedAt),
        isNull(timeEntries.approvedAt),
        isNull(timeEntries.reverses),
        isNull(timeEntries.corrects),
        ne(timeEntries.staffId, staffId),
      ),
    )
  return row!.count
}

async function expensesHandedIn(tx: Tx, { staffId, role }: StaffActor): Promise<number> {
  if (role === 'team_member') return 0
  const handedIn = and(
    isNotNull(expenses.submittedAt),
    isNull(expenses.approvedAt),
    ne(expenses.staffId, staffId),
  )
  const [row] = await tx.select({ count: count() }).from(expenses).where(handedIn)
  return row!.count
}

const vendorInvoiceApprovers: readonly StaffRole[] = ['project_manager', 'finance']

async function vendorInvoicesToApprove(tx: Tx, { staffId, role }: StaffActor): Promise<number> {
  if (!vendorInvoiceApprovers.includes(role)) return 0
  const [row] = await tx
    .select({ count: count() })
    .from(vendorInvoices)
    .where(and(isNull(vendorInvoices.approvedAt), ne(vendorInvoices.recordedBy, staffId)))
  return row!.count
}

/** Four eyes: somebody else's. */
async function draftsToReview(tx: Tx, { staffId }: StaffActor): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(invoiceDrafts)
    .where(and(eq(invoiceDrafts.state, 'in-review'), ne(invoiceDrafts.writtenBy, staffId)))
  return row!.count
}
