import { isAccepted, type AcceptanceStage, type ContactRole, type DecisionOutcome } from './acceptance'
import { addMonths, localDateIn, type LocalDate } from './calendar-day'

/** What was put before the customer and what was decided on it, as a warranty needs it. */
export type AcceptedVersion = {
  stage: AcceptanceStage
  outcome: DecisionOutcome | null
  decidedAt: Date | null
  /** From provisional to final acceptance, as the submission froze it. */
  warrantyMonths: number
}

export type Warranty = {
  beganOn: LocalDate
  endsOn: LocalDate
  state: 'running' | 'ran-out' | 'finally-accepted'
}

/**
 * What is accepted provisionally has a warranty: from the day of that acceptance to the same day so many months later,
 * both included, and no longer than to the final acceptance. Null where there is none.
 */
export function warrantyOf(
  deliverable: { acceptance: 'once' | 'provisional-and-final'; versions: readonly AcceptedVersion[] },
  timeZone: string,
  today: LocalDate,
): Warranty | null {
  if (deliverable.acceptance === 'once') return null
  const accepted = deliverable.versions.filter(({ outcome }) => outcome !== null && isAccepted(outcome))
  const provisional = accepted.find(({ stage }) => stage === 'first')
  if (!provisional?.decidedAt || provisional.warrantyMonths === 0) return null
  const beganOn = localDateIn(timeZone, provisional.decidedAt)
  const endsOn = addMonths(beganOn, provisional.warrantyMonths)
  const isFinal = accepted.some(({ stage }) => stage === 'final')
  return { beganOn, endsOn, state: isFinal ? 'finally-accepted' : today > endsOn ? 'ran-out' : 'running' }
}

export type ClaimState = 'open' | 'in-work' | 'mended' | 'not-covered' | 'closed'

/** A claim stands as our side answered last, until the customer closes it. */
export function claimState(claim: {
  answers: readonly { answer: 'mended' | 'not-covered' | 'in-work' }[]
  closedAt: unknown
}): ClaimState {
  return claim.closedAt ? 'closed' : (claim.answers.at(-1)?.answer ?? 'open')
}

/** Who of the customer claims defects and closes claims; the others read. */
export function mayClaim(role: ContactRole): boolean {
  return role === 'signatory' || role === 'contributor' || role === 'tester'
}
