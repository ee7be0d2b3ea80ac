import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions, portalTimeRequests } from '@countersign/db/views/portal'
import { portalAcceptanceCalendars, portalClockPauses } from '@countersign/db/views/portal-clock'
import { readAcceptanceClock } from '@countersign/domain/acceptance-clock'
import { acceptancePeriod } from '@countersign/operations/acceptance-calendar'
import { and, asc, eq, sql } from 'drizzle-orm'

/** How the customer's time runs on a version that waits; null where it waits no more or the contract set no period. */
export async function customerClock(tx: Tx, submissionId: string, now: Date) {
  const [[row], pauses, granted, calendars] = await Promise.all([
    tx
      .select({
        terms: portalSubmissions.terms,
        submittedAt: portalSubmissions.submittedAt,
        outcome: portalSubmissions.outcome,
        isSuperseded: portalSubmissions.isSuperseded,
        timeZone: portalProjects.timeZone,
      })
      .from(portalSubmissions)
      .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
      .where(eq(portalSubmissions.id, submissionId)),
    tx
      .select({
        from: portalClockPauses.pausedAt,
        to: portalClockPauses.resumedAt,
        reason: portalClockPauses.reason,
      })
      .from(portalClockPauses)
      .where(eq(portalClockPauses.submissionId, submissionId))
      .orderBy(asc(portalClockPauses.pausedAt)),
    tx
      .select({ until: portalTimeRequests.until })
      .from(portalTimeRequests)
      .where(and(eq(portalTimeRequests.submissionId, submissionId), eq(portalTimeRequests.isGranted, true))),
    tx
      .select()
      .from(portalAcceptanceCalendars)
      .where(
        eq(
          portalAcceptanceCalendars.projectId,
          sql`(select s.project_id from portal.submissions s where s.id = ${submissionId})`,
        ),
      ),
  ])
  if (!row || row.outcome !== null || row.isSuperseded) return null
  const period = acceptancePeriod({
    ...row,
    pauses,
    grantedUntil: granted.map(({ until }) => until),
    calendarUid: calendars[0]?.calendarUid ?? null,
    calendars: calendars.map(({ definition }) => definition),
  })
  if (!period) return null
  const pause = pauses.find(({ to }) => to === null)
  return {
    ...readAcceptanceClock(period.terms, period.facts, now),
    days: period.terms.days,
    deemedClause: period.terms.deemedClause,
    pausedSince: pause ? { at: pause.from.toISOString(), reason: pause.reason } : null,
  }
}

export type CustomerClock = NonNullable<Awaited<ReturnType<typeof customerClock>>>
