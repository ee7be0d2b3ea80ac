import type { Plan, PlanAssignment, PlanCalendar, PlanLink, PlanResource, PlanTask } from '../schedule/plan'

export type ListName = 'calendars' | 'tasks' | 'links' | 'resources' | 'assignments'

type List<Item> = {
  /** What makes two rows of two plans the same one. */
  keyOf(item: Item): string
  /** What is compared and merged. */
  fields: readonly (keyof Item & string)[]
}

export const planLists: {
  calendars: List<PlanCalendar>
  tasks: List<PlanTask>
  links: List<PlanLink>
  resources: List<PlanResource>
  assignments: List<PlanAssignment>
} = {
  calendars: {
    keyOf: byUid,
    fields: all<Omit<PlanCalendar, 'uid'>>({
      name: true,
      derivedFrom: true,
      week: true,
      workWeeks: true,
      exceptions: true,
    }),
  },
  tasks: {
    keyOf: byUid,
    // Whether a task is a summary follows from the order of the tasks.
    fields: all<Omit<PlanTask, 'uid' | 'isSummary'>>({
      name: true,
      wbs: true,
      outlineLevel: true,
      isMilestone: true,
      durationMinutes: true,
      isElapsed: true,
      isEstimated: true,
      durationUnit: true,
      isActive: true,
      manual: true,
      type: true,
      isEffortDriven: true,
      constraint: true,
      deadline: true,
      calendarUid: true,
      ignoresResourceCalendars: true,
      levellingDelayMinutes: true,
      splits: true,
      percentComplete: true,
      actualStart: true,
      actualFinish: true,
      remainingMinutes: true,
      stoppedAt: true,
      resumesAt: true,
      priority: true,
      baselines: true,
      note: true,
    }),
  },
  links: {
    keyOf: ({ fromUid, toUid, type }) => `${fromUid}-${toUid}-${type}`,
    fields: all<Omit<PlanLink, 'fromUid' | 'toUid' | 'type'>>({ lag: true, lagUnit: true }),
  },
  resources: {
    keyOf: byUid,
    fields: all<Omit<PlanResource, 'uid'>>({
      name: true,
      kind: true,
      calendarUid: true,
      maxUnitsPercent: true,
    }),
  },
  assignments: {
    keyOf: byUid,
    fields: all<Omit<PlanAssignment, 'uid'>>({
      taskUid: true,
      resourceUid: true,
      unitsPercent: true,
      workMinutes: true,
      actualWorkMinutes: true,
      remainingWorkMinutes: true,
      delayMinutes: true,
      levellingDelayMinutes: true,
      contour: true,
      spread: true,
    }),
  },
}

/** What a plan says of itself, beside its lists. */
export const planSettings = all<Omit<Plan, ListName>>({
  startsAt: true,
  finishesAt: true,
  statusAt: true,
  minutesPerDay: true,
  minutesPerWeek: true,
  daysPerMonth: true,
  criticalFloatMinutes: true,
  hasSeveralCriticalPaths: true,
  splitsInProgress: true,
  calendarUid: true,
})

/** The names of all fields: a field that is new in the plan's types does not compile until it stands here as well. */
function all<Item>(fields: Record<keyof Item & string, true>): (keyof Item & string)[] {
  return Object.keys(fields) as (keyof Item & string)[]
}

function byUid({ uid }: { uid: number }): string {
  return String(uid)
}
