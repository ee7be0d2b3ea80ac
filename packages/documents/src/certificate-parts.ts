import type { CertificateInput, CertifiedSignatory } from './certificate'
import type { Format } from './format'
import type { DocumentMessages } from './messages-en'
import { accent, contentWidth, muted, warning, type Cell, type Sheet, type Words } from './sheet'

/** What a certificate says below its head, part by part. */
export function certificateParts(
  sheet: Sheet,
  input: CertificateInput,
  words: DocumentMessages,
  format: Format,
): void {
  const part = { sheet, input, words, format }
  statements(part)
  deemed(part)
  outside(part)
  for (const signatory of input.signatories) signed(part, signatory)
  files(part)
  criteria(part)
  tests(part)
  reservations(part)
  releases(part)
  refersTo(part)
  chain(part)
}

type Part = { sheet: Sheet; input: CertificateInput; words: DocumentMessages; format: Format }

/** Once where all agreed to the same words; else with each name. */
function statements({ sheet, input, words }: Part): void {
  const own = words.certificate
  const said = new Map<string, string[]>()
  for (const { statement, name } of input.signatories)
    said.set(statement, [...(said.get(statement) ?? []), name])
  if (said.size === 0) return
  sheet.heading(own.statementHeading)
  for (const [statement, names] of said) {
    if (said.size > 1) sheet.subheading(names.join(', '))
    sheet.quotation(statement)
  }
}

function deemed({ sheet, input, words, format }: Part): void {
  if (!input.deemed) return
  const own = words.certificate
  const { clause, startedAt, businessDays } = input.deemed
  sheet.heading(own.deemedHeading)
  sheet.paragraph(own.deemedMeaning)
  sheet.list([
    ...(clause.reference ? [[own.clause, clause.reference] as [string, Cell]] : []),
    [own.periodBegan, format.instant(startedAt)],
    [own.period, own.businessDays(businessDays)],
    [own.periodEnded, instant(input.decidedAt, format)],
  ])
  sheet.quotation(clause.text)
}

/** What it rests on instead of a signature here, and that nobody verified it. */
function outside({ sheet, input, words, format }: Part): void {
  if (!input.outside) return
  const own = words.certificate
  const { service, envelopeId, completedAt, reason, signers, files } = input.outside
  sheet.heading(own.outsideHeading)
  sheet.paragraph(own.outsideMeaning)
  sheet.list([
    [own.service, service],
    [own.envelope, envelopeId],
    [own.completedAt, instant(completedAt, format)],
    [own.outsideReason, reason],
  ])
  for (const { name, email, role, authority } of signers) {
    sheet.subheading(own.signedOutside(name))
    sheet.list([
      [own.email, email],
      [own.role, role],
      [own.authority, authorityOf(authority, words, format)],
    ])
  }
  sheet.subheading(own.envelopeFiles)
  const rows = files.map(({ is, name, size, sha256 }) => ({
    cells: [
      [{ text: name }, { text: own.envelopeHolds[is], size: 8.5, color: muted }],
      { text: words.bytes(format.count(size)), size: 8 },
      digest(sha256),
    ],
  }))
  sheet.table(fileColumns(words), rows)
}

function signed({ sheet, input, words, format }: Part, signatory: CertifiedSignatory): void {
  const own = words.certificate
  const { name, typedName, email, role, authority, identifiedBy, decidedAt } = signatory
  const at = input.signatories.indexOf(signatory) + 1
  sheet.heading(
    input.signatories.length > 1 ? own.signatoryOf(at, input.signatories.length) : own.signatoryHeading,
  )
  sheet.list([
    [own.typedName, { text: typedName, font: 'strong', size: 11 }],
    [own.name, name],
    [own.email, email],
    [own.role, role],
    [own.authority, authorityOf(authority, words, format)],
    ...(identifiedBy ? ([[own.identified, own.identifiedBy[identifiedBy]]] as [string, Cell][]) : []),
    [own.decidedAt, instant(decidedAt, format)],
  ])
}

function authorityOf(
  authority: CertifiedSignatory['authority'],
  { certificate: own }: DocumentMessages,
  format: Format,
): string {
  if (!authority) return own.authorityOpen
  const upTo = own.authorityUpTo(format.amount(authority.upToMinor, authority.currency))
  return authority.delegatedBy ? own.delegated(upTo, authority.delegatedBy) : upTo
}

function files({ sheet, input, words, format }: Part): void {
  const own = words.certificate
  sheet.heading(own.filesHeading)
  if (input.files.length === 0) return sheet.paragraph(own.noFiles)
  const rows = input.files.map((file) => ({
    cells: [file.name, { text: words.bytes(format.count(file.size)), size: 8 }, digest(file.sha256)],
  }))
  sheet.table(fileColumns(words), rows)
}

function fileColumns({ certificate: own }: DocumentMessages) {
  return [
    { title: own.fileName, width: contentWidth - 350 },
    { title: own.fileSize, width: 80, align: 'right' as const },
    { title: 'SHA-256', width: 270 },
  ]
}

function criteria({ sheet, input, words }: Part): void {
  const own = words.certificate
  sheet.heading(own.criteriaHeading)
  if (input.criteria.length === 0) return sheet.paragraph(own.noCriteria)
  const columns = [
    { title: own.position, width: 30 },
    { title: own.criterion, width: contentWidth - 130 },
    { title: own.result, width: 100 },
  ]
  const verdicts: Record<'met' | 'met-with-reservation' | 'not-met' | 'none', Words> = {
    met: { text: own.met, font: 'strong', color: accent },
    'met-with-reservation': { text: own.metWithReservation, font: 'strong', color: warning },
    'not-met': { text: own.notMet, font: 'strong' },
    none: { text: own.notAssessed },
  }
  const rows = input.criteria.map(({ position, statement, result, comment }) => {
    const remark: Words[] = comment ? [{ text: own.comment(comment), size: 8.5, color: muted }] : []
    const cells = [
      { text: String(position), color: muted },
      [{ text: statement }, ...remark],
      verdicts[result ?? 'none'],
    ]
    return { cells }
  })
  sheet.table(columns, rows)
}

function tests({ sheet, input, words }: Part): void {
  if (!input.tests || input.tests.length === 0) return
  const own = words.certificate
  sheet.heading(own.testsHeading)
  const columns = [
    { title: own.shows, width: 70 },
    { title: own.testCase, width: contentWidth - 170 },
    { title: own.result, width: 100 },
  ]
  const rows = input.tests.map(({ title, criterion, outcome, openDefects }) => {
    const open: Words[] =
      openDefects.length > 0 ? [{ text: own.openDefects(openDefects), size: 8.5, color: warning }] : []
    const result: Words = {
      text: own.testOutcomes[outcome ?? 'notRun'],
      font: 'strong',
      ...(outcome === 'passed' ? { color: accent } : outcome === null ? {} : { color: warning }),
    }
    return { cells: [{ text: String(criterion), color: muted }, [{ text: title }, ...open], result] }
  })
  sheet.table(columns, rows)
}

function reservations({ sheet, input, words, format }: Part): void {
  if (!input.reservations || input.reservations.length === 0) return
  const own = words.certificate
  sheet.heading(own.reservationsHeading)
  const columns = [
    { title: own.position, width: 30 },
    { title: own.reservation, width: contentWidth - 250 },
    { title: own.owner, width: 120 },
    { title: own.dueOn, width: 100 },
  ]
  const rows = input.reservations.map(({ position, text, criterion, dueOn, owner }) => {
    const concerns: Words[] = criterion ? [{ text: own.concerns(criterion), size: 8.5, color: muted }] : []
    const cells = [
      { text: String(position), color: muted },
      [{ text }, ...concerns],
      owner,
      format.day(dueOn),
    ]
    return { cells }
  })
  sheet.table(columns, rows)
}

function releases({ sheet, input, words, format }: Part): void {
  const own = words.certificate
  sheet.heading(own.releasesHeading)
  if (input.releases.length === 0) return sheet.paragraph(own.releasesNothing)
  const columns = [
    { title: words.milestone, width: contentWidth - 150 },
    { title: words.amount, width: 150, align: 'right' as const },
  ]
  const rows = input.releases.map(({ name, amountMinor, currency, shareBasisPoints }) => {
    const isPart = shareBasisPoints !== undefined && shareBasisPoints < 10_000
    const share: Words[] = isPart
      ? [{ text: own.share(format.rate(shareBasisPoints)), size: 8.5, color: muted }]
      : []
    return { cells: [[{ text: name }, ...share], format.amount(amountMinor, currency)] }
  })
  sheet.table(columns, rows)
}

function refersTo({ sheet, input, words }: Part): void {
  if (!input.refersTo || input.refersTo.length === 0) return
  const own = words.certificate
  sheet.heading(own.refersToHeading)
  sheet.list(input.refersTo.map(({ how, number }): [string, Cell] => [own.refersTo[how], number]))
}

function chain({ sheet, input, words }: Part): void {
  const own = words.certificate
  const { ledger } = input
  sheet.heading(own.digestsHeading)
  const pairs: [string, Cell][] = [
    [own.submissionDigest, digest(input.submissionDigest)],
    [own.decisionDigest, digest(input.decisionDigest)],
  ]
  if (ledger) {
    pairs.push([own.chainEntry(ledger.seq), digest(ledger.hash)])
    pairs.push([own.chainHead(ledger.head.seq), digest(ledger.head.hash)])
  }
  sheet.list(pairs)
  if (ledger) sheet.paragraph({ text: own.chainMeaning, size: 8.5, color: muted })
}

function instant(at: Date, format: Format): Words[] {
  return [
    { text: format.instant(at), size: 9 },
    { text: at.toISOString(), font: 'code', size: 7.5, color: muted },
  ]
}

function digest(hex: string): Words {
  return { text: hex, font: 'code', size: 6.9 }
}
