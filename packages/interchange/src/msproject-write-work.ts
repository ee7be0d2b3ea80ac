import type { LocalDateTime } from '@countersign/domain/calendar-day'
import {
  localDateTimeOf,
  momentOf,
  TENTHS_PER_DAY,
  TENTHS_PER_MINUTE,
} from '@countersign/domain/schedule/moment'
import type { PlanAssignment, PlanResource, PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'
import type { WorkingTime } from '@countersign/domain/schedule/working-time'
import { durationText, momentText, tenthsOf } from './msproject-format'
import { CONTOURS, type Stretch } from './msproject-work'
import { element, leaf, leaves } from './xml-text'

const NOBODY = -65_535
const REMAINING = 1
const ACTUAL = 2
const ELAPSED_DAYS = 8
const DAYS = 2

export function resourceElement(resource: PlanResource, at: number): string {
  return element(
    'Resource',
    leaves([
      ['UID', resource.uid],
      ['ID', at + 1],
      ['Name', resource.name],
      ['Type', resource.kind === 'work' ? 1 : 0],
      ['IsNull', false],
      ['MaxUnits', factorOf(resource.maxUnitsPercent)],
      ['CalendarUID', resource.calendarUid ?? -1],
      ['IsCostResource', resource.kind === 'cost'],
    ]),
  )
}

/** One `Assignment` element, with where its work lies by date if that is told. */
export function assignmentElement(
  assignment: PlanAssignment,
  scheduled: ScheduledTask,
  stretches: readonly Stretch[],
  stoppedAt: LocalDateTime | null,
): string {
  const isWhole = assignment.delayMinutes === 0 && assignment.levellingDelayMinutes === 0
  return element(
    'Assignment',
    leaves([
      ['UID', assignment.uid],
      ['TaskUID', assignment.taskUid],
      ['ResourceUID', assignment.resourceUid],
      ['ActualWork', durationText(assignment.actualWorkMinutes)],
      ['Delay', tenthsOf(assignment.delayMinutes)],
      ['Finish', isWhole ? momentText(scheduled.finish) : null],
      ['LevelingDelay', tenthsOf(assignment.levellingDelayMinutes)],
      ['LevelingDelayFormat', ELAPSED_DAYS],
      ['RemainingWork', durationText(assignment.remainingWorkMinutes)],
      ['Start', isWhole ? momentText(scheduled.start) : null],
      ['Units', factorOf(assignment.unitsPercent)],
      ['Work', durationText(assignment.workMinutes)],
      ['WorkContour', CONTOURS.indexOf(assignment.contour)],
    ]),
    timephased(assignment.uid, stretches, stoppedAt),
  )
}

/** What Project writes for a task that nobody does, here only where it has pauses to tell. */
export function nobodysElement(uid: number, task: PlanTask, stretches: readonly Stretch[]): string {
  return element(
    'Assignment',
    leaves([
      ['UID', uid],
      ['TaskUID', task.uid],
      ['ResourceUID', NOBODY],
      ['Units', 1],
      ['WorkContour', 0],
    ]),
    timephased(uid, stretches, task.stoppedAt),
  )
}

/** The days on which a task with pauses is worked on, from its start; for a whole unit. */
export function workedDays(task: PlanTask, startsAt: LocalDateTime, clock: WorkingTime): Stretch[] {
  const stretches: Stretch[] = []
  let work = clock.workAt(momentOf(startsAt))
  let done = 0
  const parts = [...task.splits, { afterMinutes: task.durationMinutes, gapMinutes: 0 }]
  for (const { afterMinutes, gapMinutes } of parts) {
    const from = work
    work += Math.max(0, afterMinutes - done) * TENTHS_PER_MINUTE
    done = Math.max(done, afterMinutes)
    for (let at = from; at < work;) {
      const start = clock.latestAt(at)
      const midnight = (Math.floor(start / TENTHS_PER_DAY) + 1) * TENTHS_PER_DAY
      const next = Math.min(work, clock.workAt(midnight))
      if (!Number.isFinite(start) || next <= at) return stretches
      stretches.push({
        start: localDateTimeOf(start),
        finish: localDateTimeOf(clock.earliestAt(next)),
        workMinutes: (next - at) / TENTHS_PER_MINUTE,
      })
      at = next
    }
    work += gapMinutes * TENTHS_PER_MINUTE
  }
  return stretches
}

/** Work at so many units is that share of the time. Nobody works at none: a pause would be lost. */
export function atUnits(stretches: readonly Stretch[], unitsPercent: number): Stretch[] {
  const share = (unitsPercent || 100) / 100
  return stretches.map((stretch) => ({
    ...stretch,
    workMinutes: Math.max(0.1, Math.round(stretch.workMinutes * share * 10) / 10),
  }))
}

function timephased(uid: number, stretches: readonly Stretch[], stoppedAt: LocalDateTime | null): string {
  return stretches
    .map(({ start, finish, workMinutes }) =>
      element(
        'TimephasedData',
        leaf('Type', stoppedAt !== null && finish <= stoppedAt ? ACTUAL : REMAINING),
        leaf('UID', uid),
        leaf('Start', momentText(start)),
        leaf('Finish', momentText(finish)),
        leaf('Unit', DAYS),
        leaf('Value', durationText(workMinutes)),
      ),
    )
    .join('')
}

function factorOf(percent: number): number {
  return Math.round(percent * 1e4) / 1e6
}
