import { formatIn, type Format } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { accent, contentWidth, muted, Sheet, type Words } from './sheet'

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
  /** Sizes in bytes, digests in hex. */
  files: { name: string; size: number; sha256: string }[]
  criteria: {
    position: number
    statement: string
    result: 'met' | 'not-met' | null
    comment: string | null
  }[]
  signatory: {
    /** As on record. */
    name: string
    /** As typed when signing. */
    typedName: string
    email: string
    role: string
    authority: { upToMinor: bigint; currency: string } | null
  }
  decidedAt: Date
  /** What the signatory agreed to, word for word. */
  statement: string
  /** Billing milestones that this acceptance makes billable. */
  releases: { name: string; amountMinor: bigint; currency: string }[]
  submissionDigest: string
  decisionDigest: string
  /** Attached as evidence.json: bytes and strings as they are, anything else as JSON. */
  evidence: unknown
}

/**
 * The acceptance certificate of one signed decision, as PDF. The same input gives the same bytes.
 * Throws RangeError for an unknown time zone or a malformed currency.
 */
export async function renderCertificate(input: CertificateInput): Promise<Buffer> {
  const words = messagesFor(input.locale)
  const format = formatIn(input.locale, input.timeZone)
  const own = words.certificate
  const sheet = new Sheet({
    title: `${own.title} ${input.number}`,
    author: input.provider,
    createdAt: input.issuedAt,
    locale: input.locale,
    foot: own.verify,
    reference: input.number,
  })

  sheet.letterhead({
    from: input.provider,
    number: input.number,
    title: own.title,
    subtitle: words.inVersion(named(input.deliverable), input.version),
  })
  sheet.seal(own.accepted, [
    own.acceptedBy(input.signatory.name, input.customer),
    format.instant(input.decidedAt),
  ])
  sheet.facts([
    [words.project, named(input.project)],
    [own.number, input.number],
    [words.customer, input.customer],
    [own.issued, format.dayOf(input.issuedAt)],
    [words.provider, input.provider],
    [words.deliverable, words.inVersion(named(input.deliverable), input.version)],
  ])
  sheet.heading(own.statementHeading)
  sheet.quotation(input.statement)
  signatory(sheet, input, words, format)
  files(sheet, input, words, format)
  criteria(sheet, input, words)
  releases(sheet, input, words, format)

  sheet.heading(own.digestsHeading)
  sheet.list([
    [own.submissionDigest, digest(input.submissionDigest)],
    [own.decisionDigest, digest(input.decisionDigest)],
  ])
  sheet.paragraph({ text: own.evidence, size: 8.5, color: muted })
  sheet.attach({
    name: 'evidence.json',
    type: 'application/json',
    description: own.evidenceDescription,
    content: evidenceBytes(input.evidence),
  })
  return sheet.finish()
}

function signatory(sheet: Sheet, input: CertificateInput, words: DocumentMessages, format: Format): void {
  const own = words.certificate
  const { name, typedName, email, role, authority } = input.signatory
  sheet.heading(own.signatoryHeading)
  sheet.list([
    [own.typedName, { text: typedName, font: 'strong', size: 11 }],
    [own.name, name],
    [own.email, email],
    [own.role, role],
    [
      own.authority,
      authority
        ? own.authorityUpTo(format.amount(authority.upToMinor, authority.currency))
        : own.authorityOpen,
    ],
    [
      own.decidedAt,
      [
        { text: format.instant(input.decidedAt), size: 9 },
        { text: input.decidedAt.toISOString(), font: 'code', size: 7.5, color: muted },
      ],
    ],
  ])
}

function files(sheet: Sheet, input: CertificateInput, words: DocumentMessages, format: Format): void {
  const own = words.certificate
  sheet.heading(own.filesHeading)
  if (input.files.length === 0) return sheet.paragraph(own.noFiles)
  const columns = [
    { title: own.fileName, width: contentWidth - 350 },
    { title: own.fileSize, width: 80, align: 'right' as const },
    { title: 'SHA-256', width: 270 },
  ]
  const rows = input.files.map((file) => ({
    cells: [file.name, { text: words.bytes(format.count(file.size)), size: 8 }, digest(file.sha256)],
  }))
  sheet.table(columns, rows)
}

function criteria(sheet: Sheet, input: CertificateInput, words: DocumentMessages): void {
  const own = words.certificate
  sheet.heading(own.criteriaHeading)
  if (input.criteria.length === 0) return sheet.paragraph(own.noCriteria)
  const columns = [
    { title: '', width: 30 },
    { title: own.criterion, width: contentWidth - 130 },
    { title: own.result, width: 100 },
  ]
  const results = { met: own.met, 'not-met': own.notMet }
  const rows = input.criteria.map(({ position, statement, result, comment }) => {
    const remark: Words[] = comment ? [{ text: own.comment(comment), size: 8.5, color: muted }] : []
    const verdict: Words =
      result === 'met'
        ? { text: results.met, font: 'strong', color: accent }
        : { text: result ? results[result] : own.notAssessed, font: result ? 'strong' : 'regular' }
    return { cells: [{ text: String(position), color: muted }, [{ text: statement }, ...remark], verdict] }
  })
  sheet.table(columns, rows)
}

function releases(sheet: Sheet, input: CertificateInput, words: DocumentMessages, format: Format): void {
  const own = words.certificate
  sheet.heading(own.releasesHeading)
  if (input.releases.length === 0) return sheet.paragraph(own.releasesNothing)
  const columns = [
    { title: words.milestone, width: contentWidth - 150 },
    { title: words.amount, width: 150, align: 'right' as const },
  ]
  const rows = input.releases.map(({ name, amountMinor, currency }) => ({
    cells: [name, format.amount(amountMinor, currency)],
  }))
  sheet.table(columns, rows)
}

function named({ code, name }: { code: string; name: string }): string {
  return `${code} · ${name}`
}

function digest(hex: string): Words {
  return { text: hex, font: 'code', size: 6.9 }
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
