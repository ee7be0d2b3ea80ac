import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { durationParts } from './duration'

/** In the order in which a form offers them. */
export const constraintTypes = ['ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'] as const

/** What the form starts from: the task's columns, and the calendars that say when a day's work begins and ends. */
export type Planned = {
  durationMinutes: number
  remainingMinutes: number | null
  percentComplete: number
  isElapsed: boolean
  isActive: boolean
  isManual: boolean
  manualStartLocal: LocalDateTime | null
  manualFinishLocal: LocalDateTime | null
  constraintType: (typeof constraintTypes)[number]
  constraintLocal: LocalDateTime | null
  deadlineLocal: LocalDateTime | null
  calendarUid: number | null
  actualStartLocal: LocalDateTime | null
  actualFinishLocal: LocalDateTime | null
  minutesPerDay: number
  planCalendarUid: number | null
  calendars: readonly PlanCalendar[]
}

/** Duration and what remains as the form shows them: in working days, or days on the wall for an elapsed duration. */
export function shownLengths(planned: Planned) {
  const { durationMinutes: duration, remainingMinutes, percentComplete } = planned
  const remaining = remainingMinutes ?? (duration * (100 - percentComplete)) / 100
  return durationParts({ duration, remaining }, dayLength(planned))
}

export function dayLength({ isElapsed, minutesPerDay }: Pick<Planned, 'isElapsed' | 'minutesPerDay'>) {
  return isElapsed ? 1440 : minutesPerDay
}
