import type { LocalDate } from './calendar-day'

export const decisionOutcomes = ['accepted', 'rejected'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** Derived from the latest submission and its decision; never set. */
export type DeliverableState = 'draft' | 'submitted' | DecisionOutcome

export type ContactRole = 'viewer' | 'contributor' | 'tester' | 'signatory' | 'portal_administrator'
export type Criterion = { id: string; position: number; statement: string; howChecked: string }
export type CriterionResult = { criterionId: string; result: 'met' | 'not-met'; comment: string }

/** What a signatory may decide: in this currency, up to this value (minor units), from one day to another. */
export type Authority = { currency: string; upToMinor: bigint; fromOn: LocalDate; toOn: LocalDate | null }

/** What is to be decided: `valueMinor` is what acceptance releases for billing, in minor units. */
export type SubmissionToDecide = {
  isDecided: boolean
  valueMinor: bigint
  currency: string
  criteria: Criterion[]
}

export type SubmissionRefusal = 'already-accepted' | 'waiting-for-decision' | 'no-criteria' | 'no-files'

/** A deliverable is put before the customer with files and criteria, one version at a time, until it is accepted. */
export function whyNotSubmittable(deliverable: {
  state: DeliverableState
  criteriaCount: number
  fileCount: number
}): SubmissionRefusal | null {
  if (deliverable.state === 'accepted') return 'already-accepted'
  if (deliverable.state === 'submitted') return 'waiting-for-decision'
  if (deliverable.criteriaCount === 0) return 'no-criteria'
  if (deliverable.fileCount === 0) return 'no-files'
  return null
}

export type DecisionRefusal = 'already-decided' | 'not-a-signatory' | 'no-authority' | 'beyond-authority'

/**
 * A submission can be decided once, by a signatory whose authority covers its value on that day. Of the authorities in
 * its currency the one that began last counts: a later one raises the limit or lowers it.
 */
export function whyNotDecidable(
  submission: SubmissionToDecide,
  role: ContactRole,
  authorities: Authority[],
  today: LocalDate,
): DecisionRefusal | null {
  if (submission.isDecided) return 'already-decided'
  if (role !== 'signatory') return 'not-a-signatory'
  const inForce = authorities.filter((authority) => isInForce(authority, today))
  if (inForce.length === 0) return 'no-authority'
  const latest = inForce
    .filter(({ currency }) => currency === submission.currency)
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0]
  return latest && latest.upToMinor >= submission.valueMinor ? null : 'beyond-authority'
}

export type DecisionFlaw =
  | 'name-differs'
  | 'criterion-without-result'
  | 'accepts-what-is-not-met'
  | 'rejects-without-unmet-criterion'
  | 'unmet-without-reason'

/**
 * A decision is signed with the signatory's own name and says of each criterion whether it is met: all of them to
 * accept; to reject, at least one is not, and each of those says why.
 */
export function whyNotADecision(
  decision: { outcome: DecisionOutcome; typedName: string; results: CriterionResult[] },
  signatoryName: string,
  criteria: Criterion[],
): DecisionFlaw | null {
  const judged = new Set(decision.results.map(({ criterionId }) => criterionId))
  const unmet = decision.results.filter(({ result }) => result === 'not-met')
  if (decision.results.length !== criteria.length || criteria.some(({ id }) => !judged.has(id)))
    return 'criterion-without-result'
  if (decision.outcome === 'accepted' && unmet.length > 0) return 'accepts-what-is-not-met'
  if (decision.outcome === 'rejected' && unmet.length === 0) return 'rejects-without-unmet-criterion'
  if (unmet.some(({ comment }) => comment.trim() === '')) return 'unmet-without-reason'
  if (!isSameName(decision.typedName, signatoryName)) return 'name-differs'
  return null
}

function isInForce(authority: Authority, today: LocalDate) {
  return authority.fromOn <= today && (authority.toOn === null || today <= authority.toOn)
}

/** Capitals, accents composed either way and doubled spaces do not make another name. */
function isSameName(typed: string, known: string) {
  const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
  return plain(typed) === plain(known)
}

/** A certificate is called after what was accepted, as in CS1042-D3-V2: no two accepted versions share a number. */
export function certificateNumber(projectCode: string, deliverableCode: string, version: number): string {
  return `${projectCode}-${deliverableCode}-V${version}`
}
