import { dateOfDayNumber, dayNumber, isLocalDateTime, type LocalDateTime } from '../calendar-day'

/** The scheduler counts in tenths of a minute since 1970-01-01T00:00: whole numbers, so that nothing drifts. */
export const TENTHS_PER_MINUTE = 10
export const TENTHS_PER_DAY = 14_400

/** Throws RangeError for text that is not a minute of the calendar. */
export function momentOf(text: LocalDateTime): number {
  if (!isLocalDateTime(text)) throw new RangeError(`not a local date and time: ${text.slice(0, 40)}`)
  const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  return dayNumber(text.slice(0, 10)) * TENTHS_PER_DAY + minutes * TENTHS_PER_MINUTE
}

/** The minute that the moment lies in. */
export function localDateTimeOf(moment: number): LocalDateTime {
  const day = Math.floor(moment / TENTHS_PER_DAY)
  const minutes = Math.floor((moment - day * TENTHS_PER_DAY) / TENTHS_PER_MINUTE)
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${dateOfDayNumber(day)}T${hour}:${String(minutes % 60).padStart(2, '0')}`
}

/** Minutes, also parts of them, as whole tenths. */
export function tenthsOf(minutes: number): number {
  return Math.round(minutes * TENTHS_PER_MINUTE)
}
