import type { Tx } from '@countersign/db/connect'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { SubmissionTerms } from '@countersign/domain/acceptance'
import type { AcceptanceTerms, ClockFacts, ClockPause } from '@countersign/domain/acceptance-clock'
import { businessDaysAsFrozen, businessDaysOf, frozenCalendar } from '@countersign/domain/business-days'
import { localDateIn } from '@countersign/domain/calendar-day'
import { standardCalendar, type PlanCalendar } from '@countersign/domain/schedule/plan'
import { eq } from 'drizzle-orm'

export type AcceptancePeriod = {
  terms: AcceptanceTerms
  facts: ClockFacts
  /** The name of the calendar whose working days count. */
  calendar: string
}

type Read = {
  terms: unknown
  submittedAt: Date
  timeZone: string
  calendarUid: number | null
  /** Definitions as they are stored. */
  calendars: unknown[]
  pauses: ClockPause[]
  /** Days up to which more time was granted. */
  grantedUntil: string[]
}

/**
 * What an acceptance period runs on, of what either side reads; null where the contract set none. The calendar is the one
 * that the submission froze; what was submitted before that was done runs on the project's as it is.
 */
export function acceptancePeriod({
  terms: frozen,
  calendarUid,
  calendars,
  pauses,
  ...read
}: Read): AcceptancePeriod | null {
  const terms = (frozen as SubmissionTerms | null)?.acceptance
  if (!terms) return null
  const frozenDays = (frozen as SubmissionTerms).calendar
  const definitions = calendars as PlanCalendar[]
  return {
    terms,
    calendar:
      frozenDays?.name ?? (definitions.find(({ uid }) => uid === calendarUid) ?? standardCalendar).name,
    facts: {
      submittedAt: read.submittedAt,
      timeZone: read.timeZone,
      pauses: pauses.map(({ from, to }) => ({ from, to })),
      grantedUntil: [...read.grantedUntil].sort().at(-1) ?? null,
      isBusinessDay: frozenDays ? businessDaysAsFrozen(frozenDays) : businessDaysOf(calendarUid, definitions),
    },
  }
}

/** The days on which the customer's time will run, where the contract sets a period. */
export async function calendarToFreeze(
  tx: Tx,
  contract: { projectId: string; acceptanceDays: number | null },
  now: Date,
) {
  if (contract.acceptanceDays === null) return {}
  const [project] = await tx
    .select({ calendarUid: projects.calendarUid, timeZone: projects.timeZone })
    .from(projects)
    .where(eq(projects.id, contract.projectId))
  const kept = await tx
    .select({ definition: projectCalendars.definition })
    .from(projectCalendars)
    .where(eq(projectCalendars.projectId, contract.projectId))
  const calendars = kept.map(({ definition }) => definition as PlanCalendar)
  const { calendarUid, timeZone } = project!
  const { name } = calendars.find(({ uid }) => uid === calendarUid) ?? standardCalendar
  const isBusinessDay = businessDaysOf(calendarUid, calendars)
  return { calendar: frozenCalendar(name, isBusinessDay, localDateIn(timeZone, now)) }
}
