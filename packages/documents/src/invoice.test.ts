import { describe, expect, test } from 'vitest'
import { invoice } from './documents.fixture'
import { renderInvoice } from './invoice'
import { readPdf } from './pdf-text.fixture'

describe('an invoice', () => {
  test('names both sides, its number and days, what was accepted, and the sums', async () => {
    const { text, pages, title } = await readPdf(await renderInvoice(invoice))
    for (const words of [
      'Halden Systems GmbH',
      'Speicherstraße 4',
      'VAT ID DE123456788',
      'Meridian Freight Ltd',
      'Invoice number 2026-0042',
      'Invoice date 13 March 2026',
      'Due on 12 April 2026',
      'Supplied on 12 March 2026',
      'Your reference PO 4711',
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
    expect(title).toBe('Invoice 2026-0042')
  })

  test('speaks German', async () => {
    const { text } = await readPdf(await renderInvoice({ ...invoice, locale: 'de' }))
    expect(text).toContain('Rechnungsdatum 13. März 2026')
    expect(text).toContain('USt. 19 % 8.550,00 €')
    expect(text).toContain('Zahlbetrag 53.550,00 €')
  })

  test('uses the digits of its currency and a rate with decimals', async () => {
    const line = { ...invoice.lines[0]!, netMinor: 1000n }
    const yen = { currency: 'JPY', lines: [line], netMinor: 1000n, taxMinor: 81n, grossMinor: 1081n }
    const { text } = await readPdf(await renderInvoice({ ...invoice, ...yen, taxRateBasisPoints: 810 }))
    expect(text).toContain('Amount due JP¥1,081')
    expect(text).toContain('VAT 8.1%')
  })

  test('prints why no tax is charged', async () => {
    const taxNote = 'Reverse charge: the customer accounts for the tax.'
    const input = { ...invoice, taxRateBasisPoints: 0, taxMinor: 0n, grossMinor: invoice.netMinor, taxNote }
    expect((await readPdf(await renderInvoice(input))).text).toContain(taxNote)
  })

  test('goes on to further pages and keeps the sums together', async () => {
    const lines = Array.from({ length: 26 }, (_, at) => ({
      ...invoice.lines[0]!,
      description: `Line ${at}`,
      netMinor: 100n,
    }))
    const sums = { lines, netMinor: 2600n, taxMinor: 494n, grossMinor: 3094n }
    const { pages, text } = await readPdf(await renderInvoice({ ...invoice, ...sums }))
    expect(pages.length).toBeGreaterThan(1)
    for (let at = 0; at < 26; at++) expect(text).toContain(`Line ${at}`)
    expect(pages.filter((page) => /Net amount.*VAT 19%.*Amount due/.test(page))).toHaveLength(1)
  })

  test('is the same bytes for the same input', async () => {
    expect((await renderInvoice(invoice)).equals(await renderInvoice(structuredClone(invoice)))).toBe(true)
  })

  test.each([
    ['the lines', { netMinor: 1n, grossMinor: 855_001n }],
    ['the gross amount', { grossMinor: 5_355_001n }],
  ])('is not printed where %s do not add up', async (_, changes) => {
    await expect(renderInvoice({ ...invoice, ...changes })).rejects.toThrow(RangeError)
  })
})
