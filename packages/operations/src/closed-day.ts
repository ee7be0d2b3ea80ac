import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'

/** The last day that can no longer be booked on; null while no month is closed. */
export async function closedDayOf(tx: Tx): Promise<LocalDate | null> {
  const [row] = await tx.execute<{ day: LocalDate | null }>(sql`select app.last_closed_day()::text as day`)
  return row!.day
}
