import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'

export type DrawnDays = { first: number; last: number }

/** What is drawn fills at least this part of the width; a mark that would leave it less stands at the edge. */
const LEAST_SHARE = 1 / 4
/** A drawing of a single day still shows the week before it and the week after. */
const NEAR_DAYS = 7

/** The first and the last day number of a drawing: all that is drawn, the marks that are near enough, and some air. */
export function drawnDays(days: readonly LocalDate[], marks: readonly LocalDate[] = []): DrawnDays {
  const drawn = days.map(dayNumber)
  const [earliest, latest] = [Math.min(...drawn), Math.max(...drawn)]
  const reach = Math.max(NEAR_DAYS, ((latest - earliest) * (1 / LEAST_SHARE - 1)) / 2)
  const near = marks.map(dayNumber).filter((mark) => mark >= earliest - reach && mark <= latest + reach)
  const first = Math.min(earliest, ...near)
  const last = Math.max(latest, ...near)
  const air = Math.max(2, Math.round((last - first) * 0.04))
  return { first: first - air, last: last + air }
}

/** On which side of a drawing a mark lies that is too far away to be in it; null for one that is. */
export function edgeOf(on: LocalDate, { first, last }: DrawnDays): 'before' | 'after' | null {
  const day = dayNumber(on)
  return day < first ? 'before' : day > last ? 'after' : null
}
