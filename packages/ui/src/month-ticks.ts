import { dateOfDayNumber, type LocalDate, weekdayOfDayNumber } from '@countersign/domain/calendar-day'

/** The first days of months within two day numbers, every `step` months counted from January. */
export function monthStarts(firstDay: number, lastDay: number, step: number): LocalDate[] {
  const starts: LocalDate[] = []
  const first = dateOfDayNumber(firstDay)
  const last = dateOfDayNumber(lastDay)
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5, 7))
  for (;;) {
    const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
    if (start > last) return starts
    if (start >= first && (month - 1) % step === 0) starts.push(start)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}

/** The day numbers of Mondays within two day numbers, every `step` weeks. */
export function mondays(firstDay: number, lastDay: number, step = 1): number[] {
  const first = firstDay + ((8 - weekdayOfDayNumber(firstDay)) % 7)
  const found: number[] = []
  for (let day = first; day <= lastDay; day += 7 * step) found.push(day)
  return found
}
