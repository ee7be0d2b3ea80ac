export const gateOutcomes = ['go', 'conditional-go', 'hold', 'stop'] as const
export type GateOutcome = (typeof gateOutcomes)[number]

export const criterionResults = ['met', 'not-met', 'waived'] as const
export const evidenceStatuses = ['submitted', 'approved', 'interim', 'rejected'] as const
export type EvidenceStatus = (typeof evidenceStatuses)[number] | 'missing'

/** The five levels of a part submission warrant: from the warrant alone to everything, looked at where it is made. */
export const submissionLevels = [1, 2, 3, 4, 5] as const

export type GateCriterion = { statement: string; result: (typeof criterionResults)[number] | null }
export type GateElement = { element: string; isRequired: boolean; status: EvidenceStatus }
export type Gate = { criteria: readonly GateCriterion[]; evidence: readonly GateElement[] }

/** A criterion that is met, or that somebody waived with a reason, no longer stands in the way of a go. */
export function isCriterionMet({ result }: GateCriterion): boolean {
  return result === 'met' || result === 'waived'
}

/** Evidence that is required has to be approved; an interim approval is not one, and bears conditions. */
export function isEvidenceMet({ isRequired, status }: GateElement): boolean {
  return !isRequired || status === 'approved'
}

/** What stands between a gate and a go, by its words. */
export function openPoints({ criteria, evidence }: Gate): string[] {
  return [
    ...criteria.filter((each) => !isCriterionMet(each)).map(({ statement }) => statement),
    ...evidence.filter((each) => !isEvidenceMet(each)).map(({ element }) => element),
  ]
}

type GateVote = { outcome: GateOutcome; reason: string; conditionCount: number }
export type GateRefusal =
  'not-all-met' | 'conditions-missing' | 'conditions-without-condition' | 'reason-missing'

/**
 * A go needs every criterion and all required evidence; a conditional go says what is still asked for, of whom and by
 * when; and whatever is no plain go says why.
 */
export function whyNotDecided(gate: Gate, { outcome, reason, conditionCount }: GateVote): GateRefusal | null {
  if (outcome === 'go' && openPoints(gate).length > 0) return 'not-all-met'
  if (outcome === 'conditional-go' && conditionCount === 0) return 'conditions-missing'
  if (outcome !== 'conditional-go' && conditionCount > 0) return 'conditions-without-condition'
  return outcome !== 'go' && reason.trim() === '' ? 'reason-missing' : null
}

export type PhaseState = 'passed' | 'current' | 'held' | 'stopped' | 'ahead'

/**
 * A phase is passed when the last decision at its gate was a go, with or without conditions. The project is in the
 * first that is not passed, and held or stopped there where that was the last word.
 */
export function phaseStates(last: readonly (GateOutcome | null)[]): PhaseState[] {
  const isPassed = (outcome: GateOutcome | null) => outcome === 'go' || outcome === 'conditional-go'
  const at = last.findIndex((outcome) => !isPassed(outcome))
  return last.map((outcome, index) => {
    if (at === -1 || index < at) return 'passed'
    if (index > at) return 'ahead'
    return outcome === 'hold' ? 'held' : outcome === 'stop' ? 'stopped' : 'current'
  })
}
