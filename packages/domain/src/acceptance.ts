import type { AcceptanceTerms } from './acceptance-clock'
import type { FrozenCalendar } from './business-days'
import type { LocalDate } from './calendar-day'

export const decisionOutcomes = ['accepted', 'accepted-with-reservations', 'rejected'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** Derived from the latest submission and its decision; never set. */
export type DeliverableState = 'draft' | 'submitted' | DecisionOutcome

/** Accepted once, or provisionally and, after the warranty, finally. */
export type AcceptanceStage = 'first' | 'final'

export function isAccepted(state: DeliverableState): boolean {
  return state === 'accepted' || state === 'accepted-with-reservations'
}

/** Which acceptance the next version is put for; null where everything is accepted. */
export function nextStage(deliverable: {
  state: DeliverableState
  stage: AcceptanceStage | null
  acceptance: 'once' | 'provisional-and-final'
}): AcceptanceStage | null {
  const { state, stage, acceptance } = deliverable
  if (!isAccepted(state)) return stage ?? 'first'
  return acceptance === 'provisional-and-final' && stage === 'first' ? 'final' : null
}

export type ContactRole = 'viewer' | 'contributor' | 'tester' | 'signatory' | 'portal_administrator'
/** What counts as done. The last two came later: older submissions froze their criteria without them. */
export type Criterion = {
  id: string
  position: number
  statement: string
  howChecked: string
  /** What the customer wants to see as proof. */
  evidenceWanted?: string
  /** What it counts beside the others, from 1. */
  weight?: number
}
export const criterionVerdicts = ['met', 'met-with-reservation', 'not-met'] as const
export type CriterionVerdict = (typeof criterionVerdicts)[number]
export type CriterionResult = { criterionId: string; result: CriterionVerdict; comment: string }

/** What an acceptance leaves to be done: a punch item with an owner and a day. */
export type Reservation = {
  text: string
  criterionId: string | null
  ownerSide: 'provider' | 'customer'
  ownerName: string
  dueOn: LocalDate
}

/** The contract's terms of acceptance as a submission froze them. */
export type SubmissionTerms = {
  clause: string
  acceptance: AcceptanceTerms | null
  reservationBasisPoints: number
  signingOrder: 'parallel' | 'sequence'
  warrantyMonths: number
  /** The project's calendar as it was, where there is a period; older submissions froze none. */
  calendar?: FrozenCalendar
}

/** What a signatory may decide: in this currency, up to this value (minor units), from one day to another. */
export type Authority = {
  currency: string
  upToMinor: bigint
  fromOn: LocalDate
  toOn: LocalDate | null
  /** Whose it is where a colleague delegated it, and on which days; absent where it is the signatory's own. */
  delegatedBy?: string | null
  delegatedFrom?: LocalDate | null
  delegatedUntil?: LocalDate | null
}

/** Where the contract names who has to sign: the place of each, and who signed in it. */
export type RequiredSignature = { contactId: string; position: number; signedBy: string | null }
export type Signing = { me: string; order: SubmissionTerms['signingOrder']; required: RequiredSignature[] }

/** What is to be decided: `valueMinor` is what acceptance releases for billing, in minor units. */
export type SubmissionToDecide = {
  isDecided: boolean
  /** A later version was put before the customer meanwhile. */
  isSuperseded: boolean
  valueMinor: bigint
  currency: string
  criteria: Criterion[]
}

export type SubmissionRefusal =
  'already-accepted' | 'no-criteria' | 'criteria-not-confirmed' | 'checks-not-passed' | 'no-files'

/**
 * A deliverable is put before the customer with files and with the criteria that the customer confirmed, once our own
 * checks of this version have passed, until it is accepted. A newer version takes the place of one still open.
 */
export function whyNotSubmittable(deliverable: {
  /** Of the next version; null where everything is accepted. */
  stage: AcceptanceStage | null
  /** A charter's criteria are its own words: signing it confirms them. */
  isCharter: boolean
  criteriaCount: number
  areCriteriaConfirmed: boolean
  haveChecksPassed: boolean
  fileCount: number
}): SubmissionRefusal | null {
  if (deliverable.stage === null) return 'already-accepted'
  if (deliverable.criteriaCount === 0) return 'no-criteria'
  if (!deliverable.isCharter && !deliverable.areCriteriaConfirmed) return 'criteria-not-confirmed'
  if (!deliverable.haveChecksPassed) return 'checks-not-passed'
  if (deliverable.fileCount === 0) return 'no-files'
  return null
}

export type DecisionRefusal =
  | 'already-decided'
  | 'superseded'
  | 'not-a-signatory'
  | 'no-authority'
  | 'beyond-authority'
  | 'already-signed'
  | 'others-sign'
  | 'not-your-turn'

/**
 * A submission can be decided once, by a signatory, or a colleague to whom one delegated it, whose authority covers its
 * value on that day. Of one person's authorities in its currency the one that began last counts: a later one raises the
 * limit or lowers it. Where the contract names several, each signs once, and in its order if it sets one.
 */
export function whyNotDecidable(
  submission: SubmissionToDecide,
  role: ContactRole,
  authorities: Authority[],
  today: LocalDate,
  signing?: Signing,
): DecisionRefusal | null {
  if (submission.isDecided) return 'already-decided'
  if (submission.isSuperseded) return 'superseded'
  if (signing?.required.some(({ signedBy }) => signedBy === signing.me)) return 'already-signed'
  const usable = authorities.filter(({ delegatedBy }) => delegatedBy || role === 'signatory')
  if (role !== 'signatory' && usable.length === 0) return 'not-a-signatory'
  if (!usable.some((authority) => isInForce(authority, today))) return 'no-authority'
  const holders = authoritiesCovering(submission, usable, today)
  if (holders.length === 0) return 'beyond-authority'
  return signing ? whyNotSigned(signing, holders) : null
}

/** The authority in which the decision is signed: where several sign, that of one who still has to; else the own one. */
export function authorityToSign<A extends Authority>(
  submission: { valueMinor: bigint; currency: string },
  role: ContactRole,
  authorities: A[],
  today: LocalDate,
  signing: Signing,
): A | null {
  const usable = authorities.filter(({ delegatedBy }) => delegatedBy || role === 'signatory')
  const holders = authoritiesCovering(submission, usable, today)
  const awaited = holders.find((authority) =>
    signing.required.some(
      ({ contactId, signedBy }) => signedBy === null && contactId === (authority.delegatedBy ?? signing.me),
    ),
  )
  return awaited ?? holders[0] ?? null
}

/** Of each holder the authority that began last, where it covers the value; the own one first, then the highest. */
function authoritiesCovering<A extends Authority>(
  { valueMinor, currency }: { valueMinor: bigint; currency: string },
  authorities: A[],
  today: LocalDate,
): A[] {
  const latest = new Map<string, A>()
  for (const authority of authorities) {
    if (!isInForce(authority, today) || authority.currency !== currency) continue
    const holder = authority.delegatedBy ?? ''
    const known = latest.get(holder)
    if (!known || known.fromOn < authority.fromOn) latest.set(holder, authority)
  }
  return [...latest.values()]
    .filter(({ upToMinor }) => upToMinor >= valueMinor)
    .sort((a, b) => {
      if (!a.delegatedBy !== !b.delegatedBy) return a.delegatedBy ? 1 : -1
      return a.upToMinor < b.upToMinor ? 1 : -1
    })
}

function whyNotSigned({ me, order, required }: Signing, holders: Authority[]): DecisionRefusal | null {
  if (required.length === 0) return null
  const open = required.filter(({ signedBy }) => signedBy === null)
  const places = open.filter(({ contactId }) =>
    holders.some(({ delegatedBy }) => (delegatedBy ?? me) === contactId),
  )
  if (places.length === 0) return 'others-sign'
  const next = Math.min(...open.map(({ position }) => position))
  return order === 'sequence' && places.every(({ position }) => position > next) ? 'not-your-turn' : null
}

export type DecisionFlaw =
  | 'name-differs'
  | 'criterion-without-result'
  | 'accepts-what-is-not-met'
  | 'reserves-nothing'
  | 'reservation-incomplete'
  | 'reservation-in-the-past'
  | 'rejects-without-unmet-criterion'
  | 'unmet-without-reason'

/**
 * A decision is signed with the signatory's own name and says of each criterion whether it is met: all of them to
 * accept; none unmet to accept with reservations, each of which says what is left, whose it is and until when; to
 * reject, at least one is not met, and each of those says why.
 */
export function whyNotADecision(
  decision: {
    outcome: DecisionOutcome
    typedName: string
    results: CriterionResult[]
    reservations: Reservation[]
  },
  signatoryName: string,
  criteria: Criterion[],
  today: LocalDate,
): DecisionFlaw | null {
  const judged = new Set(decision.results.map(({ criterionId }) => criterionId))
  const unmet = decision.results.filter(({ result }) => result === 'not-met')
  if (decision.results.length !== criteria.length || criteria.some(({ id }) => !judged.has(id)))
    return 'criterion-without-result'
  if (decision.outcome !== 'rejected' && unmet.length > 0) return 'accepts-what-is-not-met'
  if (decision.outcome === 'accepted' && decision.results.some(({ result }) => result !== 'met'))
    return 'accepts-what-is-not-met'
  if (decision.outcome === 'accepted-with-reservations') {
    if (decision.reservations.length === 0) return 'reserves-nothing'
    if (decision.reservations.some(({ text, ownerName }) => !text.trim() || !ownerName.trim()))
      return 'reservation-incomplete'
    if (decision.reservations.some(({ dueOn }) => dueOn < today)) return 'reservation-in-the-past'
  }
  if (decision.outcome === 'rejected' && unmet.length === 0) return 'rejects-without-unmet-criterion'
  if (unmet.some(({ comment }) => comment.trim() === '')) return 'unmet-without-reason'
  if (!isSameName(decision.typedName, signatoryName)) return 'name-differs'
  return null
}

function isInForce(authority: Authority, today: LocalDate) {
  const { fromOn, toOn, delegatedFrom, delegatedUntil } = authority
  return (
    fromOn <= today &&
    (toOn === null || today <= toOn) &&
    (!delegatedFrom || delegatedFrom <= today) &&
    (!delegatedUntil || today <= delegatedUntil)
  )
}

/** Capitals, accents composed either way and doubled spaces do not make another name. */
export function isSameName(typed: string, known: string) {
  const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
  return plain(typed) === plain(known)
}

/**
 * A certificate is called after what was accepted, as in CS1042-D3-V2: no two accepted versions share a number. Of what is
 * accepted twice it says which acceptance: PAC for the provisional certificate, FAC for the final one.
 */
export function certificateNumber(
  projectCode: string,
  deliverableCode: string,
  version: number,
  stage?: 'provisional' | 'final',
): string {
  const kind = stage === undefined ? '' : stage === 'provisional' ? '-PAC' : '-FAC'
  return `${projectCode}-${deliverableCode}-V${version}${kind}`
}
