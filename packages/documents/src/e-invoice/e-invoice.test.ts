import { minorDigits } from '@countersign/domain/money'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { ciiInvoice } from './cii'
import { amountText, type EInvoice } from './e-invoice'
import { eInvoice, everyKind } from './e-invoice.fixture'
import { ublInvoice } from './ubl'

const kinds = Object.entries(everyKind)
const written = { UBL: ublInvoice, CII: ciiInvoice }
const all = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:cbc|ram):${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, value]) => value!)
const cents = (text: string | undefined) => BigInt(Math.round(Number(text) * 100))
const sum = (texts: readonly string[]) => texts.reduce((total, each) => total + cents(each), 0n)

/** The standard's own rules on sums (EN 16931-1, 6.4), read off the file and reckoned anew. */
function rulesOfUbl(xml: string) {
  const [net, gross, due] = ['TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount'].map((name) =>
    cents(all(xml, name)[0]),
  )
  const [tax, ...taxes] = all(xml, 'TaxAmount')
  const [ofLines, ...lines] = all(xml, 'LineExtensionAmount')
  expect(sum(lines), 'BR-CO-10').toBe(cents(ofLines))
  expect(net, 'BR-CO-13').toBe(cents(ofLines))
  expect(sum(taxes), 'BR-CO-14').toBe(cents(tax))
  expect(net! + cents(tax), 'BR-CO-15').toBe(gross)
  expect(gross! - sum(all(xml, 'PrepaidAmount')), 'BR-CO-16').toBe(due)
  expect(sum(all(xml, 'TaxableAmount')), 'BR-S-08').toBe(net)
  for (const amount of xml.match(/Amount currencyID="[A-Z]{3}">[^<]*</g) ?? [])
    expect(amount, 'BR-DEC').toMatch(/>-?\d+(\.\d{1,2})?<$/)
}

describe('an electronic invoice', () => {
  test.each(kinds)('adds up as the standard wants: %s', (_, invoice) => {
    const ubl = ublInvoice(invoice).toString()
    rulesOfUbl(ubl)
    const cii = ciiInvoice(invoice).toString()
    expect(all(cii, 'LineTotalAmount').map(cents)).toEqual([
      ...all(ubl, 'LineExtensionAmount').slice(1).map(cents),
      cents(all(ubl, 'LineExtensionAmount')[0]),
    ])
    expect(cents(all(cii, 'DuePayableAmount')[0])).toBe(cents(all(ubl, 'PayableAmount')[0]))
    expect(cents(all(cii, 'TaxTotalAmount')[0])).toBe(cents(all(ubl, 'TaxAmount')[0]))
  })

  test('adds up whatever its lines are', () => {
    const line = fc.record({
      description: fc.string({ minLength: 1 }),
      amountMinor: fc.bigInt(1n, 10n ** 12n),
      taxBasisPoints: fc.constantFrom(700, 1900, 810, 2500),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const xml = ublInvoice(eInvoice(lines)).toString()
        expect(cents(all(xml, 'TaxExclusiveAmount')[0]) + cents(all(xml, 'TaxAmount')[0])).toBe(
          cents(all(xml, 'TaxInclusiveAmount')[0]),
        )
        expect(xml).not.toMatch(/[\u0000-\u0008]/)
      }),
      { numRuns: 50 },
    )
  })

  test.each(kinds)('is well-formed: %s', (_, invoice) => {
    if (spawnSync('xmllint', ['--version']).error) return
    for (const write of Object.values(written))
      expect(spawnSync('xmllint', ['--noout', '-'], { input: write(invoice) }).status).toBe(0)
  })

  test('never has a price below zero, and a quantity that takes off instead', () => {
    for (const [, invoice] of kinds) {
      const xml = ublInvoice(invoice).toString()
      for (const price of all(xml, 'PriceAmount')) expect(price).not.toContain('-')
    }
    expect(all(ublInvoice(everyKind['deposit set off']!).toString(), 'InvoicedQuantity')).toEqual([
      '1.000',
      '-1.000',
    ])
  })

  test('of a credit note has amounts above zero and names the invoice', () => {
    const xml = ublInvoice(everyKind['credit note']!).toString()
    expect(all(xml, 'CreditNoteTypeCode')).toEqual(['381'])
    expect(all(xml, 'PayableAmount')).toEqual(['14280.00'])
    expect(xml).toContain('<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-00042</cbc:ID>')
    expect(ciiInvoice(everyKind['credit note']!).toString()).toContain('<ram:TypeCode>381</ram:TypeCode>')
  })

  test('names what came in before, and the buyer’s references', () => {
    expect(all(ublInvoice(everyKind['paid in part before']!).toString(), 'PrepaidAmount')).toEqual([
      '1900.00',
    ])
    const xml = ciiInvoice(everyKind.milestone!).toString()
    expect(all(xml, 'BuyerReference')).toEqual(['04011000-12345-03'])
    expect(xml).toContain('PO 4711')
  })

  test('says why there is no tax, and names no VAT number outside its scope', () => {
    const reverse = ublInvoice(everyKind['reverse charge']!).toString()
    expect(all(reverse, 'TaxExemptionReasonCode')).toEqual(['VATEX-EU-AE'])
    expect(reverse).toContain('ATU12345678')
    const outside = ublInvoice(everyKind['outside the scope']!).toString()
    expect(outside).not.toContain('DE123456788')
    expect(outside).not.toContain('cbc:Percent')
  })

  test('escapes what people write', () => {
    for (const write of Object.values(written)) {
      const xml = write(eInvoice([{ description: 'a < b & "c" \u0001', amountMinor: 1n }])).toString()
      expect(xml).toContain('a &lt; b &amp; &quot;c&quot; ')
    }
  })

  test('does not exist in a currency with three decimals', () => {
    expect(minorDigits('KWD')).toBe(3)
    expect(() => ublInvoice(eInvoice([{ description: 'x', amountMinor: 1n }], { currency: 'KWD' }))).toThrow(
      RangeError,
    )
    expect(amountText(-5n, 'EUR')).toBe('-0.05')
  })

  test('leaves no element empty', () => {
    for (const [, invoice] of kinds)
      for (const write of Object.values(written) as ((invoice: EInvoice) => Buffer)[])
        expect(write(invoice).toString().replace('<ram:ApplicableHeaderTradeDelivery/>', '')).not.toMatch(
          /<([\w:]+)[^>]*><\/\1>|\/>/,
        )
  })
})
