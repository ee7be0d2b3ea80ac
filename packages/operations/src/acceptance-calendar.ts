import type { SubmissionTerms } from '@countersign/domain/acceptance'
import type { AcceptanceTerms, ClockFacts, ClockPause } from '@countersign/domain/acceptance-clock'
import { businessDaysOf } from '@countersign/domain/business-days'
import { standardCalendar, type PlanCalendar } from '@countersign/domain/schedule/plan'

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

/** What an acceptance period runs on, of what either side reads; null where the contract set none. */
export function acceptancePeriod({
  terms: frozen,
  calendarUid,
  calendars,
  pauses,
  ...read
}: Read): AcceptancePeriod | null {
  const terms = (frozen as SubmissionTerms | null)?.acceptance
  if (!terms) return null
  const definitions = calendars as PlanCalendar[]
  return {
    terms,
    calendar: (definitions.find(({ uid }) => uid === calendarUid) ?? standardCalendar).name,
    facts: {
      submittedAt: read.submittedAt,
      timeZone: read.timeZone,
      pauses: pauses.map(({ from, to }) => ({ from, to })),
      grantedUntil: [...read.grantedUntil].sort().at(-1) ?? null,
      isBusinessDay: businessDaysOf(calendarUid, definitions),
    },
  }
}
