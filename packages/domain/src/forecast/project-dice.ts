import type { CompiledPlan } from '../schedule/compile-plan'
import { TENTHS_PER_MINUTE } from '../schedule/moment'
import { BLOCK } from './block'
import type { BlockDates } from './block-dates'
import { diceFor, rollScores, type Dice, type Shared } from './dice'
import { streamFor, type Stream } from './generator'
import type { RemainingNetwork, RemainingTask } from './remaining-network'
import type { ForecastInput } from './start-forecast'

/** Draws the durations of a block for every task that has an estimate and is not done. */
export type ProjectDice = {
  /** Which tasks, by index. */
  tasks: readonly number[]
  roll(): void
}

/** Tasks have streams by their uid; the packages' stand behind those. */
const PACKAGE_STREAMS = 0x4000_0000

/**
 * Dice that fill the durations of `dates`. Of a running task the estimate is for the whole, so that what is left is drawn in proportion: half done, half of
 * the estimate. A task that stands in two packages belongs to the first.
 */
export function projectDice(
  { estimates, packages, plan, seed }: ForecastInput,
  { index }: CompiledPlan,
  { tasks }: RemainingNetwork,
  { duration }: BlockDates,
): ProjectDice {
  const sharedBy = new Map<number, Shared>()
  const factors: { stream: Stream; scores: Float64Array }[] = []
  for (const { taskUids, correlation } of packages) {
    if (correlation === 0 || taskUids.length < 2) continue
    const scores = new Float64Array(BLOCK)
    factors.push({ stream: streamFor(seed, PACKAGE_STREAMS + Math.min(...taskUids)), scores })
    for (const uid of taskUids) if (!sharedBy.has(uid)) sharedBy.set(uid, { scores, correlation })
  }
  const dice = new Map<number, Dice & { into: Float64Array }>()
  for (const { taskUid, estimate } of estimates) {
    const task = index.get(taskUid)!
    const share = shareLeft(tasks[task]!, plan.tasks[task]!.durationMinutes * TENTHS_PER_MINUTE)
    if (share === 0) continue
    const own = diceFor(estimate, streamFor(seed, taskUid), sharedBy.get(taskUid) ?? null, share)
    dice.set(task, { ...own, into: duration.subarray(task * BLOCK, (task + 1) * BLOCK) })
  }
  return {
    tasks: [...dice.keys()],
    roll() {
      for (const { stream, scores } of factors) rollScores(stream, scores)
      for (const { roll, into } of dice.values()) roll(into)
    },
  }
}

function shareLeft(task: RemainingTask, duration: number): number {
  if (task.kind === 'open') return 1
  return task.kind === 'running' && duration > 0 ? Math.min(1, task.planned / duration) : 0
}
