import type { LinkType, WorkInterval } from '../schedule/plan'

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
