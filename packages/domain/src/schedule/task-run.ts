import type { WorkingTime } from './working-time'

/** One resource's part of a task: its own calendar, delay and length. Amounts in tenths of a minute. */
export type PartRun = {
  calendar: WorkingTime
  /** Working time after the task's start. */
  delay: number
  span: number
  /** Whether it still has work to do. */
  isOpen: boolean
}

/**
 * How a leaf runs once it has begun: so much working time of one calendar, or, where resources keep different hours,
 * until the last of its parts ends.
 */
export type TaskRun = {
  calendar: WorkingTime
  /** With the pauses in it. */
  span: number
  remaining: number
  parts: readonly PartRun[] | null
}

/** The moment of work at or after this one; a task without length stays where it is put, also on a Sunday. */
export function startAt(run: TaskRun, moment: number): number {
  if (run.span === 0) return moment
  if (!run.parts) return run.calendar.startAt(moment)
  let first = Infinity
  for (const part of run.parts) first = Math.min(first, part.calendar.startAt(moment))
  return first
}

/** The end of work at or before this moment. */
export function finishAt(run: TaskRun, moment: number): number {
  if (run.span === 0) return moment
  if (!run.parts) return run.calendar.finishAt(moment)
  let last = -Infinity
  for (const part of run.parts) last = Math.max(last, part.calendar.finishAt(moment))
  return last
}

export function finishFrom(run: TaskRun, start: number): number {
  if (!run.parts) return run.span === 0 ? start : lateBy(run.calendar, start, run.span)
  let last = -Infinity
  for (const part of run.parts) {
    const begins = part.delay === 0 ? start : part.calendar.latestAt(part.calendar.workAt(start) + part.delay)
    last = Math.max(last, lateBy(part.calendar, begins, part.span))
  }
  return last
}

/** Where what is left ends when it goes on at this moment, on the calendar of everybody who still has work. */
export function finishOfRest(run: TaskRun, resumes: number): number {
  if (!run.parts) return run.remaining === 0 ? resumes : lateBy(run.calendar, resumes, run.remaining)
  let last = -Infinity
  for (const part of run.parts)
    if (part.isOpen) last = Math.max(last, lateBy(part.calendar, resumes, run.remaining))
  return last === -Infinity ? lateBy(run.calendar, resumes, run.remaining) : last
}

/** The last moment from which the task is done by then. */
export function startFor(run: TaskRun, finish: number): number {
  if (!run.parts) return run.span === 0 ? finish : earlyBy(run.calendar, finish, run.span)
  let first = Infinity
  for (const part of run.parts) {
    const begins = earlyBy(part.calendar, finish, part.span)
    const start =
      part.delay === 0 ? begins : part.calendar.latestAt(part.calendar.workAt(begins) - part.delay)
    first = Math.min(first, start)
  }
  return first
}

/** The last moment from which what is left is done by then. */
export function startOfRestFor(run: TaskRun, finish: number): number {
  if (!run.parts) return run.remaining === 0 ? finish : earlyBy(run.calendar, finish, run.remaining)
  let first = Infinity
  for (const part of run.parts)
    if (part.isOpen) first = Math.min(first, earlyBy(part.calendar, finish, run.remaining))
  return first === Infinity ? earlyBy(run.calendar, finish, run.remaining) : first
}

function lateBy(calendar: WorkingTime, start: number, span: number): number {
  return calendar.earliestAt(calendar.workAt(start) + span)
}

function earlyBy(calendar: WorkingTime, finish: number, span: number): number {
  return calendar.latestAt(calendar.workAt(finish) - span)
}
