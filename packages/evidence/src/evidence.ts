import { sha256Hex, utf8 } from './bytes'
import { canonicalText } from './canonical'
import { withheld, type Personal } from './personal'

/** The version of the format; its JSON Schema is schema/decision-evidence-2.schema.json. */
export const decisionEvidenceSchema = 'countersign/decision-evidence/2'

/** Instants are RFC 3339 in UTC with milliseconds, days are YYYY-MM-DD, digests and ids lower case, money is decimal
 * text in minor units of the currency beside it. What is optional is absent where it does not apply. */
export type DecisionEvidence = {
  schema: typeof decisionEvidenceSchema
  provider: { name: string; address?: string; registration?: string }
  customer: { id: string; name: string; address?: string }
  project: { id: string; code: string; name: string; timeZone: string }
  deliverable: { id: string; code: string; name: string; kind: 'result' | 'charter' }
  submission: SubmissionEvidence
  decision: DecisionEvidenceBody
  /** What this decision releases for billing; nothing where it releases nothing. */
  releases: Release[]
  /** Where the decision stands in the project's chain, and the chain's head when this was written. */
  ledger: LedgerPosition
  /** Earlier decisions that this one withdraws, corrects or completes. */
  refersTo: { how: 'withdraws' | 'corrects' | 'completes'; decisionId: string; decisionDigest: string }[]
}

export type SubmissionEvidence = {
  id: string
  submittedAt: string
  /** Id of the member of the provider's staff who submitted. */
  submittedBy: string
  message: string
  /** SHA-256 of the canonical JSON of `content`: what the signatory's decision binds to. */
  digest: string
  content: SubmittedEvidence
  /** Earlier submission that this one superseded. */
  supersedes?: string
}

/** Frozen at submission. More members may stand beside these; the digest covers them all. */
export type SubmittedEvidence = {
  projectId: string
  deliverableId: string
  version: number
  files: { name: string; sha256: string; size: number }[]
  criteria: CriterionEvidence[]
  releases: { name: string; amountMinor: string }[]
  /** Version of the confirmed criteria, and when they were confirmed. */
  criteriaVersion?: number
  criteriaConfirmedAt?: string
  /** The latest run of each test case on this version. */
  tests?: TestResult[]
  /** Which acceptance it was put for, and the contract's terms of it as they were agreed then. */
  stage?: 'first' | 'final'
  terms?: object
}

export type CriterionEvidence = {
  id: string
  position: number
  statement: string
  howChecked: string
  evidenceWanted?: string
  weight?: number
}

export type TestResult = {
  caseId: string
  title: string
  criterionPosition: number
  /** `null` where nobody ran it. */
  outcome: 'passed' | 'failed' | 'blocked' | null
  runBy: string | null
  runAt: string | null
  defects: { number: number; description: string; isClosed: boolean }[]
}

export type Clause = { reference?: string; text: string }

export type DecisionOutcome = 'accepted' | 'accepted-with-reservations' | 'rejected' | 'more-time'

export type DecisionEvidenceBody = {
  id: string
  /** SHA-256 of the decision as its ledger entry holds it: the entry's `fact.digest`. */
  digest: string
  /** Never shown as signed when nobody signed, or when it was signed with another service. */
  kind: 'signed' | 'deemed' | 'outside'
  /** Whether it decides, or withdraws or corrects the decision that `refersTo` names. */
  act?: 'decides' | 'withdraws' | 'corrects'
  refersTo?: string | null
  outcome: DecisionOutcome
  /** How much of `releases` it releases, in hundredths of a percent; all where it is absent. */
  releasesBasisPoints?: number
  decidedAt: string
  /** IANA name of the zone in which the signatory read the time. */
  timeZone: string
  /** Provisional and final acceptance, where the contract tells them apart. */
  stage?: 'provisional' | 'final'
  reason: Personal | null
  results: {
    criterionId: string
    result: 'met' | 'met-with-reservation' | 'not-met'
    comment: Personal | null
  }[]
  reservations: Reservation[]
  /** In the order of signing; nobody for a deemed decision, nor for one from outside. */
  signatories: Signatory[]
  /** By which clause the contract deems it accepted; only for a deemed decision. */
  clause?: Clause
  /** What the clock of deemed acceptance was run on. */
  clock?: AcceptanceClock
  /** What it rests on where it was signed with an outside service; only for a decision from outside. */
  outside?: OutsideEnvelope
  /** More time: until when. */
  extendedTo?: string
}

/** A completed envelope of an outside signing service, attached and marked as what it is: we verified nothing of it. */
export type OutsideEnvelope = {
  service: Personal
  envelopeId: Personal
  /** When the last signature was made there, by its certificate of completion. */
  completedAt: string
  /** Id of the member of the provider's staff who recorded it. */
  recordedBy: string
  /** Who signed there, as our side read it, with the authority on record for that day. */
  signers: OutsideSigner[]
  files: { name: string; sha256: string; size: number; is: 'document' | 'completion' }[]
}

export type OutsideSigner = Pick<
  Signatory,
  'position' | 'contactId' | 'onBehalfOf' | 'name' | 'email' | 'role' | 'authority'
>

/** A reservation becomes a dated punch item with an owner. */
export type Reservation = {
  id: string
  position: number
  text: Personal
  criterionId?: string
  dueOn: string
  owner: { side: 'provider' | 'customer'; name: Personal }
}

export type Signatory = {
  position: number
  /** The contact's id: after erasure it leads to nobody. */
  contactId: string
  /** Whose authority it was, where it was delegated: a contact's id. */
  onBehalfOf?: string
  name: Personal
  email: Personal
  /** What the person is at the customer's; absent where nobody recorded it. */
  role?: Personal
  typedName: Personal
  /** The sentence that was read and agreed to, word for word. */
  statement: Personal
  authority: Personal<SignatoryAuthority>
  identifiedBy: { method: 'password-within-five-minutes'; at?: string }
  signedAt: string
  timeZone: string
}

/** The authority as it was read at the moment of signing. A type alias of JSON values only, so that it can be committed. */
export type SignatoryAuthority = {
  upToMinor: string
  currency: string
  fromOn: string
  toOn: string | null
  evidence: string
  /** Whose authority this is, where it was delegated; and until when. */
  delegatedBy?: string
  delegatedUntil?: string
}

export type AcceptanceClock = {
  startedAt: string
  firstDay: string
  businessDays: number
  calendar: string
  endedAt: string
  reminders: { sentAt: string; contactId: string; proof: string }[]
  pauses: { from: string; to: string; why: string }[]
}

export type Release = {
  milestone: string
  /** Of the whole milestone. */
  amountMinor: string
  currency: string
  /** How much of it is released, in hundredths of a percent, where reservations hold the rest back. */
  shareBasisPoints?: number
}

export type LedgerPosition = {
  seq: number
  /** Hash of the entry before; 64 zeros for the first. */
  previous: string
  /** Hash of this decision's entry. */
  hash: string
  /** The entry's canonical JSON, byte for byte. */
  entry: string
  head: { seq: number; hash: string }
}

/** SHA-256 (hexadecimal) of the evidence's canonical JSON with every personal value withheld: the same before and after
 * an erasure. It stands in the certificate and in the certificate's ledger entry. */
export async function evidenceDigest(evidence: DecisionEvidence): Promise<string> {
  return sha256Hex(utf8(canonicalText(withheld(evidence))))
}

/** The disclosed value of something personal, or null where it is withheld or erased. */
export function valueOf<T extends Personal['value'] | SignatoryAuthority>(
  personal: { commitment: string; value?: T } | null,
): T | null {
  return personal?.value ?? null
}
