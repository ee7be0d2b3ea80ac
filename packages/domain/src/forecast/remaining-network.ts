import type { Network } from '../schedule/network'
import type { LinkType } from '../schedule/plan'
import type { Clock } from './clock'

/**
 * The network that a forecast runs through: the scheduler's order, with what remains of each task. Moments and amounts
 * are tenths of a minute.
 */
export type RemainingNetwork = {
  network: Network
  planStart: number
  tasks: readonly RemainingTask[]
  /** In the order of the plan's links. */
  links: readonly RemainingLink[]
}

/**
 * What becomes of a task in a run: `fixed` is done, or dated by a person, and nothing moves it; `running` has begun
 * and what is left goes on at `resumes`; `open` waits for its links and floors; `outside` is inactive and counts
 * for nothing. `beside` is the part of a duration that is not drawn: pauses, and what is done. Its lags run on
 * `lagClock`, be its duration elapsed or not. Floors are -Infinity where nothing holds.
 */
export type RemainingTask = { clock: Clock; lagClock: Clock; beside: number } & (
  | { kind: 'outside' }
  | { kind: 'summary'; startFloor: number; dated: { start: number | null; finish: number | null } }
  | { kind: 'fixed'; start: number; finish: number }
  | ({ kind: 'running'; start: number; resumes: number; waits: boolean; finishFloor: number } & Work)
  | ({ kind: 'open'; startFloor: number; special: Special | null } & Work)
)

/**
 * What few tasks have. `levelling` is time on the wall after what links and floors say; nothing begins before
 * `startsOn`, or so early that it would end before `endsOn`, or before `notBefore`, and no levelling moves those.
 */
export type Special = { levelling: number; startsOn: number; endsOn: number; notBefore: number }

/** `planned` is what is left as planned, and done on `workClock`, or by parts on theirs. */
export type Work = { workClock: Clock; planned: number; parts: readonly Part[] | null }

/** A resource's part of a task on its own calendar. */
export type Part = { clock: Clock; delay: number; span: number }

export type RemainingLink = { type: LinkType; lag: Lag | null }

/** So much of the successor's working time or of the wall, or so many per cent of what the predecessor takes. */
export type Lag = { tenths: number; percentOfPredecessor: number; isElapsed: boolean }
