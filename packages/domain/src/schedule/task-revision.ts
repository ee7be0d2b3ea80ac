import type { LocalDateTime } from '../calendar-day'
import type { PlanTask } from './plan'

/** What a manager says of one task; what is absent stays. */
export type TaskRevision = Partial<
  Pick<
    PlanTask,
    | 'durationMinutes'
    | 'percentComplete'
    | 'actualStart'
    | 'actualFinish'
    | 'remainingMinutes'
    | 'constraint'
    | 'deadline'
    | 'calendarUid'
    | 'manual'
    | 'isActive'
  >
>

export type RevisionRefusal =
  | 'is-a-summary'
  | 'milestone-has-no-length'
  | 'too-long'
  | 'constraint-without-date'
  | 'finish-before-start'
  | 'manual-finish-before-start'
  | 'finished-but-not-done'

/** As many working minutes as a hundred years have of minutes: what lasts longer is a slip of the hand. */
export const LONGEST_MINUTES = 100 * 366 * 1440

/** A summary's dates are those of its tasks; a task lasts no less than nothing, and nothing ends before it begins. */
export function whyNotRevisable(task: PlanTask, revision: TaskRevision): RevisionRefusal | null {
  const { durationMinutes = 0, remainingMinutes } = revision
  if (task.isSummary) return 'is-a-summary'
  if (durationMinutes > 0 && task.isMilestone) return 'milestone-has-no-length'
  if (!isLength(durationMinutes) || !isLength(remainingMinutes ?? 0)) return 'too-long'
  const { constraint, manual } = revision
  if (constraint && constraint.type !== 'ASAP' && constraint.type !== 'ALAP' && constraint.at === null)
    return 'constraint-without-date'
  const start = revision.actualStart === undefined ? task.actualStart : revision.actualStart
  const finish = revision.actualFinish === undefined ? task.actualFinish : revision.actualFinish
  if (start !== null && finish !== null && finish < start) return 'finish-before-start'
  if (manual && manual.start !== null && manual.finish !== null && manual.finish < manual.start)
    return 'manual-finish-before-start'
  const isFinished = typeof revision.actualFinish === 'string' && revision.actualFinish !== task.actualFinish
  const percent = revision.percentComplete
  if (isFinished && percent !== undefined && percent !== task.percentComplete && percent < 100)
    return 'finished-but-not-done'
  return null
}

/**
 * The task as revised. Progress agrees with itself, as in Microsoft Project: what has a finish is done and what is
 * done has one; what has progress has begun; more or less remaining work makes the task longer or shorter, and
 * leaves what is done as it is. `planned` is where the scheduler has the task now.
 */
export function revisedTask(
  task: PlanTask,
  revision: TaskRevision,
  planned: { start: LocalDateTime; finish: LocalDateTime },
): PlanTask {
  const revised: PlanTask = { ...task, ...revision }
  const changes = (key: keyof TaskRevision) => revision[key] !== undefined && revision[key] !== task[key]
  const isNewRemainder = changes('remainingMinutes') && revision.remainingMinutes != null
  if (isNewRemainder && !changes('durationMinutes') && !task.isMilestone) {
    Object.assign(revised, withRemainder(task, revised.percentComplete, revision.remainingMinutes!))
  } else if (!isNewRemainder && (changes('percentComplete') || changes('durationMinutes'))) {
    revised.remainingMinutes = null
  }
  if (changes('actualFinish'))
    revised.percentComplete = revised.actualFinish === null ? Math.min(99, revised.percentComplete) : 100
  if (revised.percentComplete === 100) {
    revised.actualFinish ??= planned.finish
    revised.remainingMinutes = null
  } else revised.actualFinish = null
  if (revised.percentComplete > 0 || revised.actualFinish !== null)
    revised.actualStart ??= earlier(planned.start, revised.actualFinish)
  else if (changes('percentComplete') && !changes('actualStart')) revised.actualStart = null
  // Where done and open work lay apart, the new word on progress puts them together again.
  if (changes('percentComplete') || changes('actualStart') || changes('actualFinish')) {
    revised.stoppedAt = null
    revised.resumesAt = null
  }
  if (revised.constraint.type === 'ASAP' || revised.constraint.type === 'ALAP')
    revised.constraint = { type: revised.constraint.type, at: null }
  return revised
}

/** What is done stays done: the length is that and what remains. A new per cent complete says how much is done. */
function withRemainder(task: PlanTask, percent: number, remainingMinutes: number) {
  if (remainingMinutes === 0) return { percentComplete: 100 }
  if (percent !== task.percentComplete && percent < 100)
    return { durationMinutes: (remainingMinutes * 100) / (100 - percent) }
  const done = (task.durationMinutes * task.percentComplete) / 100
  const durationMinutes = done + remainingMinutes
  return { durationMinutes, percentComplete: Math.min(99, Math.round((done / durationMinutes) * 100)) }
}

function isLength(minutes: number): boolean {
  return minutes >= 0 && minutes <= LONGEST_MINUTES
}

function earlier(a: LocalDateTime, b: LocalDateTime | null): LocalDateTime {
  return b !== null && b < a ? b : a
}
