import { assertNever } from '../assert-never'
import { compare, ONE, over, plus, rational, ZERO, type Rational } from './rational'

/** How the manager chose to measure a task's progress; plain JSON. Weights are zero or more, on any scale. */
export type ProgressMethod =
  | { kind: '0/100' }
  | { kind: '50/50' }
  | { kind: 'percent' }
  | { kind: 'weighted-milestones'; steps: { name: string; weight: number; isDone: boolean }[] }
  | { kind: 'criteria-accepted' }

/** `criteria` are those of the deliverable; one counts once a signatory accepted a submission that met it. */
export type ProgressFacts = {
  isStarted: boolean
  isFinished: boolean
  /** 0 to 100, as the manager says. */
  percentComplete: number
  criteria: { weight: number; isAcceptedAsMet: boolean }[]
}

/**
 * The share of a task that is earned, 0 to 1. 0/100 earns at the finish; 50/50 half at the start; weighted milestones
 * and criteria what their weights say, nothing where there is no weight. Only 'percent' believes an opinion.
 */
export function progressOf(method: ProgressMethod, facts: ProgressFacts): Rational {
  switch (method.kind) {
    case '0/100':
      return facts.isFinished ? ONE : ZERO
    case '50/50':
      return facts.isFinished ? ONE : facts.isStarted ? rational('1/2') : ZERO
    case 'percent':
      return clamped(over(rational(facts.percentComplete), rational(100n)))
    case 'weighted-milestones':
      return weighed(method.steps.map(({ weight, isDone }) => ({ weight, counts: isDone })))
    case 'criteria-accepted':
      return weighed(
        facts.criteria.map(({ weight, isAcceptedAsMet }) => ({ weight, counts: isAcceptedAsMet })),
      )
    default:
      return assertNever(method)
  }
}

function weighed(parts: { weight: number; counts: boolean }[]): Rational {
  let total = ZERO
  let done = ZERO
  for (const { weight, counts } of parts) {
    const share = rational(Math.max(0, weight))
    total = plus(total, share)
    if (counts) done = plus(done, share)
  }
  return total.n === 0n ? ZERO : over(done, total)
}

function clamped(share: Rational): Rational {
  if (share.n < 0n) return ZERO
  return compare(share, ONE) > 0 ? ONE : share
}
