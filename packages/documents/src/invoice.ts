import type { Buyer, Seller } from '@countersign/domain/invoicing/invoice-parties'
import { asWritten, type EInvoice } from './e-invoice/e-invoice'
import { invoiceLineTable } from './invoice-lines'
import { formatIn, type Format } from './format'
import { messagesFor, type DocumentLocale } from './messages'
import type { DocumentMessages } from './messages-en'
import { linesOf } from './provider'
import { muted, Sheet, type Words } from './sheet'

export type InvoiceInput = EInvoice & {
  issuedAt: Date
  locale: DocumentLocale
  timeZone: string
  /** What made a line billable: the deliverables accepted, each with its certificate. */
  accepted: { position: number; code: string; name: string; acceptedAt: Date; certificate: string }[]
  /** The same invoice as a Cross Industry Invoice, which makes the file a Factur-X; null where it lacks something. */
  facturX: Uint8Array | null
}

/**
 * An invoice or credit note as PDF, a Factur-X (profile EN 16931) where its electronic twin is given. The same input
 * gives the same bytes. Throws RangeError where the amounts do not add up: what the paper says must be what the ledger
 * says.
 */
export async function renderInvoice(input: InvoiceInput): Promise<Buffer> {
  requireSums(input)
  const words = messagesFor(input.locale)
  const own = words.invoice
  const format = formatIn(input.locale, input.timeZone)
  const { seller, buyer } = input.parties
  const title = input.kind === 'invoice' ? own.title : own.creditNote
  const sheet = new Sheet({
    title: `${title} ${input.number}`,
    author: seller.name,
    createdAt: input.issuedAt,
    locale: input.locale,
    foot: [seller.name, seller.registration].filter(Boolean).join(' · '),
    reference: input.number,
    isFacturX: input.facturX !== null,
  })

  sheet.letterhead({
    from: seller.name,
    number: input.number,
    title,
    subtitle: `${input.project.code} · ${input.project.name}`,
  })
  sheet.columns([
    [{ text: own.billTo, size: 8.5, color: muted }, ...party(buyer, linesOfBuyer(buyer, input.locale), own)],
    [
      { text: own.from, size: 8.5, color: muted },
      ...party({ ...seller, email: seller.contactEmail }, addressLines(seller, input.locale), own),
    ],
  ])
  sheet.space(8)
  sheet.facts(facts(input, words, format))
  sheet.space(8)
  if (input.note) sheet.paragraph(input.note)
  const written = { ...input, ...asWritten(input) }
  invoiceLineTable(sheet, written, words, format)
  totals(sheet, written, words, format)
  for (const reason of new Set(input.taxes.map(({ exemptionReason }) => exemptionReason)))
    if (reason) sheet.paragraph(reason)

  if (input.kind === 'invoice') howToPay(sheet, input, words)
  if (input.facturX) {
    sheet.paragraph({ text: own.electronic, size: 8, color: muted })
    sheet.attach({
      name: 'factur-x.xml',
      type: 'text/xml',
      description: 'Factur-X / ZUGFeRD, EN 16931',
      content: input.facturX,
      relationship: 'Alternative',
    })
  }
  return sheet.finish()
}

function facts(input: InvoiceInput, { invoice: own }: DocumentMessages, format: Format) {
  const { kind, parties, periodFromOn, periodToOn, preceding } = input
  const isInvoice = kind === 'invoice'
  const from = periodFromOn ?? periodToOn
  const known: [string, Words | string | null][] = [
    [isInvoice ? own.number : own.creditNumber, { text: input.number, font: 'strong' }],
    [isInvoice ? own.issuedOn : own.creditedOn, format.day(input.issuedOn)],
    [own.dueOn, isInvoice ? { text: format.day(input.dueOn), font: 'strong' } : null],
    [
      own.refersTo,
      preceding.map((each) => own.takesBack(each.number, format.day(each.issuedOn))).join(', ') || null,
    ],
    [own.period, from && own.between(format.day(from), format.day(periodToOn ?? from))],
    [own.order, parties.orderNumber],
    [own.contract, parties.contractReference],
    [own.buyerReference, parties.buyer.reference],
  ]
  return known.filter((each): each is [string, Words | string] => Boolean(each[1]))
}

function totals(sheet: Sheet, input: InvoiceInput, words: DocumentMessages, format: Format): void {
  const own = words.invoice
  const amount = (minor: bigint) => format.amount(minor, input.currency)
  const several = input.taxes.length > 1
  const last = input.kind === 'invoice' ? own.gross : own.givenBack
  sheet.totals([
    [own.net, amount(input.netMinor)],
    ...input.taxes.map((tax): [string, string] => {
      const rate = format.rate(tax.taxBasisPoints)
      if (tax.taxBasisPoints === 0) return [own.noTax(amount(tax.netMinor)), amount(0n)]
      return [several ? own.taxOn(rate, amount(tax.netMinor)) : own.tax(rate), amount(tax.taxMinor)]
    }),
    ...(input.prepaidMinor > 0n
      ? ([
          [own.total, amount(input.grossMinor)],
          [own.prepaid, amount(-input.prepaidMinor)],
        ] as [string, string][])
      : []),
    [last, amount(input.grossMinor - input.prepaidMinor)],
  ])
}

function howToPay(sheet: Sheet, input: InvoiceInput, { invoice: own }: DocumentMessages): void {
  const { name, iban, bic } = input.parties.seller
  sheet.heading(own.termsHeading)
  sheet.paragraph(input.paymentTerms)
  if (!iban) return
  sheet.heading(own.payToHeading)
  sheet.list([
    [own.accountHolder, name],
    [own.iban, { text: iban, font: 'code' }],
    ...(bic ? [[own.bic, { text: bic, font: 'code' }] as [string, Words]] : []),
    [own.paymentReference, input.number],
  ])
}

type Named = { name: string; vatId: string; taxNumber?: string; email: string }

function party(side: Named, address: string[], own: DocumentMessages['invoice']): Words[] {
  const small = (text: string) => ({ text, size: 8.5, color: muted })
  return [
    { text: side.name, font: 'strong', size: 10 },
    ...address.map((text) => ({ text, size: 9 })),
    ...(side.vatId ? [small(own.taxId(side.vatId))] : []),
    ...(side.taxNumber && !side.vatId ? [small(own.taxNumber(side.taxNumber))] : []),
    ...(side.email ? [small(side.email)] : []),
  ]
}

function linesOfBuyer(buyer: Buyer, locale: DocumentLocale): string[] {
  return buyer.town ? addressLines(buyer, locale) : linesOf(buyer.address)
}

function addressLines(
  { street, postalCode, town, country }: Seller | Buyer,
  locale: DocumentLocale,
): string[] {
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
  return [street, `${postalCode} ${town}`.trim(), town ? name : ''].filter(Boolean)
}

function requireSums({ lines, taxes, netMinor, taxMinor, grossMinor }: EInvoice): void {
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  if (sum(lines.map(({ amountMinor }) => amountMinor)) !== netMinor)
    throw new RangeError('the lines do not sum to the net amount')
  if (
    sum(taxes.map((tax) => tax.taxMinor)) !== taxMinor ||
    sum(taxes.map((tax) => tax.netMinor)) !== netMinor
  )
    throw new RangeError('the taxes do not sum')
  if (netMinor + taxMinor !== grossMinor) throw new RangeError('net and tax do not sum to the gross amount')
}
