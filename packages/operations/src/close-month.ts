import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  closedMonths,
  journalEntries,
  monthClosings,
  monthReports,
  revenueRecognitions,
} from '@countersign/db/tables/closing'
import { provider } from '@countersign/db/tables/provider'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { accountsFrom } from '@countersign/domain/journal'
import { lastDayOf, whyNotToClose } from '@countersign/domain/month'
import { createHash, randomUUID } from 'node:crypto'
import { and, count, eq, sql } from 'drizzle-orm'
import { insertRows } from './insert-rows'
import { journalOfMonth } from './journal-of-month'
import { factsOf } from './month-facts'
import { monthFigures } from './month-figures'
import { hindering } from './month-readiness'
import { monthReportText } from './month-report'
import { refused } from './result'

type Closing = { monthOn: LocalDate; today: LocalDate; by: StaffActor; now: Date }

/**
 * Closes a month: keeps each project's report, what each contract line earned, and the journal. From then on the
 * database refuses whatever is booked in it. Whoever is booking in the month just now is waited for, so that nothing
 * comes in between the figures and the closing.
 */
export async function closeMonth(tx: Tx, { monthOn, today, by, now }: Closing) {
  const lastClosedDay = await holdMonth(tx, monthOn)
  const why = whyNotToClose(monthOn, { lastClosedDay, today })
  if (why) return refused(why)
  const toOn = lastDayOf(monthOn)
  const found = await hindering(tx, { lastClosedDay, toOn })
  if (found.length > 0) return refused('not-ready')

  // What was forecast of the month freezes with it: revenue earned by cost or by hours is reckoned from it.
  await tx.execute(sql`select app.keep_month_forecasts(${monthOn})`)
  const period = { afterOn: lastClosedDay, toOn }
  const facts = await factsOf(tx, period)
  const { figures, recognitions } = await monthFigures(tx, period, facts)
  const closingId = randomUUID()
  const report = monthReportText(monthOn, figures)
  const reportSha256 = createHash('sha256').update(report).digest('hex')
  const round = await roundOf(tx, monthOn)
  const projectOf = new Map(
    figures.map(({ project, currency }) => [project.id, { code: project.code, currency }]),
  )

  await tx
    .insert(monthClosings)
    .values({ id: closingId, monthOn, act: 'closed', reportSha256, doneBy: by.staffId, doneAt: now })
  await insertRows(
    tx,
    monthReports,
    figures.map((each) => ({
      closingId,
      projectId: each.project.id,
      monthOn,
      currency: each.currency,
      figures: each,
    })),
  )
  await insertRows(
    tx,
    revenueRecognitions,
    recognitions.map((each) => ({ closingId, monthOn, ...each })),
  )
  const journal = journalOfMonth(facts, recognitions, {
    closingId,
    monthOn,
    round,
    toOn,
    accounts: await accountsInForce(tx),
    projectOf,
  })
  await insertRows(tx, journalEntries, journal)
  return { ok: true as const, closingId, reportSha256, entries: journal.length }
}

/** Waits for whoever books in the month and keeps others waiting until commit; the last closed day as it is then. */
export async function holdMonth(tx: Tx, monthOn: LocalDate): Promise<LocalDate | null> {
  const [row] = await tx.execute<{ day: LocalDate | null }>(
    sql`select app.hold_month(${monthOn})::text as day`,
  )
  return row!.day
}

export async function accountsInForce(tx: Tx) {
  const [row] = await tx.select({ accounts: provider.accounts }).from(provider)
  return accountsFrom(row?.accounts)
}

/** How often the month will have been closed with this time. */
async function roundOf(tx: Tx, monthOn: LocalDate): Promise<number> {
  const [row] = await tx
    .select({ closings: count() })
    .from(monthClosings)
    .where(and(eq(monthClosings.monthOn, monthOn), eq(monthClosings.act, 'closed')))
  return row!.closings + 1
}

/** The closing of a month that is closed now. */
export async function standingClosing(tx: Tx, monthOn: LocalDate): Promise<string | null> {
  const [row] = await tx
    .select({ closingId: closedMonths.closingId })
    .from(closedMonths)
    .where(eq(closedMonths.monthOn, monthOn))
  return row?.closingId ?? null
}
