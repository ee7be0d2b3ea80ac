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

type SaidOfTask = Omit<PlanTask, keyof typeof ordinaryTask> & Partial<PlanTask>

/**
 * A task with what is ordinary of it filled in. Every field by its name and in one order, which is what makes thousands
 * of tasks one shape for the engine that runs this: spread together out of parts they would each be a table of their
 * own, and all that reads them afterwards many times slower.
 */
export function wholeTask(said: SaidOfTask): PlanTask {
  const ordinary = ordinaryTask
  return {
    uid: said.uid,
    wbs: said.wbs,
    name: said.name,
    outlineLevel: said.outlineLevel,
    isSummary: said.isSummary,
    isMilestone: said.isMilestone,
    durationMinutes: said.durationMinutes,
    isElapsed: said.isElapsed ?? ordinary.isElapsed,
    isEstimated: said.isEstimated ?? ordinary.isEstimated,
    durationUnit: said.durationUnit ?? ordinary.durationUnit,
    isActive: said.isActive ?? ordinary.isActive,
    manual: said.manual ?? ordinary.manual,
    type: said.type ?? ordinary.type,
    isEffortDriven: said.isEffortDriven ?? ordinary.isEffortDriven,
    constraint: said.constraint ?? ordinary.constraint,
    deadline: said.deadline ?? ordinary.deadline,
    calendarUid: said.calendarUid ?? ordinary.calendarUid,
    ignoresResourceCalendars: said.ignoresResourceCalendars ?? ordinary.ignoresResourceCalendars,
    levellingDelayMinutes: said.levellingDelayMinutes ?? ordinary.levellingDelayMinutes,
    splits: said.splits ?? ordinary.splits,
    percentComplete: said.percentComplete ?? ordinary.percentComplete,
    actualStart: said.actualStart ?? ordinary.actualStart,
    actualFinish: said.actualFinish ?? ordinary.actualFinish,
    remainingMinutes: said.remainingMinutes ?? ordinary.remainingMinutes,
    stoppedAt: said.stoppedAt ?? ordinary.stoppedAt,
    resumesAt: said.resumesAt ?? ordinary.resumesAt,
    priority: said.priority ?? ordinary.priority,
    baselines: said.baselines ?? ordinary.baselines,
    note: said.note ?? ordinary.note,
  }
}

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
