import type { LocalDateTime } from '@countersign/domain/calendar-day'
import { localDateTimeOf, TENTHS_PER_DAY, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import type { LinkType } from '@countersign/domain/schedule/plan'
import type { Placed } from '@countersign/domain/timeline/row-shape'
import { stepOf, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelineLink, TimelinePlan, TimelineRow } from '@countersign/domain/timeline/timeline-plan'

/** What a hand on the timeline asks for. Dates are wishes: the scheduler says where the task then stands. */
export type TimelineGesture =
  | { kind: 'move'; uid: number; start: LocalDateTime }
  | { kind: 'resize'; uid: number; finish: LocalDateTime }
  | { kind: 'progress'; uid: number; percent: number }
  | ({ kind: 'link' } & TimelineLink)

/** Each answers with the sentence why not, or `null`. A preview takes the place of the one before. */
export type TimelineEdits = {
  preview(gesture: TimelineGesture): string | null
  commit(gesture: TimelineGesture): string | null
  cancel(): void
}

/** A part of a bar that a hand can take hold of. */
export type Grip = 'bar' | 'end' | 'progress' | 'from-start' | 'from-finish'

/** What was taken hold of, as it was then. */
export type Hold = { grip: Grip; row: TimelineRow; left: number; right: number }

/** So much of a bar is its end: what changes how long it lasts. */
export function endWidth(left: number, right: number): number {
  return Math.min(6, (right - left) / 3)
}

/** What a hold becomes when it is dragged so far, in pixels; `null` of a link, which is made by letting go. */
export function dragged(hold: Hold, scale: Scale, pixels: number): TimelineGesture | null {
  const { grip, row, left, right } = hold
  const step = stepOf(scale)
  const steps = Math.round(((pixels / scale.pixelsPerDay) * TENTHS_PER_DAY) / step)
  if (grip === 'bar') return moved(row, steps * step)
  if (grip === 'end') return resized(row, steps * step)
  if (grip !== 'progress') return null
  const share = row.percentDone / 100 + pixels / Math.max(1, right - left)
  return progressed(row, Math.round(share * 20) * 5)
}

export function moved(row: TimelineRow, by: number): TimelineGesture {
  return { kind: 'move', uid: row.uid, start: localDateTimeOf(row.start + by) }
}

/**
 * The same by a step of the keyboard: from a Monday back it goes to the Friday, where a day alone would end in a weekend
 * that the scheduler moves out of again. Whoever works at no time goes by the step itself.
 */
export function stepped(
  what: 'move' | 'resize',
  row: TimelineRow,
  step: number,
  workOn: TimelinePlan['workOn'],
): TimelineGesture {
  const at = what === 'move' ? row.start : row.finish
  for (let tries = 1; tries <= MOST_STEPS; tries++) {
    if (!isWorking(at + tries * step, step, what, workOn)) continue
    return what === 'move' ? moved(row, tries * step) : resized(row, tries * step)
  }
  return what === 'move' ? moved(row, step) : resized(row, step)
}

const MOST_STEPS = 400

/** A step of days looks at the day, a smaller one at the hours. */
function isWorking(
  moment: number,
  step: number,
  what: 'move' | 'resize',
  workOn: TimelinePlan['workOn'],
): boolean {
  // What ends at midnight ends the day before.
  const day = Math.floor((what === 'resize' ? moment - 1 : moment) / TENTHS_PER_DAY)
  const shifts = workOn(day)
  if (Math.abs(step) >= TENTHS_PER_DAY) return shifts.length > 0
  const minute = (moment - day * TENTHS_PER_DAY) / TENTHS_PER_MINUTE
  return shifts.some(({ fromMinute, toMinute }) =>
    what === 'move' ? minute >= fromMinute && minute < toMinute : minute > fromMinute && minute <= toMinute,
  )
}

export function resized(row: TimelineRow, by: number): TimelineGesture {
  return { kind: 'resize', uid: row.uid, finish: localDateTimeOf(Math.max(row.start, row.finish + by)) }
}

export function progressed(row: TimelineRow, percent: number): TimelineGesture {
  return { kind: 'progress', uid: row.uid, percent: Math.min(100, Math.max(0, percent)) }
}

/** Whether it asks for anything that is not so already. */
export function changes(gesture: TimelineGesture, row: TimelineRow): boolean {
  switch (gesture.kind) {
    case 'move':
      return gesture.start !== localDateTimeOf(row.start)
    case 'resize':
      return gesture.finish !== localDateTimeOf(row.finish)
    case 'progress':
      return gesture.percent !== row.percentDone
    case 'link':
      return true
  }
}

/** Which ends a link joins says its type: from the end it was drawn out of, to the half it was dropped on. */
export function linkTo(hold: Hold, target: Placed, x: number): Extract<TimelineGesture, { kind: 'link' }> {
  const from = hold.grip === 'from-start' ? 'S' : 'F'
  const to = x <= (target.left + target.right) / 2 ? 'S' : 'F'
  return {
    kind: 'link',
    fromUid: hold.row.uid,
    toUid: target.row.uid,
    type: `${from}${to}` satisfies LinkType,
  }
}
