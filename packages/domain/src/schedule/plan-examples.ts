import { ordinaryPlan, ordinaryTask } from './ordinary'
import { standardCalendar, type Plan, type PlanAssignment, type PlanLink, type PlanTask } from './plan'

/** Plans for tests: Monday 2 March 2026, 08:00, on the standard calendar unless said otherwise. */
export const monday = '2026-03-02T08:00'

export function task(uid: number, durationMinutes: number, more: Partial<PlanTask> = {}): PlanTask {
  return {
    uid,
    wbs: String(uid),
    name: `Task ${uid}`,
    outlineLevel: 1,
    isSummary: false,
    isMilestone: durationMinutes === 0,
    durationMinutes,
    ...ordinaryTask,
    ...more,
  }
}

export function link(fromUid: number, toUid: number, more: Partial<PlanLink> = {}): PlanLink {
  return { fromUid, toUid, type: 'FS', lag: 0, lagUnit: 'working', ...more }
}

export function assignment(
  taskUid: number,
  resourceUid: number,
  more: Partial<PlanAssignment> = {},
): PlanAssignment {
  const workMinutes = more.workMinutes ?? 0
  return {
    uid: 1000 * taskUid + resourceUid,
    taskUid,
    resourceUid,
    unitsPercent: 100,
    workMinutes,
    actualWorkMinutes: 0,
    remainingWorkMinutes: workMinutes,
    delayMinutes: 0,
    levellingDelayMinutes: 0,
    contour: 'flat',
    spread: null,
    ...more,
  }
}

export function plan(tasks: PlanTask[], links: PlanLink[] = [], more: Partial<Plan> = {}): Plan {
  return {
    ...ordinaryPlan,
    startsAt: monday,
    calendarUid: 1,
    calendars: [{ ...standardCalendar, uid: 1 }],
    tasks,
    links,
    ...more,
  }
}
