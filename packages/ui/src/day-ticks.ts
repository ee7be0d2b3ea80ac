import { dateOfDayNumber, dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { mondays, monthStarts } from './month-ticks'

export type DayTick = { on: LocalDate; x: number; unit: 'week' | 'month' | 'year' }

/** As many as a phone has room for, and none so near an edge that its label would be cut off. */
const MOST = 6
const EDGE = 5

/** Mondays, months or years between two day numbers, each with its place in per cent of the way. */
export function dayTicks(first: number, last: number): DayTick[] {
  const days = last - first
  const months = days / 30.4
  const step = [1, 2, 3, 6].find((each) => months / each <= MOST)
  const found: { on: LocalDate; unit: DayTick['unit'] }[] =
    days <= 75
      ? mondays(first, last, Math.ceil(days / 7 / MOST)).map((day) => ({
          on: dateOfDayNumber(day),
          unit: 'week',
        }))
      : monthStarts(first, last, step ?? 12)
          .filter((on) => step !== undefined || Number(on.slice(0, 4)) % Math.ceil(months / 12 / MOST) === 0)
          .map((on) => ({ on, unit: step === undefined ? 'year' : 'month' }))
  return found
    .map(({ on, unit }) => ({ on, unit, x: Math.round(((dayNumber(on) - first) / days) * 10_000) / 100 }))
    .filter(({ x }) => x >= EDGE && x <= 100 - EDGE)
}
