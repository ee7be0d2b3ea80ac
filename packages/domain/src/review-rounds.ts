const DAY_MS = 86_400_000

/** A version that was put before the customer, and when the decision that holds was taken; null while it is open. */
export type ReviewedVersion = {
  submittedAt: Date
  decidedAt: Date | null
  outcome: 'accepted' | 'accepted-with-reservations' | 'rejected' | null
}

export type ReviewRounds = {
  /** How often a version was put before the customer. */
  rounds: number
  /** How often work began again after it was put: once for each version that followed another. */
  reopened: number
  /** Days from the first submission to the acceptance, in parts of a day; null until there is one. */
  cycleDays: number | null
  /** Mean days from a submission to its decision; null until there is one. */
  meanDaysToDecide: number | null
}

/** How the customer's review of one deliverable went, from its versions in any order. */
export function reviewRounds(versions: readonly ReviewedVersion[]): ReviewRounds {
  const inOrder = [...versions].sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())
  const [first] = inOrder
  const accepted = inOrder.find(({ outcome }) => outcome !== null && outcome !== 'rejected')
  const waits = inOrder.flatMap(({ submittedAt, decidedAt }) =>
    decidedAt ? [daysFrom(submittedAt, decidedAt)] : [],
  )
  return {
    rounds: inOrder.length,
    reopened: Math.max(inOrder.length - 1, 0),
    cycleDays: first && accepted?.decidedAt ? daysFrom(first.submittedAt, accepted.decidedAt) : null,
    meanDaysToDecide: waits.length === 0 ? null : waits.reduce((sum, days) => sum + days, 0) / waits.length,
  }
}

function daysFrom(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS
}
