import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'
import { refused } from './result'

type KeepCostForecast = {
  projectId: string
  /** Any day of the month that the forecast is for. */
  monthOn: LocalDate
  note: string
}

/** Keeps what the project is thought to cost at its end, as the database sums it now. The latest of a month counts. */
export async function keepCostForecast(tx: Tx, { projectId, monthOn, note }: KeepCostForecast) {
  if (note.trim() === '') return refused('no-note')
  const [kept] = await tx.execute<{ kept: boolean }>(
    sql`select app.keep_cost_forecast(${projectId}, ${`${monthOn.slice(0, 7)}-01`}::date, ${note}) as kept`,
  )
  return kept?.kept ? { ok: true as const } : refused('no-budget')
}
