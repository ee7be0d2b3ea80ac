import { sumsOf, taxesOf, type TaxCategory } from '@countersign/domain/invoicing/invoice-taxes'
import type { EInvoice } from './e-invoice'

type Line = Pick<EInvoice['lines'][number], 'description' | 'amountMinor'> &
  Partial<EInvoice['lines'][number]>

/** An invoice of every kind that we make, whose sums follow from its lines. */
export function eInvoice(lines: Line[], changed: Partial<EInvoice> & { reason?: string } = {}): EInvoice {
  const { reason = '', ...rest } = changed
  const full = lines.map((line, index) => ({
    position: index + 1,
    quantityThousandths: 1000n,
    unit: 'C62' as const,
    taxCategory: 'S' as TaxCategory,
    taxBasisPoints: 1900,
    ...line,
  }))
  const taxes = taxesOf(full)
  return {
    number: '2026-00042',
    kind: 'invoice',
    issuedOn: '2026-03-13',
    dueOn: '2026-04-12',
    currency: 'EUR',
    parties: {
      seller: {
        name: 'Halden Systems GmbH',
        street: 'Speicherstraße 4',
        postalCode: '20457',
        town: 'Hamburg',
        country: 'DE',
        vatId: 'DE123456788',
        taxNumber: '27/123/45678',
        registration: 'HRB 12345',
        iban: 'DE02 1203 0000 0000 2020 51',
        bic: 'BYLADEM1001',
        contactName: 'Priya Nair',
        contactEmail: 'billing@halden.example',
        contactPhone: '+49 40 1234567',
      },
      buyer: {
        name: 'Müller & Söhne <Nord> AG',
        address: 'Hafenweg 1\n28195 Bremen',
        street: 'Hafenweg 1',
        postalCode: '28195',
        town: 'Bremen',
        country: 'DE',
        vatId: 'DE987654321',
        email: 'rechnung@mueller.example',
        reference: '04011000-12345-03',
      },
      contractReference: 'RV 2026/7',
      orderNumber: 'PO 4711',
    },
    project: { code: 'NW-2604', name: 'Yard planning' },
    periodFromOn: '2026-02-01',
    periodToOn: '2026-02-28',
    preceding: [],
    note: '',
    paymentTerms: 'Payable within 30 days.',
    lines: full,
    taxes: taxes.map((tax) => ({ ...tax, exemptionReason: tax.taxCategory === 'S' ? '' : reason })),
    ...sumsOf(taxes),
    prepaidMinor: 0n,
    ...rest,
  }
}

const withoutTax = (taxCategory: TaxCategory) => ({ taxCategory, taxBasisPoints: 0 })
const german = eInvoice([{ description: 'x', amountMinor: 1n }]).parties

export const everyKind: Record<string, EInvoice> = {
  milestone: eInvoice([{ description: 'Design accepted', amountMinor: 4_500_000n }]),
  'hours with a cap': eInvoice([
    {
      description: 'Analysis in February',
      amountMinor: 1_234_567n,
      quantityThousandths: 103_333n,
      unit: 'HUR',
    },
    { description: 'Above the cap', amountMinor: -34_567n, quantityThousandths: -1000n },
  ]),
  'two rates': eInvoice([
    { description: 'Work', amountMinor: 333n },
    { description: 'Work again', amountMinor: 333n },
    { description: 'Printed manual', amountMinor: 1_005n, taxBasisPoints: 700 },
  ]),
  'deposit set off': eInvoice(
    [
      { description: 'Delivered', amountMinor: 1_000_000n },
      { description: 'Less deposit', amountMinor: -200_000n, quantityThousandths: -1000n },
    ],
    { preceding: [{ number: '2026-00007', issuedOn: '2026-01-05' }] },
  ),
  'paid in part before': eInvoice([{ description: 'Delivered', amountMinor: 1_000_000n }], {
    prepaidMinor: 190_000n,
  }),
  'credit note': eInvoice(
    [
      { description: 'Analysis', amountMinor: -1_234_567n, quantityThousandths: -103_333n, unit: 'HUR' },
      { description: 'Above the cap', amountMinor: 34_567n },
    ],
    {
      kind: 'credit-note',
      note: 'Wrong month',
      dueOn: '2026-03-13',
      preceding: [{ number: '2026-00042', issuedOn: '2026-03-01' }],
    },
  ),
  'reverse charge': eInvoice([{ description: 'Consulting', amountMinor: 99_999n, ...withoutTax('AE') }], {
    reason: 'Reverse charge: the customer accounts for the VAT.',
    parties: { ...german, buyer: { ...german.buyer, country: 'AT', vatId: 'ATU12345678' } },
  }),
  exempt: eInvoice([{ description: 'Training', amountMinor: 50_000n, ...withoutTax('E') }], {
    reason: 'Exempt under § 4 Nr. 21 UStG',
  }),
  'zero rate': eInvoice([{ description: 'Software', amountMinor: 50_000n, ...withoutTax('Z') }]),
  'outside the scope': eInvoice([{ description: 'Damages', amountMinor: 50_000n, ...withoutTax('O') }], {
    reason: 'Not subject to VAT',
  }),
  'yen, without a decimal': eInvoice([{ description: 'Work', amountMinor: 100_005n }], { currency: 'JPY' }),
  'no references': eInvoice([{ description: 'Work', amountMinor: 1n }], {
    periodFromOn: null,
    periodToOn: null,
    parties: {
      ...german,
      contractReference: '',
      orderNumber: '',
      buyer: { ...german.buyer, reference: '', email: '', vatId: '' },
    },
  }),
}
