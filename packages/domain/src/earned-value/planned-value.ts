import { addDays, type LocalDate, type LocalDateTime } from '../calendar-day'
import { fraction, rational, sumOf, times, ZERO, type Rational } from './rational'

/** Working minutes between two moments on a task's calendar, zero or more where the second is not earlier. */
export type WorkBetween = (from: LocalDateTime, to: LocalDateTime) => number

/** A task's budget between its baseline dates. */
export type PlannedTask = {
  budget: Rational
  start: LocalDateTime
  finish: LocalDateTime
  workBetween: WorkBetween
}

/**
 * What of a task's budget was to be earned by a moment: spread evenly over the working time of its calendar between
 * the baseline's dates. A milestone, or a task without working time, is due whole at its finish.
 */
export function plannedValueAt(task: PlannedTask, at: LocalDateTime): Rational {
  if (at >= task.finish) return task.budget
  if (at <= task.start) return ZERO
  const whole = task.workBetween(task.start, task.finish)
  if (whole <= 0) return ZERO
  return times(task.budget, shareOf(task.workBetween(task.start, at), whole))
}

/** The planned value of all tasks at the end of each of the days, and before the first of them nothing. */
export function plannedCurve(tasks: readonly PlannedTask[], endsOn: readonly LocalDate[]): Rational[] {
  return [ZERO, ...endsOn.map((day) => plannedValueOf(tasks, endOf(day)))]
}

/** The planned value of all tasks at a moment. */
export function plannedValueOf(tasks: readonly PlannedTask[], at: LocalDateTime): Rational {
  return sumOf(tasks.map((task) => plannedValueAt(task, at)))
}

/** The moment at which a day is over. */
export function endOf(day: LocalDate): LocalDateTime {
  return `${addDays(day, 1)}T00:00`
}

/** Work is whole minutes or tenths of them. */
function shareOf(part: number, whole: number): Rational {
  if (Number.isInteger(part) && Number.isInteger(whole)) return fraction(BigInt(part), BigInt(whole))
  const [a, b] = [rational(part), rational(whole)]
  return fraction(a.n * b.d, a.d * b.n)
}
