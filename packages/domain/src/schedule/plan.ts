import type { LocalDate, LocalDateTime } from '../calendar-day'

/** What waits for what: FS = the successor's start for the predecessor's finish, and so on. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF'

/** Working time of the successor's calendar, time on the wall, or per cent of the predecessor's duration. */
export type LagUnit = 'working' | 'elapsed' | 'percent' | 'elapsed-percent'

/** As soon or as late as possible; must start or finish on; start or finish no earlier or no later than. */
export type ConstraintType = 'ASAP' | 'ALAP' | 'MSO' | 'MFO' | 'SNET' | 'SNLT' | 'FNET' | 'FNLT'

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months'

/** What stays when work, duration and units are changed against each other. */
export type TaskType = 'fixed-units' | 'fixed-duration' | 'fixed-work'

/** Minutes of the day, 0 to 1440, the end excluded. */
export type WorkInterval = { fromMinute: number; toMinute: number }

/** Seven entries, Sunday first; `null` takes the day from the calendar it is derived from. */
export type Week = (WorkInterval[] | null)[]

/** Which days of an exception's span it falls on; weekdays count from 0 for Sunday, months from 1. */
export type Recurrence =
  | { kind: 'daily'; every: number }
  | { kind: 'weekly'; every: number; weekdays: number[] }
  | { kind: 'monthly-by-day'; every: number; day: number }
  | { kind: 'monthly-by-weekday'; every: number; nth: Nth; weekday: number }
  | { kind: 'yearly-by-day'; month: number; day: number }
  | { kind: 'yearly-by-weekday'; month: number; nth: Nth; weekday: number }

/** The first to the fourth, or the last. */
export type Nth = 1 | 2 | 3 | 4 | 'last'

/** Both days included; no intervals is a holiday. The first that covers a day holds. */
export type CalendarException = {
  name: string
  fromOn: LocalDate
  toOn: LocalDate
  intervals: WorkInterval[]
  /** `null` is every day of the span. */
  recurrence: Recurrence | null
  /** The recurrence ends after so many days, if the span does not end it before. */
  occurrences: number | null
}

export type PlanCalendar = {
  uid: number
  name: string
  derivedFrom: number | null
  week: Week
  /** Another week for a span of dates, both included. Exceptions go before work weeks, these before the week. */
  workWeeks: { name: string; fromOn: LocalDate; toOn: LocalDate; week: Week }[]
  exceptions: CalendarException[]
}

/** A named set of dates that was kept: number 0 to 10, as Microsoft Project counts them. */
export type TaskBaseline = {
  number: number
  start: LocalDateTime | null
  finish: LocalDateTime | null
  durationMinutes: number | null
  workMinutes: number | null
}

/** Tasks stand in outline order: a task's children follow it, one level deeper. Level 1 is the top. */
export type PlanTask = {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  /** Working minutes of the task's calendar, or minutes on the wall where `isElapsed`. */
  durationMinutes: number
  isElapsed: boolean
  /** The duration is a first guess that nobody has confirmed. */
  isEstimated: boolean
  /** What the duration was entered in; it says nothing about its length. */
  durationUnit: DurationUnit
  /** An inactive task is kept, dated by itself, and moves nothing. */
  isActive: boolean
  /** Dates that a person set and the scheduler leaves alone; `null` where the scheduler dates the task. */
  manual: { start: LocalDateTime | null; finish: LocalDateTime | null } | null
  type: TaskType
  isEffortDriven: boolean
  /** `at` is `null` for ASAP and ALAP only. On a summary, SNET and FNLT hold for everything below. */
  constraint: { type: ConstraintType; at: LocalDateTime | null }
  deadline: LocalDateTime | null
  calendarUid: number | null
  /** Assigned people work on the task's calendar alone. */
  ignoresResourceCalendars: boolean
  /** Time on the wall that levelling put before the start. */
  levellingDelayMinutes: number
  /** Pauses in the work: after so many working minutes of the task, so many working minutes without it. */
  splits: { afterMinutes: number; gapMinutes: number }[]
  percentComplete: number
  actualStart: LocalDateTime | null
  actualFinish: LocalDateTime | null
  /** `null` is the duration less what per cent complete says is done. */
  remainingMinutes: number | null
  /** Where done work stopped and where the rest goes on, once progress and plan lie apart. */
  stoppedAt: LocalDateTime | null
  resumesAt: LocalDateTime | null
  /** 0 to 1000, 500 is ordinary: who yields when people are levelled. */
  priority: number
  baselines: TaskBaseline[]
  note: string | null
}

/** A person, a thing that is used up, or a cost. Units in per cent of one: 100 is one person whole. */
export type PlanResource = {
  uid: number
  name: string
  kind: 'work' | 'material' | 'cost'
  calendarUid: number | null
  maxUnitsPercent: number
}

/** Microsoft Project's shapes of work over time; `contoured` is one drawn by hand. */
export type Contour =
  | 'flat'
  | 'back-loaded'
  | 'front-loaded'
  | 'double-peak'
  | 'early-peak'
  | 'late-peak'
  | 'bell'
  | 'turtle'
  | 'contoured'

/** A resource's part of a task. Work in minutes of its own time: 480 at 50 per cent takes 960 working minutes. */
export type PlanAssignment = {
  uid: number
  taskUid: number
  resourceUid: number
  unitsPercent: number
  workMinutes: number
  actualWorkMinutes: number
  remainingWorkMinutes: number
  /** Working minutes after the task's start. */
  delayMinutes: number
  /** Working minutes that levelling put before this part's start. */
  levellingDelayMinutes: number
  /** How the work is spread over the time it takes. */
  contour: Contour
  /** Work per span where it is not spread evenly: what a contour or an edited timesheet leaves. */
  spread: { start: LocalDateTime; finish: LocalDateTime; workMinutes: number }[] | null
}

/** Lag in minutes, or in per cent where the unit says so; negative is a lead. */
export type PlanLink = { fromUid: number; toUid: number; type: LinkType; lag: number; lagUnit: LagUnit }

/** Everything the scheduler needs, as plain JSON. */
export type Plan = {
  startsAt: LocalDateTime
  /** `null` schedules forward from the start; else everything is as late as this finish lets it be. */
  finishesAt: LocalDateTime | null
  /** Up to when progress is known; `null` where nobody said. */
  statusAt: LocalDateTime | null
  minutesPerDay: number
  minutesPerWeek: number
  daysPerMonth: number
  /** A task is critical at this total float or less; Microsoft Project's default is 0. */
  criticalFloatMinutes: number
  /** Each task that nothing follows ends a critical path of its own. */
  hasSeveralCriticalPaths: boolean
  /**
   * What is left of a task that began before its predecessors were done waits for them. Else it goes on where it
   * stopped, or at `resumesAt`.
   */
  splitsInProgress: boolean
  calendarUid: number | null
  calendars: PlanCalendar[]
  tasks: PlanTask[]
  links: PlanLink[]
  resources: PlanResource[]
  assignments: PlanAssignment[]
}

/** What put a task where it is: the answer to "why is this here?". */
export type Driver =
  | { kind: 'plan-start' }
  | { kind: 'plan-finish' }
  | { kind: 'link'; fromUid: number; type: LinkType }
  | { kind: 'constraint'; type: ConstraintType; onUid: number }
  | { kind: 'actual' }
  | { kind: 'manual' }
  | { kind: 'levelling' }
  | { kind: 'assignment'; resourceUid: number }
  | { kind: 'children' }

export type ScheduledTask = {
  uid: number
  start: LocalDateTime
  finish: LocalDateTime
  earlyStart: LocalDateTime
  earlyFinish: LocalDateTime
  lateStart: LocalDateTime
  lateFinish: LocalDateTime
  isCritical: boolean
  /** Working minutes of the task's calendar that it can slip without moving the end of the plan. */
  totalFloatMinutes: number
  /** Working minutes that it can slip without moving another task. */
  freeFloatMinutes: number
  driver: Driver
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
  workWeeks: [],
  exceptions: [],
}
