import type { LocalDate } from '@countersign/domain/calendar-day'
import { formatIn, type Format } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { contentWidth, muted, Sheet, type Words } from './sheet'

export type Party = {
  name: string
  /** Street, postcode and town, country: as they stand on an envelope. */
  address: string[]
  taxId: string | null
  email: string | null
}

export type InvoiceInput = {
  number: string
  issuedAt: Date
  issuedOn: LocalDate
  dueOn: LocalDate
  /** Day of supply, where it is not the day of the invoice. */
  suppliedOn: LocalDate | null
  locale: DocumentLocale
  timeZone: string
  issuer: Party
  customer: Party
  /** The customer's order number or other sign. */
  reference: string | null
  project: { code: string; name: string }
  currency: string
  lines: {
    description: string
    /** What made it billable: the deliverables accepted, each with its certificate. */
    accepted: { code: string; name: string; acceptedAt: Date; certificate: string }[]
    netMinor: bigint
  }[]
  netMinor: bigint
  /** Hundredths of a per cent: 19 % is 1900. */
  taxRateBasisPoints: number
  taxMinor: bigint
  grossMinor: bigint
  /** Why no tax is charged, where the law wants it said (reverse charge, for one). */
  taxNote: string | null
  paymentTerms: string
  payTo: { accountHolder: string; iban: string; bic: string | null } | null
}

/**
 * An invoice as PDF. The same input gives the same bytes. Throws RangeError where the amounts do not add up:
 * what the paper says must be what the ledger says.
 */
export async function renderInvoice(input: InvoiceInput): Promise<Buffer> {
  requireSums(input)
  const words = messagesFor(input.locale)
  const own = words.invoice
  const format = formatIn(input.locale, input.timeZone)
  const sheet = new Sheet({
    title: `${own.title} ${input.number}`,
    author: input.issuer.name,
    createdAt: input.issuedAt,
    locale: input.locale,
    foot: input.issuer.name,
    reference: input.number,
  })

  sheet.letterhead({
    from: input.issuer.name,
    number: input.number,
    title: own.title,
    subtitle: `${input.project.code} · ${input.project.name}`,
  })
  sheet.columns([
    [{ text: own.billTo, size: 8.5, color: muted }, ...party(input.customer, own.taxId)],
    [{ text: own.from, size: 8.5, color: muted }, ...party(input.issuer, own.taxId)],
  ])
  sheet.space(8)
  sheet.facts([
    [own.number, { text: input.number, font: 'strong' }],
    [own.issuedOn, format.day(input.issuedOn)],
    [own.dueOn, { text: format.day(input.dueOn), font: 'strong' }],
    [own.suppliedOn, format.day(input.suppliedOn ?? input.issuedOn)],
    ...(input.reference ? [[own.reference, input.reference] as [string, string]] : []),
  ])
  sheet.space(8)
  lines(sheet, input, words, format)
  totals(sheet, input, words, format)
  if (input.taxNote) sheet.paragraph(input.taxNote)

  sheet.heading(own.termsHeading)
  sheet.paragraph(input.paymentTerms)
  if (input.payTo) {
    sheet.heading(own.payToHeading)
    sheet.list([
      [own.accountHolder, input.payTo.accountHolder],
      [own.iban, { text: input.payTo.iban, font: 'code' }],
      ...(input.payTo.bic ? [[own.bic, { text: input.payTo.bic, font: 'code' }] as [string, Words]] : []),
      [own.paymentReference, input.number],
    ])
  }
  return sheet.finish()
}

function lines(sheet: Sheet, input: InvoiceInput, words: DocumentMessages, format: Format): void {
  const own = words.invoice
  const columns = [
    { title: own.position, width: 34 },
    { title: own.description, width: contentWidth - 164 },
    { title: words.amount, width: 130, align: 'right' as const },
  ]
  const rows = input.lines.map(({ description, accepted, netMinor }, at) => {
    const why = accepted.map(({ code, name, acceptedAt, certificate }) => ({
      text: own.acceptedOn(`${code} ${name}`, format.dayOf(acceptedAt), certificate),
      size: 8,
      color: muted,
    }))
    return {
      cells: [
        { text: String(at + 1), color: muted },
        [{ text: description }, ...why],
        format.amount(netMinor, input.currency),
      ],
    }
  })
  sheet.table(columns, rows)
}

function totals(sheet: Sheet, input: InvoiceInput, words: DocumentMessages, format: Format): void {
  const own = words.invoice
  const amount = (minor: bigint) => format.amount(minor, input.currency)
  sheet.totals([
    [own.net, amount(input.netMinor)],
    [own.tax(format.rate(input.taxRateBasisPoints)), amount(input.taxMinor)],
    [own.gross, amount(input.grossMinor)],
  ])
}

function party({ name, address, taxId, email }: Party, taxWords: (id: string) => string): Words[] {
  return [
    { text: name, font: 'strong', size: 10 },
    ...address.map((text) => ({ text, size: 9 })),
    ...(taxId ? [{ text: taxWords(taxId), size: 8.5, color: muted }] : []),
    ...(email ? [{ text: email, size: 8.5, color: muted }] : []),
  ]
}

function requireSums({ lines, netMinor, taxMinor, grossMinor }: InvoiceInput): void {
  const sum = lines.reduce((total, line) => total + line.netMinor, 0n)
  if (sum !== netMinor) throw new RangeError('the lines do not sum to the net amount')
  if (netMinor + taxMinor !== grossMinor) throw new RangeError('net and tax do not sum to the gross amount')
}
