import { describe, expect, test } from 'vitest'
import { invoice } from './documents.fixture'
import { ciiInvoice } from './e-invoice/cii'
import { eInvoice, everyKind } from './e-invoice/e-invoice.fixture'
import { renderInvoice } from './invoice'
import { readPdf } from './pdf-text.fixture'

const read = async (changed: Partial<typeof invoice> = {}) =>
  readPdf(await renderInvoice({ ...invoice, ...changed }))

describe('an invoice', () => {
  test('names both sides, its number and days, what was accepted, and the sums', async () => {
    const { text, pages, title } = await read()
    for (const words of [
      'Halden Systems GmbH',
      'Speicherstraße 4',
      'VAT ID DE123456788',
      'Müller & Söhne <Nord> AG',
      'Invoice number 2026-00042',
      'Invoice date 13 March 2026',
      'Due on 12 April 2026',
      'Period 1 February 2026 to 28 February 2026',
      'Your order PO 4711',
      'D-03 Interface specification: accepted on 12 March 2026, certificate AC-2026-0017',
      'Net amount €45,000.00',
      'VAT 19% €8,550.00',
      'Amount due €53,550.00',
      'Payable within 30 days',
      'DE02 1203 0000 0000 2020 51',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(words)
    }
    expect(pages).toHaveLength(1)
    expect(title).toBe('Invoice 2026-00042')
  })

  test('speaks German', async () => {
    const { text } = await read({ locale: 'de' })
    expect(text).toContain('Rechnungsdatum 13. März 2026')
    expect(text).toContain('USt. 19 % 8.550,00 €')
    expect(text).toContain('Zahlbetrag 53.550,00 €')
  })

  test('uses the digits of its currency', async () => {
    const { text } = await read(everyKind['yen, without a decimal'])
    expect(text).toContain('Amount due JP¥119,006')
  })

  test('shows hours, what is above a cap, and tax by rate', async () => {
    const { text } = await read(everyKind['hours with a cap'])
    expect(text).toContain('103.333 h')
    expect(text).toContain('-€345.67')
    expect((await read(everyKind['two rates'])).text).toContain('VAT 7% on €10.05')
  })

  test('shows what came in before', async () => {
    const { text } = await read(everyKind['paid in part before'])
    expect(text).toContain('Paid already -€1,900.00')
    expect(text).toContain('Amount due €10,000.00')
  })

  test('prints why no tax is charged', async () => {
    expect((await read(everyKind['reverse charge'])).text).toContain('Reverse charge: the customer accounts')
  })

  test('goes on to further pages and keeps the sums together', async () => {
    const lines = Array.from({ length: 26 }, (_, at) => ({ description: `Line ${at}`, amountMinor: 100n }))
    const { pages, text } = await read(eInvoice(lines))
    expect(pages.length).toBeGreaterThan(1)
    for (let at = 0; at < 26; at++) expect(text).toContain(`Line ${at}`)
    expect(pages.filter((page) => /Net amount.*VAT 19%.*Amount due/.test(page))).toHaveLength(1)
  })

  test('is the same bytes for the same input', async () => {
    const input = { ...invoice, facturX: ciiInvoice(invoice) }
    expect((await renderInvoice(input)).equals(await renderInvoice(structuredClone(input)))).toBe(true)
  })

  test.each([
    ['the lines', { netMinor: 1n, grossMinor: 855_001n }],
    ['the taxes', { taxMinor: 1n, grossMinor: 4_500_001n }],
    ['the gross amount', { grossMinor: 5_355_001n }],
  ])('is not printed where %s do not add up', async (_, changes) => {
    await expect(renderInvoice({ ...invoice, ...changes })).rejects.toThrow(RangeError)
  })
})

describe('a credit note', () => {
  test('says which invoice it takes back, why, and how much is given back', async () => {
    const { text, title } = await read(everyKind['credit note'])
    expect(title).toBe('Credit note 2026-00042')
    expect(text).toContain('Refers to invoice 2026-00042 of 1 March 2026')
    expect(text).toContain('Wrong month')
    expect(text).toContain('Amount credited €14,280.00')
    expect(text).not.toContain('Pay to')
  })
})

describe('a Factur-X', () => {
  test('carries the same invoice for machines', async () => {
    const facturX = ciiInvoice(invoice)
    const { attachments, text } = await read({ facturX })
    expect(Buffer.from(attachments['factur-x.xml']!).equals(facturX)).toBe(true)
    expect(text).toContain('EN 16931')
    const bytes = (await renderInvoice({ ...invoice, facturX })).toString('latin1')
    for (const said of [
      '<fx:DocumentFileName>factur-x.xml<',
      '<fx:ConformanceLevel>EN 16931<',
      'CrossIndustryDocument:invoice:1p0#',
    ])
      expect(bytes).toContain(said)
  })
})
