import type { LocalDate, LocalDateTime } from '../calendar-day'

/** What waits for what: FS = the successor's start for the predecessor's finish, and so on. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF'

/** Working time of the successor's calendar, time on the wall, or per cent of the predecessor's duration. */
export type LagUnit = 'working' | 'elapsed' | 'percent'

/** Minutes of the day, 0 to 1440, the end excluded. */
export type WorkInterval = { fromMinute: number; toMinute: number }

export type PlanCalendar = {
  uid: number
  name: string
  derivedFrom: number | null
  /** Seven entries, Sunday first; `null` takes the day from the calendar it is derived from. */
  week: (WorkInterval[] | null)[]
  /** Both days included; no intervals is a holiday. The first that covers a day holds. */
  exceptions: { name: string; fromOn: LocalDate; toOn: LocalDate; intervals: WorkInterval[] }[]
}

/** Tasks stand in outline order: a task's children follow it, one level deeper. Level 1 is the top. */
export type PlanTask = {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  durationMinutes: number
  percentComplete: number
  /** Start no earlier than; on a summary it holds for everything below. */
  notBefore: LocalDateTime | null
  calendarUid: number | null
  note: string | null
}

/** Lag in minutes, or in per cent where the unit says so; negative is a lead. */
export type PlanLink = { fromUid: number; toUid: number; type: LinkType; lag: number; lagUnit: LagUnit }

/** Everything the scheduler needs, as plain JSON. */
export type Plan = {
  startsAt: LocalDateTime
  minutesPerDay: number
  calendarUid: number | null
  calendars: PlanCalendar[]
  tasks: PlanTask[]
  links: PlanLink[]
}

export type ScheduledTask = {
  uid: number
  start: LocalDateTime
  finish: LocalDateTime
  isCritical: boolean
  /** Working minutes of the task's calendar that it can slip without moving the end of the plan. */
  totalFloatMinutes: number
}

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00: what holds where a plan names no calendar. */
export const standardCalendar: PlanCalendar = {
  uid: 0,
  name: 'Standard',
  derivedFrom: null,
  week: [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    weekday === 0 || weekday === 6
      ? []
      : [
          { fromMinute: 480, toMinute: 720 },
          { fromMinute: 780, toMinute: 1020 },
        ],
  ),
  exceptions: [],
}
