import { addDays, daysBetween, type LocalDate } from '../calendar-day'
import type { Iteration } from './board'

/** What one act changed of a board, in its unit: how much there is to do, and how much of it is done. */
export type BoardStep = { on: LocalDate; scopeChange: number; doneChange: number }

export type BurnUpPoint = { on: LocalDate; scope: number; done: number }

/** Scope and what is done at the end of each day on which either changed, from `from` to `to`, both included. */
export function burnUp(steps: readonly BoardStep[], from: LocalDate, to: LocalDate): BurnUpPoint[] {
  const byDay = new Map<LocalDate, { scopeChange: number; doneChange: number }>()
  let scope = 0
  let done = 0
  for (const { on, scopeChange, doneChange } of steps) {
    if (on > to) continue
    if (on < from) {
      scope += scopeChange
      done += doneChange
      continue
    }
    const day = byDay.get(on) ?? { scopeChange: 0, doneChange: 0 }
    byDay.set(on, { scopeChange: day.scopeChange + scopeChange, doneChange: day.doneChange + doneChange })
  }
  const points: BurnUpPoint[] = [{ on: from, scope, done }]
  for (const [on, change] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    scope += change.scopeChange
    done += change.doneChange
    if (on === from) points[0] = { on, scope, done }
    else points.push({ on, scope, done })
  }
  if (points.at(-1)!.on < to) points.push({ on: to, scope, done })
  return points
}

/** Finished iterations that say how fast it goes. */
const paceOf = 3

/** What was done in each iteration that has ended, the oldest first. */
export function velocities(
  steps: readonly BoardStep[],
  iterations: readonly Iteration[],
  today: LocalDate,
): number[] {
  return [...iterations]
    .filter(({ endsOn }) => endsOn < today)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .map(({ startsOn, endsOn }) =>
      steps
        .filter(({ on }) => startsOn <= on && on <= endsOn)
        .reduce((sum, { doneChange }) => sum + doneChange, 0),
    )
}

/**
 * When the rest is done at the mean pace of the last iterations, each as long as the last one; null where none has
 * ended yet or nothing was done in them.
 */
export function doneByPace(
  rest: number,
  iterations: readonly Iteration[],
  done: readonly number[],
  today: LocalDate,
): LocalDate | null {
  if (rest <= 0) return today
  const recent = done.slice(-paceOf)
  const pace = recent.reduce((sum, each) => sum + each, 0) / Math.max(1, recent.length)
  const last = [...iterations].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1)
  if (pace <= 0 || !last) return null
  const days = lengthInDays(last)
  return addDays(today, Math.min(3660, Math.ceil((rest / pace) * days)))
}

function lengthInDays({ startsOn, endsOn }: Iteration): number {
  return daysBetween(startsOn, endsOn) + 1
}
