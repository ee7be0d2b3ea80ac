import { addDays, type LocalDate } from '../calendar-day'
import { bookedOn, type Booked } from './booked'
import { workByDay, type Work } from './planned'
import { daysBetweenBoth, minutesThere, type Calendar } from './working-days'

/** What is asked of somebody, and what there is, in minutes. */
export type Load = { capacity: number; soft: number; hard: number; planned: number; logged: number }

export type LoadOf = {
  calendar: Calendar
  bookings: readonly Booked[]
  work: readonly Work[]
  logged: readonly { workedOn: LocalDate; minutes: number }[]
}

/** One person's load of each week, by its Monday. */
export function loadByWeek(
  { calendar, bookings, work, logged }: LoadOf,
  mondays: readonly LocalDate[],
): Load[] {
  const loads = mondays.map((): Load => ({ capacity: 0, soft: 0, hard: 0, planned: 0, logged: 0 }))
  const weekOf = new Map<LocalDate, Load>()
  mondays.forEach((monday, week) => {
    for (const on of daysBetweenBoth(monday, addDays(monday, 6))) weekOf.set(on, loads[week]!)
  })
  for (const [on, load] of weekOf) {
    load.capacity += minutesThere(calendar, on)
    for (const booking of bookings) load[booking.firmness] += bookedOn(booking, calendar, on)
  }
  for (const each of work)
    for (const [on, minutes] of workByDay(each, calendar)) {
      const load = weekOf.get(on)
      if (load) load.planned += minutes
    }
  for (const { workedOn, minutes } of logged) {
    const load = weekOf.get(workedOn)
    if (load) load.logged += minutes
  }
  return loads
}

/** What a week asks for most: firm promises or planned work, whichever is more. Soft bookings ask for nothing yet. */
export function demandOf({ hard, planned }: Load): number {
  return Math.max(hard, planned)
}

/** More is asked for than there is. */
export function isOverAllocated(load: Load): boolean {
  return demandOf(load) > load.capacity
}

export type LoadStep = 'none' | 'light' | 'half' | 'full' | 'over'

/** How full a week is: 'light' to half, 'half' to 85 per cent, 'full' to all, 'over' beyond it. */
export function loadStep(load: Load): LoadStep {
  const demand = demandOf(load)
  if (demand === 0) return 'none'
  if (demand > load.capacity) return 'over'
  const share = demand / load.capacity
  return share <= 0.5 ? 'light' : share <= 0.85 ? 'half' : 'full'
}
