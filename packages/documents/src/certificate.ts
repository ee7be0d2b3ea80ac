import { encode } from 'uqr'
import { certificateParts } from './certificate-parts'
import { formatIn } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { muted, Sheet, warning } from './sheet'

/** One acceptance, signed, deemed or from outside. What is optional is left out where it does not apply. */
export type CertificateInput = {
  number: string
  issuedAt: Date
  locale: DocumentLocale
  /** IANA name: the clock on which instants are printed. */
  timeZone: string
  provider: string
  customer: string
  project: { code: string; name: string }
  deliverable: { code: string; name: string }
  version: number
  /** Provisional and final acceptance, where the contract tells them apart. */
  stage?: 'provisional' | 'final'
  /** Sizes in bytes, digests in hex. */
  files: { name: string; size: number; sha256: string }[]
  criteria: {
    position: number
    statement: string
    result: 'met' | 'met-with-reservation' | 'not-met' | null
    comment: string | null
  }[]
  /** The latest run of each test case on this version; the criterion by its position. */
  tests?: {
    title: string
    criterion: number
    outcome: 'passed' | 'failed' | 'blocked' | null
    /** Numbers of the defects that no later run closed. */
    openDefects: number[]
  }[]
  reservations?: CertifiedReservation[]
  /** In the order of signing; nobody where the contract deemed it accepted. */
  signatories: CertifiedSignatory[]
  /** The clause by which it counts as accepted, and when the period had begun: only where nobody signed. */
  deemed?: { clause: { reference?: string; text: string }; startedAt: Date; businessDays: number }
  /** Signed with an outside service, whose envelope our side attached: nobody signed here. */
  outside?: CertifiedEnvelope
  decidedAt: Date
  /** Billing milestones that this acceptance makes billable; a share in hundredths of a per cent. */
  releases: { name: string; amountMinor: bigint; currency: string; shareBasisPoints?: number }[]
  submissionDigest: string
  decisionDigest: string
  /** Where the decision stands in the project's chain, and the chain's head when this was written. */
  ledger?: { seq: number; hash: string; head: { seq: number; hash: string } }
  /** The address of the page that checks certificates; printed, and as a QR code. */
  verifyAt?: string
  /** Earlier certificates that this one withdraws, corrects or completes, by number. */
  refersTo?: { how: 'withdraws' | 'corrects' | 'completes'; number: string }[]
  /** Attached as evidence.json: bytes and strings as they are, anything else as JSON. */
  evidence: unknown
  /** Further files to attach, such as the certificate of completion of an outside signing service. */
  attachments?: { name: string; type: string; description: string; content: Uint8Array }[]
}

export type CertifiedSignatory = {
  /** As on record. */
  name: string
  /** As typed when signing. */
  typedName: string
  email: string
  role: string
  authority: { upToMinor: bigint; currency: string; delegatedBy?: string } | null
  /** How the person was known to be who they are. */
  identifiedBy?: 'password-within-five-minutes'
  decidedAt: Date
  /** What the signatory agreed to, word for word. */
  statement: string
}

export type CertifiedEnvelope = {
  service: string
  envelopeId: string
  completedAt: Date
  reason: string
  signers: Pick<CertifiedSignatory, 'name' | 'email' | 'role' | 'authority'>[]
  files: { is: 'document' | 'completion'; name: string; size: number; sha256: string }[]
}

export type CertifiedReservation = {
  position: number
  text: string
  criterion?: number
  /** 'YYYY-MM-DD' */
  dueOn: string
  owner: string
}

/**
 * The acceptance certificate of one decision, as PDF/A-3a and PDF/UA-1. With a token (`newSealToken`) it has room for
 * the electronic seal; the same input and token give the same bytes. Throws RangeError for an unknown time zone or a
 * malformed currency.
 */
export async function renderCertificate(input: CertificateInput, sealToken?: string): Promise<Buffer> {
  const words = messagesFor(input.locale)
  const format = formatIn(input.locale, input.timeZone)
  const own = words.certificate
  const title = input.deemed
    ? own.titleDeemed
    : input.outside
      ? own.titleOutside
      : own.titles[input.stage ?? 'only']
  const sheet = new Sheet({
    title: `${title} ${input.number}`,
    author: input.provider,
    createdAt: input.issuedAt,
    locale: input.locale,
    foot: own.verify,
    reference: input.number,
  })

  sheet.letterhead({
    from: input.provider,
    number: input.number,
    title,
    subtitle: words.inVersion(named(input.deliverable), input.version),
  })
  const hasReservations = (input.reservations?.length ?? 0) > 0
  const names = input.signatories.map(({ name }) => name)
  sheet.seal({
    decided: decidedIn(input, own, hasReservations),
    details: [
      input.deemed
        ? own.deemedBy(input.deemed.clause.reference)
        : input.outside
          ? own.outsideBy(
              input.outside.signers.map(({ name }) => name),
              input.outside.service,
            )
          : own.acceptedBy(names, input.customer),
      format.instant(input.decidedAt),
      ...(sealToken ? [own.sealedBy(input.provider)] : []),
    ],
    sign: input.deemed ? 'clock' : 'tick',
    ...(input.deemed || input.outside || hasReservations ? { color: warning } : {}),
    ...(input.verifyAt
      ? { code: { squares: squaresOf(input.verifyAt), meaning: own.codeMeaning(input.verifyAt) } }
      : {}),
    ...(sealToken
      ? { field: { token: sealToken, name: 'Seal', meaning: own.sealMeaning(input.provider) } }
      : {}),
  })
  sheet.facts([
    [words.project, named(input.project)],
    [own.number, input.number],
    [words.customer, input.customer],
    [own.issued, format.dayOf(input.issuedAt)],
    [words.provider, input.provider],
    [words.deliverable, words.inVersion(named(input.deliverable), input.version)],
  ])
  certificateParts(sheet, input, words, format)
  sheet.paragraph({ text: own.evidence, size: 8.5, color: muted })
  if (input.verifyAt) sheet.paragraph({ text: own.verifyAt(input.verifyAt), size: 8.5, color: muted })
  const means = input.signatories.length > 0 ? own.meansOfSealing : own.meansOfSealAlone
  sheet.paragraph({ text: means, size: 8.5, color: muted })

  sheet.attach({
    name: 'evidence.json',
    type: 'application/json',
    description: own.evidenceDescription,
    content: evidenceBytes(input.evidence),
  })
  for (const attachment of input.attachments ?? []) sheet.attach(attachment)
  return sheet.finish()
}

function decidedIn(
  { deemed, outside }: CertificateInput,
  own: DocumentMessages['certificate'],
  hasReservations: boolean,
): string {
  if (deemed) return own.deemed
  if (outside) return own.outside
  return hasReservations ? own.acceptedWithReservations : own.accepted
}

function named({ code, name }: { code: string; name: string }): string {
  return `${code} · ${name}`
}

/** A QR code (ISO/IEC 18004) that still reads with a seventh of it damaged. */
function squaresOf(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data
}

function evidenceBytes(evidence: unknown): Uint8Array {
  if (evidence instanceof Uint8Array) return evidence
  if (typeof evidence === 'string') return Buffer.from(evidence)
  // JSON has no bigint; our canonical records write money as a string of minor units.
  const json = JSON.stringify(
    evidence,
    (_, value) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  )
  return Buffer.from(json ?? 'null')
}
