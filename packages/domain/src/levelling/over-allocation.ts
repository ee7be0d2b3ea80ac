import type { LocalDateTime } from '../calendar-day'
import { compilePlan } from '../schedule/compile-plan'
import { localDateTimeOf } from '../schedule/moment'
import type { Plan } from '../schedule/plan'
import { passesOf } from '../schedule/schedule-plan'
import type { ScheduleRefusal } from '../schedule/refusal'
import { bookingsOf, needsOf, type Booking } from './demand'

/** A span in which more is asked of somebody than there is, and the tasks that ask. */
export type OverAllocation = {
  resourceUid: number
  start: LocalDateTime
  finish: LocalDateTime
  unitsPercent: number
  maxUnitsPercent: number
  taskUids: number[]
}

/**
 * Where people are asked for more than they have, by resource and time. A task takes its people from its start to its
 * finish; refuses what `schedulePlan` refuses.
 */
export function overAllocations(
  plan: Plan,
  booked: readonly Booking[] = [],
): { ok: true; overAllocations: OverAllocation[] } | ScheduleRefusal {
  const prepared = compilePlan(plan)
  if (!prepared.ok) return prepared
  const { compiled } = prepared
  const passes = passesOf(compiled)
  if (!passes.ok) return passes
  const { start, finish } = passes.passes.scheduled
  const needs = needsOf(compiled)
  const people = bookingsOf(compiled, booked)
  const tasksOf = new Map<number, number[]>()
  needs.forEach((taken, task) => {
    for (const { resourceUid, units } of taken) {
      if (!people.has(resourceUid)) continue
      people.get(resourceUid)!.take(start[task]!, finish[task]!, units)
      tasksOf.set(resourceUid, [...(tasksOf.get(resourceUid) ?? []), task])
    }
  })
  const found = [...people].flatMap(([resourceUid, bookings]) =>
    bookings.excesses().map(({ from, to, units }) => ({
      resourceUid,
      start: localDateTimeOf(from),
      finish: localDateTimeOf(to),
      unitsPercent: units,
      maxUnitsPercent: bookings.maxUnits,
      taskUids: (tasksOf.get(resourceUid) ?? [])
        .filter((task) => start[task]! < to && finish[task]! > from)
        .map((task) => plan.tasks[task]!.uid),
    })),
  )
  return { ok: true, overAllocations: found }
}
