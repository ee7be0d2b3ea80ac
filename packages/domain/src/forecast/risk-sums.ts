import { BLOCK } from './block'

/** Sums over the runs from which mean, spread and correlation with the finish follow, one entry a task. */
export type RiskSums = {
  runs: number
  duration: Float64Array
  durationSquared: Float64Array
  durationTimesEnd: Float64Array
  end: number
  endSquared: number
}

export function emptyRiskSums(count: number): RiskSums {
  return {
    runs: 0,
    duration: new Float64Array(count),
    durationSquared: new Float64Array(count),
    durationTimesEnd: new Float64Array(count),
    end: 0,
    endSquared: 0,
  }
}

/**
 * Adds the first `runs` of a block. Durations are taken from what was planned and ends from the planned end, so that
 * no digits are lost between large numbers that are nearly equal.
 */
export function addBlock(
  sums: RiskSums,
  tasks: readonly number[],
  planned: readonly number[],
  duration: Float64Array,
  ends: Float64Array,
  runs: number,
): void {
  sums.runs += runs
  for (let run = 0; run < runs; run++) {
    sums.end += ends[run]!
    sums.endSquared += ends[run]! * ends[run]!
  }
  for (const task of tasks) {
    const from = task * BLOCK
    const expected = planned[task]!
    let sum = 0
    let squares = 0
    let products = 0
    for (let run = 0; run < runs; run++) {
      const off = duration[from + run]! - expected
      sum += off
      squares += off * off
      products += off * ends[run]!
    }
    sums.duration[task]! += sum
    sums.durationSquared[task]! += squares
    sums.durationTimesEnd[task]! += products
  }
}

/** Mean and standard deviation of a task's duration less the planned one, and its correlation with the end, −1 to 1. */
export function momentsOf(
  sums: RiskSums,
  task: number,
): { mean: number; sd: number; endSd: number; correlation: number } {
  const { runs } = sums
  const mean = sums.duration[task]! / runs
  const endMean = sums.end / runs
  const sd = Math.sqrt(Math.max(0, sums.durationSquared[task]! / runs - mean * mean))
  const endSd = Math.sqrt(Math.max(0, sums.endSquared / runs - endMean * endMean))
  const together = sums.durationTimesEnd[task]! / runs - mean * endMean
  const correlation = sd > 0 && endSd > 0 ? Math.max(-1, Math.min(1, together / (sd * endSd))) : 0
  return { mean, sd, endSd, correlation }
}
