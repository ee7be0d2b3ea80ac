import type { Tx } from '@countersign/db/connect'
import { monthClosings, monthReports } from '@countersign/db/tables/closing'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { lastDayOf, whyNotToClose, whyNotToReopen } from '@countersign/domain/month'
import type { MonthFigures } from '@countersign/domain/month-figures'
import { standingClosing } from '@countersign/operations/close-month'
import { closedDayOf } from '@countersign/operations/closed-day'
import { hinders, monthReadiness } from '@countersign/operations/month-readiness'
import { desc, eq } from 'drizzle-orm'

/** What stands open before a month is closed, or its report when it is; and what happened to it. */
export async function monthPage(tx: Tx, { monthOn, today }: { monthOn: LocalDate; today: LocalDate }) {
  const lastClosedDay = await closedDayOf(tx)
  const [closingId, history] = await Promise.all([standingClosing(tx, monthOn), historyOf(tx, monthOn)])
  const why = whyNotToClose(monthOn, { lastClosedDay, today })
  const found = why ? [] : await monthReadiness(tx, { lastClosedDay, toOn: lastDayOf(monthOn) })
  return {
    monthOn,
    why,
    hindering: found.filter(hinders),
    reminding: found.filter((each) => !hinders(each)),
    mayReopen: closingId !== null && whyNotToReopen(monthOn, lastClosedDay) === null,
    closing: history.find(({ id }) => id === closingId) ?? null,
    projects: closingId ? await reportsOf(tx, closingId) : [],
    history,
  }
}

async function historyOf(tx: Tx, monthOn: LocalDate) {
  const rows = await tx
    .select({
      id: monthClosings.id,
      act: monthClosings.act,
      reason: monthClosings.reason,
      sha256: monthClosings.reportSha256,
      by: staff.name,
      at: monthClosings.doneAt,
    })
    .from(monthClosings)
    .innerJoin(staff, eq(staff.id, monthClosings.doneBy))
    .where(eq(monthClosings.monthOn, monthOn))
    .orderBy(desc(monthClosings.doneAt))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function reportsOf(tx: Tx, closingId: string): Promise<MonthFigures[]> {
  const rows = await tx
    .select({ figures: monthReports.figures })
    .from(monthReports)
    .where(eq(monthReports.closingId, closingId))
  const reports = rows.map(({ figures }) => figures as MonthFigures)
  return reports.sort((a, b) => a.project.code.localeCompare(b.project.code, 'en'))
}
