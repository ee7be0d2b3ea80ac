import type { Plan, PlanTask } from './plan'

/** What a new task is unless somebody says otherwise. */
export const ordinaryTask = {
  isElapsed: false,
  isEstimated: false,
  durationUnit: 'days',
  isActive: true,
  manual: null,
  type: 'fixed-units',
  isEffortDriven: false,
  constraint: { type: 'ASAP', at: null },
  deadline: null,
  calendarUid: null,
  ignoresResourceCalendars: false,
  levellingDelayMinutes: 0,
  splits: [],
  percentComplete: 0,
  actualStart: null,
  actualFinish: null,
  remainingMinutes: null,
  stoppedAt: null,
  resumesAt: null,
  priority: 500,
  baselines: [],
  note: null,
} satisfies Partial<PlanTask>

/** What a new plan is unless somebody says otherwise. */
export const ordinaryPlan = {
  finishesAt: null,
  statusAt: null,
  minutesPerDay: 480,
  minutesPerWeek: 2400,
  daysPerMonth: 20,
  criticalFloatMinutes: 0,
  hasSeveralCriticalPaths: false,
  splitsInProgress: false,
  calendarUid: null,
  calendars: [],
  tasks: [],
  links: [],
  resources: [],
  assignments: [],
} satisfies Partial<Plan>
