import type { Tx } from '@countersign/db/connect'
import { monthReports } from '@countersign/db/tables/closing'
import type { MonthFigures } from '@countersign/domain/month-figures'
import type { LocalDate } from '@countersign/domain/calendar-day'
import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'

/** The report of a closed month as it was closed, byte for byte: canonical JSON, whose SHA-256 the closing keeps. */
export async function monthReport(tx: Tx, closingId: string): Promise<string | null> {
  const rows = await tx
    .select({ monthOn: monthReports.monthOn, figures: monthReports.figures })
    .from(monthReports)
    .where(eq(monthReports.closingId, closingId))
  if (rows.length === 0) return null
  return monthReportText(
    rows[0]!.monthOn,
    rows.map(({ figures }) => figures as MonthFigures),
  )
}

export function monthReportText(monthOn: LocalDate, figures: MonthFigures[]): string {
  const byCode = (a: MonthFigures, b: MonthFigures) =>
    a.project.code < b.project.code ? -1 : a.project.code > b.project.code ? 1 : 0
  return canonicalize({
    schema: 'countersign/month-report/1',
    month: monthOn.slice(0, 7),
    projects: [...figures].sort(byCode),
  })!
}
