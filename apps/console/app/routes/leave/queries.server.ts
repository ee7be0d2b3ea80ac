import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { reports } from '@countersign/db/views/reports'
import { leaves } from '@countersign/db/tables/people-capacity'
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

export const stateOfLeave = sql<'open' | 'approved' | 'refused' | 'withdrawn'>`
  case when ${leaves.withdrawnAt} is not null then 'withdrawn' else coalesce(${leaves.verdict}, 'open') end`

const shown = {
  id: leaves.id,
  who: staff.name,
  kind: leaves.kind,
  fromOn: leaves.fromOn,
  toOn: leaves.toOn,
  isHalfDay: leaves.isHalfDay,
  state: stateOfLeave,
}
const above = alias(staff, 'above')

/** The own leave, and what waits for the reader's answer. */
export async function leaveOf(tx: Tx, reader: StaffActor) {
  const [mine, waiting, [me], [report]] = await Promise.all([
    tx
      .select(shown)
      .from(leaves)
      .innerJoin(staff, eq(staff.id, leaves.staffId))
      .where(eq(leaves.staffId, reader.staffId))
      .orderBy(desc(leaves.fromOn))
      .limit(100),
    // Whose leave one reads beside the own is those who report to the reader: the database says so.
    tx
      .select(shown)
      .from(leaves)
      .innerJoin(staff, eq(staff.id, leaves.staffId))
      .where(and(ne(leaves.staffId, reader.staffId), isNull(leaves.verdict), isNull(leaves.withdrawnAt)))
      .orderBy(asc(leaves.fromOn))
      .limit(200),
    tx
      .select({ lineManager: above.name })
      .from(staff)
      .leftJoin(above, eq(above.id, staff.lineManagerId))
      .where(eq(staff.id, reader.staffId)),
    tx.select({ id: reports.id }).from(reports).limit(1),
  ])
  return { mine, waiting, lineManager: me?.lineManager ?? null, hasReports: report !== undefined }
}
