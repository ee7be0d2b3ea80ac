import type { LocalDate } from '@countersign/domain/calendar-day'
import type { InvoiceParties } from '@countersign/domain/invoicing/invoice-parties'
import type { InvoiceTax, TaxCategory } from '@countersign/domain/invoicing/invoice-taxes'
import { minorDigits } from '@countersign/domain/money'

/** An invoice or credit note as our books have it: a credit note's amounts are below zero. */
export type EInvoice = {
  number: string
  kind: 'invoice' | 'credit-note'
  issuedOn: LocalDate
  dueOn: LocalDate
  currency: string
  parties: InvoiceParties
  project: { code: string; name: string }
  periodFromOn: LocalDate | null
  periodToOn: LocalDate | null
  /** What a credit note takes back, and the invoices of deposits that are set off. */
  preceding: { number: string; issuedOn: LocalDate }[]
  /** The reason of a credit note; '' for none. */
  note: string
  paymentTerms: string
  lines: {
    position: number
    description: string
    quantityThousandths: bigint
    unit: 'C62' | 'HUR'
    amountMinor: bigint
    taxCategory: TaxCategory
    taxBasisPoints: number
  }[]
  taxes: (InvoiceTax & { exemptionReason: string })[]
  netMinor: bigint
  taxMinor: bigint
  grossMinor: bigint
  prepaidMinor: bigint
}

/** The core of the standard, without any country's additions (EN 16931-1:2017, BT-24). */
export const specification = 'urn:cen.eu:en16931:2017'

/** UNCL 1001: a commercial invoice, a credit note. */
export const typeCodes = { invoice: '380', 'credit-note': '381' } as const

/** UNCL 4461: SEPA transfer in euro, any transfer in another currency. */
export function paymentMeansCode(currency: string): string {
  return currency === 'EUR' ? '58' : '30'
}

/** What the standard's code list says for a category without tax (VATEX); an exemption has a text of its own alone. */
export const exemptionCodes: Partial<Record<TaxCategory, string>> = {
  AE: 'VATEX-EU-AE',
  O: 'VATEX-EU-O',
}

/** A credit note turned round: the standard wants its amounts above zero (as it is called a credit note). */
export function asWritten(invoice: EInvoice): EInvoice {
  if (invoice.kind === 'invoice') return invoice
  return {
    ...invoice,
    lines: invoice.lines.map((line) => ({
      ...line,
      amountMinor: -line.amountMinor,
      quantityThousandths: -line.quantityThousandths,
    })),
    taxes: invoice.taxes.map((tax) => ({ ...tax, netMinor: -tax.netMinor, taxMinor: -tax.taxMinor })),
    netMinor: -invoice.netMinor,
    taxMinor: -invoice.taxMinor,
    grossMinor: -invoice.grossMinor,
  }
}

/**
 * An amount as the standard writes it, with two decimals at most (BR-DEC). Throws RangeError for a third one: such a
 * currency has no electronic invoice.
 */
export function amountText(minor: bigint, currency: string): string {
  const digits = minorDigits(currency)
  if (digits > 2) throw new RangeError(`${currency} has more than the two decimals that EN 16931 takes`)
  return decimalText(minor, digits)
}

/** A number of 10^-digits as a decimal: decimalText(-1234n, 2) is '-12.34'. */
export function decimalText(value: bigint, digits: number): string {
  const figures = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const fraction = figures.slice(figures.length - digits)
  return `${value < 0n ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}`
}

/**
 * Price and quantity of a line. The price is that of the whole quantity, which is the base it is given for: so that
 * price times quantity is the line's amount, whatever a single hour would round to. Neither price nor base may be below
 * zero; a line that takes off has a quantity below zero.
 */
export function priceOf(line: EInvoice['lines'][number], currency: string) {
  const { amountMinor, quantityThousandths } = line
  const size = quantityThousandths < 0n ? -quantityThousandths : quantityThousandths || 1000n
  return {
    quantity: decimalText(amountMinor < 0n ? -size : size, 3),
    price: amountText(amountMinor < 0n ? -amountMinor : amountMinor, currency),
    base: decimalText(size, 3),
  }
}

export function percentText(basisPoints: number): string {
  return decimalText(BigInt(basisPoints), 2)
}

/** Outside the scope of VAT neither side's VAT number may be named (BR-O-02 to -04), nor any rate (BR-O-05). */
export function isOutsideScope({ taxes }: EInvoice): boolean {
  return taxes.some(({ taxCategory }) => taxCategory === 'O')
}
