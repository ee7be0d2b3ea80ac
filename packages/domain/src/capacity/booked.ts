import type { LocalDate } from '../calendar-day'
import { daysBetweenBoth, minutesThere, workingMinutes, type Calendar } from './working-days'

/** Time kept of somebody: so many minutes on each working day, or a share of what the person has on it. */
export type Booked = {
  fromOn: LocalDate
  toOn: LocalDate
  dayMinutes: number | null
  sharePercent: number | null
  firmness: 'soft' | 'hard'
}

/**
 * What a booking takes on a day. Minutes a day are promised on every working day, on a day of leave too: that is what
 * shows the two of them apart. A share is of what the person has.
 */
export function bookedOn(booking: Booked, calendar: Calendar, on: LocalDate): number {
  if (on < booking.fromOn || on > booking.toOn || workingMinutes(calendar, on) === 0) return 0
  if (booking.dayMinutes !== null) return booking.dayMinutes
  return Math.round((minutesThere(calendar, on) * (booking.sharePercent ?? 0)) / 100)
}

/** What a booking takes from its first day to its last. */
export function bookedMinutes(booking: Booked, calendar: Calendar): number {
  return daysBetweenBoth(booking.fromOn, booking.toOn).reduce(
    (sum, on) => sum + bookedOn(booking, calendar, on),
    0,
  )
}

/** The first day on which hard bookings together take more than there is; null where they fit. */
export function firstDayAbove(
  bookings: readonly Booked[],
  calendar: Calendar,
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate },
): { on: LocalDate; booked: number; there: number } | null {
  const hard = bookings.filter(({ firmness }) => firmness === 'hard')
  for (const on of daysBetweenBoth(fromOn, toOn)) {
    if (workingMinutes(calendar, on) === 0) continue
    const there = minutesThere(calendar, on)
    const booked = hard.reduce((sum, each) => sum + bookedOn(each, calendar, on), 0)
    if (booked > there) return { on, booked, there }
  }
  return null
}
