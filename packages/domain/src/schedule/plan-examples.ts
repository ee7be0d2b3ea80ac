import { standardCalendar, type Plan, type PlanLink, type PlanTask } from './plan'

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
    percentComplete: 0,
    notBefore: null,
    calendarUid: null,
    note: null,
    ...more,
  }
}

export function link(fromUid: number, toUid: number, more: Partial<PlanLink> = {}): PlanLink {
  return { fromUid, toUid, type: 'FS', lag: 0, lagUnit: 'working', ...more }
}

export function plan(tasks: PlanTask[], links: PlanLink[] = [], more: Partial<Plan> = {}): Plan {
  return {
    startsAt: monday,
    minutesPerDay: 480,
    calendarUid: 1,
    calendars: [{ ...standardCalendar, uid: 1 }],
    tasks,
    links,
    ...more,
  }
}
