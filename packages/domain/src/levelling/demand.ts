import type { LocalDateTime } from '../calendar-day'
import { DONE, MANUAL, MFO, MSO, PLANNED, STARTED, type CompiledPlan } from '../schedule/compile-plan'
import { momentOf } from '../schedule/moment'
import { Bookings } from './bookings'

/** Somebody's time that is promised elsewhere; local date-times, units in per cent of one. */
export type Booking = {
  resourceUid: number
  start: LocalDateTime
  finish: LocalDateTime
  unitsPercent: number
}

/** What a task takes of a resource from its start to its finish. */
export type Need = { resourceUid: number; units: number }

/** Microsoft Project's word for "do not level". */
const NOT_LEVELLED = 1000

/** What each task takes of people, by task index; nothing for what has no work or is inactive. */
export function needsOf(compiled: CompiledPlan): Need[][] {
  const { plan, network, isActive, resources, assignmentsOf } = compiled
  return plan.tasks.map(({ uid }, task) => {
    if (network.hasChildren[task] || !isActive[task]) return []
    const units = new Map<number, number>()
    for (const { resourceUid, unitsPercent } of assignmentsOf.get(uid) ?? []) {
      if (resources.get(resourceUid)?.kind !== 'work' || unitsPercent <= 0) continue
      units.set(resourceUid, (units.get(resourceUid) ?? 0) + unitsPercent)
    }
    return [...units].map(([resourceUid, taken]) => ({ resourceUid, units: taken }))
  })
}

/** What no delay elsewhere moves: begun, dated by hand, or nailed to a day. */
export function isStanding({ mode, constraint }: CompiledPlan, task: number): boolean {
  const isNailed = constraint[task] === MSO || constraint[task] === MFO
  return mode[task] === STARTED || mode[task] === DONE || mode[task] === MANUAL || isNailed
}

/** Levelling moves what has not begun, that nobody dated by hand or nailed to a day, and that may be levelled at all. */
export function isMovable(compiled: CompiledPlan, task: number): boolean {
  const { priority, percentComplete } = compiled.plan.tasks[task]!
  const mayMove = percentComplete === 0 && priority < NOT_LEVELLED
  return compiled.mode[task] === PLANNED && !isStanding(compiled, task) && mayMove
}

/** Everybody's time with what is promised elsewhere taken from it. */
export function bookingsOf(compiled: CompiledPlan, booked: readonly Booking[]): Map<number, Bookings> {
  const all = new Map<number, Bookings>()
  for (const { uid, kind, maxUnitsPercent } of compiled.resources.values())
    if (kind === 'work') all.set(uid, new Bookings(maxUnitsPercent))
  for (const { resourceUid, start, finish, unitsPercent } of booked)
    all.get(resourceUid)?.take(momentOf(start), momentOf(finish), unitsPercent)
  return all
}
