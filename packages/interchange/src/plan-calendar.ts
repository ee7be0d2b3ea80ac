import { standardCalendar, type Plan, type PlanCalendar } from '@countersign/domain/schedule/plan'

/** The standard calendar goes to the end of the list where a plan names none, as the scheduler has it. */
export function withPlanCalendar(
  calendars: PlanCalendar[],
  calendarUid: number | null,
): Pick<Plan, 'calendars' | 'calendarUid'> {
  if (calendarUid !== null) return { calendarUid, calendars }
  const uid = calendars.reduce((highest, calendar) => Math.max(highest, calendar.uid), 0) + 1
  return { calendarUid: uid, calendars: [...calendars, { ...standardCalendar, uid }] }
}
