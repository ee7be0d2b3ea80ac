import { BLOCK } from './block'
import type { RemainingNetwork } from './remaining-network'

/** Dates of the runs of a block: task `t` in run `r` is at `t × BLOCK + r`. Moments in tenths of a minute. */
export type BlockDates = {
  start: Float64Array
  finish: Float64Array
  /** What was drawn for, or is left of, each task. */
  duration: Float64Array
  /** Of each run: when its last task ends. */
  end: Float64Array
}

export function emptyDates({ network, tasks }: RemainingNetwork): BlockDates {
  const size = network.count * BLOCK
  const dates = {
    start: new Float64Array(size),
    finish: new Float64Array(size),
    duration: new Float64Array(size),
    end: new Float64Array(BLOCK),
  }
  tasks.forEach((task, at) => {
    const [from, to] = [at * BLOCK, (at + 1) * BLOCK]
    if (task.kind === 'fixed') {
      dates.start.fill(task.start, from, to)
      dates.finish.fill(task.finish, from, to)
    } else if (task.kind === 'running' || task.kind === 'open') {
      if (task.kind === 'running') dates.start.fill(task.start, from, to)
      dates.duration.fill(task.planned, from, to)
    }
  })
  return dates
}

/** By when a task may start and must not have finished, in each run. */
export type Bounds = { start: Float64Array; finish: Float64Array }
