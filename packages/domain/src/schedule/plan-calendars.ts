import { allDay, crossed, dayShapesOf, type DayShapes } from './day-shapes'
import { momentOf, TENTHS_PER_DAY } from './moment'
import { standardCalendar, type Plan, type PlanCalendar } from './plan'
import { WorkingTime } from './working-time'

/** A plan's calendars as working time, each worked out once; a number that no calendar has stands for the plan's. */
export type PlanCalendars = {
  /** A task's own calendar, else the plan's, else the standard one. */
  ofTask(calendarUid: number | null): WorkingTime
  /** How a resource works on a task: on both their calendars, where the task has one of its own. */
  ofPart(taskCalendarUid: number | null, resourceCalendarUid: number | null): WorkingTime
  /** Time on the wall. */
  wall: WorkingTime
}

export function planCalendarsOf(plan: Pick<Plan, 'calendars' | 'calendarUid' | 'startsAt'>): PlanCalendars {
  const calendars = new Map(plan.calendars.map((calendar) => [calendar.uid, calendar]))
  const planDay = Math.floor(momentOf(plan.startsAt) / TENTHS_PER_DAY)
  const planCalendar = calendars.get(plan.calendarUid ?? NaN) ?? standardCalendar
  const shapes = new Map<PlanCalendar, DayShapes>()
  const ready = new Map<string, WorkingTime>()
  const numbers = new Map<PlanCalendar, number>()

  function named(uid: number | null): PlanCalendar | null {
    const calendar = uid === null ? undefined : calendars.get(uid)
    return calendar ? plainest(calendar, calendars) : null
  }

  function shapesOf(calendar: PlanCalendar): DayShapes {
    let known = shapes.get(calendar)
    if (!known) shapes.set(calendar, (known = dayShapesOf(calendar, calendars)))
    return known
  }

  function numberOf(calendar: PlanCalendar): number {
    let number = numbers.get(calendar)
    if (number === undefined) numbers.set(calendar, (number = numbers.size))
    return number
  }

  function workingTime(first: PlanCalendar, second: PlanCalendar | null): WorkingTime {
    const key = second && second !== first ? `${numberOf(first)} ${numberOf(second)}` : `${numberOf(first)}`
    let known = ready.get(key)
    if (!known) {
      const days = second && second !== first ? crossed(shapesOf(first), shapesOf(second)) : shapesOf(first)
      ready.set(key, (known = new WorkingTime(days, planDay)))
    }
    return known
  }

  const own = plainest(planCalendar, calendars)
  return {
    wall: new WorkingTime(allDay, planDay),
    ofTask: (calendarUid) => workingTime(named(calendarUid) ?? own, null),
    ofPart(taskCalendarUid, resourceCalendarUid) {
      const ofTask = named(taskCalendarUid)
      const ofResource = named(resourceCalendarUid)
      return workingTime(ofTask ?? ofResource ?? own, ofTask ? ofResource : null)
    },
  }
}

/** A resource's calendar that says nothing of its own is the one it is derived from. */
function plainest(calendar: PlanCalendar, calendars: ReadonlyMap<number, PlanCalendar>): PlanCalendar {
  let plain = calendar
  for (let steps = 0; steps < calendars.size; steps++) {
    const above = plain.derivedFrom === null ? undefined : calendars.get(plain.derivedFrom)
    const saysNothing =
      plain.exceptions.length === 0 && plain.workWeeks.length === 0 && plain.week.every((day) => day === null)
    if (!above || !saysNothing) break
    plain = above
  }
  return plain
}
