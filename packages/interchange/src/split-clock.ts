import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { crossed, dayShapesOf, type DayShapes } from '@countersign/domain/schedule/day-shapes'
import { standardCalendar, type Plan, type PlanTask } from '@countersign/domain/schedule/plan'
import { WorkingTime } from '@countersign/domain/schedule/working-time'

type Clocked = Pick<Plan, 'calendars' | 'calendarUid' | 'resources'>

/**
 * The time in which a task with these resources goes on, its own calendar crossed with theirs: what the pauses of a
 * task are measured in, when they are read from a file and when they are written to one.
 */
export function splitClocks({ calendars, calendarUid, resources }: Clocked, fromOn: LocalDate) {
  const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]))
  const people = new Map(
    resources.filter(({ kind }) => kind === 'work').map((resource) => [resource.uid, resource]),
  )
  const shapes = new Map<number | null, DayShapes>()
  const clocks = new Map<string, WorkingTime>()

  function shapesOf(uid: number | null): DayShapes {
    let known = shapes.get(uid)
    if (!known) {
      const calendar = byUid.get(uid ?? calendarUid ?? Number.NaN) ?? standardCalendar
      shapes.set(uid, (known = dayShapesOf(calendar, byUid)))
    }
    return known
  }

  return function clockOf(task: PlanTask, resourceUids: readonly number[]): WorkingTime {
    const theirs = resourceUids.flatMap((uid) => {
      const person = people.get(uid)
      return person ? [person.calendarUid] : []
    })
    const own = task.calendarUid === null ? [] : [task.calendarUid]
    const counted = own.length > 0 && task.ignoresResourceCalendars ? own : [...own, ...theirs]
    const uids = [...new Set(counted.length > 0 ? counted : [null])]
    const key = uids.join(' ')
    let clock = clocks.get(key)
    if (!clock) {
      const days = uids.map(shapesOf).reduce((all, next) => crossed(all, next))
      clocks.set(key, (clock = new WorkingTime(days, dayNumber(fromOn))))
    }
    return clock
  }
}
