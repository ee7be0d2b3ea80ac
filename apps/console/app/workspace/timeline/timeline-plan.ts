import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { LinkType, WorkInterval } from '@countersign/domain/schedule/plan'

/** From one moment to another: tenths of a minute, as the scheduler counts. */
export type Span = { start: number; finish: number }

/** One row as the timeline draws it. */
export type TimelineRow = Span & {
  uid: number
  name: string
  kind: 'task' | 'summary' | 'milestone'
  /** The parts of a task whose work pauses; `null` of one that goes through. */
  pieces: readonly Span[] | null
  percentDone: number
  isCritical: boolean
  isActive: boolean
  isManual: boolean
  /** A summary whose tasks are folded away. */
  isCollapsed: boolean
  baseline: Span | null
  /** The finish that eight of ten forecast runs keep. */
  p80: number | null
  /** How far it can slip without moving the end of the plan; `null` where it cannot, or nobody asks. */
  floatTo: number | null
  deadline: number | null
  /** Stands to the right of the bar. */
  label: string
  may: { move: boolean; resize: boolean; progress: boolean; link: boolean }
}

export type TimelineLink = { fromUid: number; toUid: number; type: LinkType }

/** A plan as the timeline asks for it: only the rows that are drawn are read. A new object after every change. */
export type TimelinePlan = Span & {
  rowCount: number
  row(index: number): TimelineRow
  /** -1 where the task is not among the rows. */
  indexOf(uid: number): number
  /** Those that enter and those that leave the task. */
  linksOf(uid: number): readonly TimelineLink[]
  today: number
  /** When the project works on a day, by its number. */
  workOn(day: number): readonly WorkInterval[]
}

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
