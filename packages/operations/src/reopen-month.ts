import type { StaffActor, Tx } from '@countersign/db/connect'
import { monthClosings } from '@countersign/db/tables/closing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { whyNotToReopen } from '@countersign/domain/month'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { holdMonth, standingClosing } from './close-month'
import { refused } from './result'

type Reopening = { monthOn: LocalDate; reason: string; by: StaffActor; now: Date }

/**
 * Opens the last closed month again, with a reason that enters the ledger of every project that has a report of it.
 * Report and journal stay; each entry of the journal gets its opposite, so that the next closing books anew.
 */
export async function reopenMonth(tx: Tx, { monthOn, reason, by, now }: Reopening) {
  const lastClosedDay = await holdMonth(tx, monthOn)
  const why = whyNotToReopen(monthOn, lastClosedDay)
  if (why) return refused(why)
  if (reason.trim() === '') return refused('no-reason')
  // The first closed month took all before it along; those are no months of their own.
  const closing = await standingClosing(tx, monthOn)
  if (closing === null) return refused('not-closed')
  const id = randomUUID()
  await tx
    .insert(monthClosings)
    .values({ id, monthOn, act: 'reopened', reason: reason.trim(), doneBy: by.staffId, doneAt: now })
  await tx.execute(sql`
    insert into month_reopenings (closing_id, project_id, month_report_id, reopened_at)
    select ${id}, r.project_id, r.id, date_trunc('milliseconds', ${now.toISOString()}::timestamptz)
    from month_reports r where r.closing_id = ${closing}`)
  await tx.execute(sql`
    insert into journal_entries (external_id, closing_id, project_id, kind, source_id, reverses, booked_on, debit_account,
      credit_account, currency, amount_minor, signed_minor, text, position)
    select e.external_id || '/reversed', ${id}, e.project_id, e.kind, e.source_id, e.id, e.booked_on, e.credit_account,
      e.debit_account, e.currency, e.amount_minor, -e.signed_minor, left('Reversed: ' || e.text, 200), e.position
    from journal_entries e where e.closing_id = ${closing}`)
  return { ok: true as const, closingId: id }
}
