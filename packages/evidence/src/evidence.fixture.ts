import { sha256Hex, toHex, utf8 } from './bytes'
import { canonicalText, type Json } from './canonical'
import { decisionEvidenceSchema, type DecisionEvidence, type Signatory } from './evidence'
import { entryHash, ledgerEntrySchema, noHash } from './ledger-entry'
import { commitmentOf, withheld, type Personal } from './personal'

const id = (last: number) => `5b0e3a9c-1f3e-4d0b-9c53-${String(last).padStart(12, '0')}`
const sha = (digit: string) => digit.repeat(64)

let salts = 0
/** With a salt that is the same each time, so that examples are. */
async function personal<T extends Json>(value: T): Promise<Personal<T>> {
  const salt = toHex(Uint8Array.from({ length: 32 }, (_, at) => (salts * 37 + at * 11) % 256))
  salts += 1
  return { commitment: await commitmentOf(salt, value), salt, value }
}

/** An acceptance as it was signed by one person. */
export async function signedExample(): Promise<DecisionEvidence> {
  salts = 0
  const signatory: Signatory = {
    position: 1,
    contactId: id(20),
    name: await personal('Grace Okafor'),
    email: await personal('grace@harbour.example'),
    role: await personal('Head of network operations'),
    typedName: await personal('Grace Okafor'),
    statement: await personal('I, Grace Okafor, accept D1 “Site survey report”, version 1.'),
    authority: await personal({
      upToMinor: '5000000',
      currency: 'EUR',
      fromOn: '2026-01-01',
      toOn: null,
      evidence: 'Letter of 12 January 2026',
    }),
    identifiedBy: { method: 'password-within-five-minutes' },
    signedAt: '2026-03-12T14:05:09.412Z',
    timeZone: 'Europe/London',
  }
  return exampleOf({
    kind: 'signed',
    outcome: 'accepted',
    decidedAt: '2026-03-12T14:05:09.412Z',
    timeZone: 'Europe/London',
    reason: null,
    results: [{ criterionId: id(30), result: 'met', comment: null }],
    reservations: [],
    signatories: [signatory],
  })
}

/** One that the contract deems accepted because the period ran out. */
export function deemedExample(): Promise<DecisionEvidence> {
  return exampleOf({
    kind: 'deemed',
    outcome: 'accepted',
    decidedAt: '2026-03-27T23:00:00.000Z',
    timeZone: 'Europe/London',
    reason: null,
    results: [],
    reservations: [],
    signatories: [],
    clause: {
      reference: '§ 7 (3)',
      text: 'If the customer does not answer within ten business days, it is accepted.',
    },
    clock: {
      startedAt: '2026-03-13T09:00:00.000Z',
      firstDay: '2026-03-16',
      businessDays: 10,
      calendar: 'England and Wales',
      endedAt: '2026-03-27T23:00:00.000Z',
      reminders: [
        { sentAt: '2026-03-20T08:00:00.000Z', contactId: id(20), proof: '250 2.0.0 queued as 4F3A' },
      ],
      pauses: [],
    },
  })
}

/** One that was signed with an outside service, whose envelope is attached. */
export async function outsideExample(): Promise<DecisionEvidence> {
  salts = 0
  return exampleOf({
    kind: 'outside',
    outcome: 'accepted',
    decidedAt: '2026-03-13T08:20:00.000Z',
    timeZone: 'Europe/London',
    reason: await personal('The customer signs everything with its own service.'),
    results: [],
    reservations: [],
    signatories: [],
    outside: {
      service: await personal('Signing Service Ltd'),
      envelopeId: await personal('7f1c-22'),
      completedAt: '2026-03-12T16:40:00.000Z',
      recordedBy: id(6),
      signers: [
        {
          position: 1,
          contactId: id(20),
          name: await personal('Grace Okafor'),
          email: await personal('grace@harbour.example'),
          role: await personal('Head of network operations'),
          authority: await personal({
            upToMinor: '5000000',
            currency: 'EUR',
            fromOn: '2026-01-01',
            toOn: null,
            evidence: 'Letter of 12 January 2026',
          }),
        },
      ],
      files: [
        { is: 'document', name: 'Acceptance.pdf', sha256: sha('b'), size: 20_480 },
        { is: 'completion', name: 'Certificate of completion.pdf', sha256: sha('c'), size: 9_216 },
      ],
    },
  })
}

/** A rejection by a person who was erased since: the proofs stand, the words about the person are gone. */
export async function erasedExample(): Promise<DecisionEvidence> {
  salts = 0
  const { decision } = await signedExample()
  const { id: _, digest: __, ...said } = decision
  const rejected = await exampleOf({
    ...said,
    outcome: 'rejected',
    reason: await personal('Site 4 is missing.'),
    results: [{ criterionId: id(30), result: 'not-met', comment: await personal('Site 4 is missing.') }],
  })
  return { ...rejected, decision: withheld(rejected.decision), releases: [] }
}

async function exampleOf(
  said: Omit<DecisionEvidence['decision'], 'id' | 'digest'>,
): Promise<DecisionEvidence> {
  const content = {
    projectId: id(1),
    deliverableId: id(2),
    version: 1,
    files: [{ name: 'Site survey report.pdf', sha256: sha('a'), size: 48_213 }],
    criteria: [
      {
        id: id(30),
        position: 1,
        statement: 'Every site is described with power, space and line of sight.',
        howChecked: 'Read against the list of sites',
        weight: 1,
      },
    ],
    criteriaVersion: 1,
    releases: [{ name: 'Survey accepted', amountMinor: '1250000' }],
  }
  const digest = await sha256Hex(utf8(canonicalText(content)))
  const { reservations, clause, clock, ...inLedger } = withheld(said)
  const body = { ...inLedger, submissionId: id(3), submissionDigest: digest }
  const entryDigest = await sha256Hex(utf8(canonicalText(body)))
  const entry = canonicalText({
    schema: ledgerEntrySchema,
    project: id(1),
    seq: 1,
    kind: 'decision',
    enteredAt: said.decidedAt,
    fact: { id: id(4), digest: entryDigest },
    body,
  })
  const hash = entryHash(noHash, entry)
  return {
    schema: decisionEvidenceSchema,
    provider: { name: 'Halden Systems GmbH', address: 'Speicherweg 4\n20457 Hamburg' },
    customer: { id: id(5), name: 'Harbour Telecom Ltd' },
    project: { id: id(1), code: 'HT-2601', name: 'Core network migration', timeZone: 'Europe/London' },
    deliverable: { id: id(2), code: 'D1', name: 'Site survey report', kind: 'result' },
    submission: {
      id: id(3),
      submittedAt: '2026-03-10T09:00:00.000Z',
      submittedBy: id(6),
      message: 'The annex has the photographs.',
      digest,
      content,
    },
    decision: {
      id: id(4),
      digest: entryDigest,
      ...said,
      reservations,
      ...(clause && { clause }),
      ...(clock && { clock }),
    },
    releases: [{ milestone: 'Survey accepted', amountMinor: '1250000', currency: 'EUR' }],
    ledger: { seq: 1, previous: noHash, hash, entry, head: { seq: 1, hash } },
    refersTo: [],
  }
}
