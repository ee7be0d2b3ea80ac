import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { renderCertificate, type CertificateInput } from './certificate'
import { certificate } from './documents.fixture'
import { readPdf, type ReadPdf } from './pdf-text.fixture'

async function read(changes: Partial<CertificateInput> = {}): Promise<ReadPdf> {
  return readPdf(await renderCertificate({ ...certificate, ...changes }))
}

function outsideTheMargins({ pieces }: ReadPdf) {
  return pieces.filter(({ x, y, width }) => x < 55 || x + width > 540.5 || y < 25 || y > 800)
}

describe('an acceptance certificate', () => {
  test('states who accepted what, when, in which role and up to which amount', async () => {
    const { text, title, pages } = await read()
    for (const words of [
      'AC-2026-0017',
      'MER-24 · Warehouse control, phase 2',
      'Meridian Freight Ltd',
      'Halden Systems GmbH',
      'D-03 · Interface specification, version 2',
      'Zoë Österreich-Müller',
      'zoe.oesterreich@meridian.example',
      'Head of Operations',
      'up to €250,000.00',
      '12 March 2026 at 15:05:09 (Europe/Berlin, UTC+01:00)',
      '2026-03-12T14:05:09.412Z',
      'M2 Specification accepted €45,000.00',
      'Verify with: countersign certificate verify FILE',
    ]) {
      expect(text).toContain(words)
    }
    expect(title).toBe('Acceptance certificate AC-2026-0017')
    expect(pages).toHaveLength(2)
  })

  test('repeats the statement word for word', async () => {
    expect((await read()).text).toContain(certificate.statement)
  })

  test('names every file with its exact size and whole digest, and both digests of the record', async () => {
    const { text } = await read()
    for (const { name, sha256 } of certificate.files) {
      expect(text).toContain(name)
      expect(text).toContain(sha256)
    }
    expect(text).toContain('1,482,733 bytes')
    expect(text).toContain(certificate.submissionDigest)
    expect(text).toContain(certificate.decisionDigest)
  })

  test('gives each criterion with its result and comment, also characters that only the second font has', async () => {
    const { text } = await read()
    expect(text).toMatch(/its fields → types met/)
    expect(text).toMatch(/≥ 95 % of the calls Comment: Checked.* met/)
    expect(text).toContain('Reviewed by the carrier not assessed')
  })

  test('carries the evidence, bytes as they are', async () => {
    const canonical = '{"a":1,"ü":"\\u0000"}'
    const { attachments } = await read({ evidence: canonical })
    expect(Buffer.from(attachments['evidence.json']!).toString()).toBe(canonical)
    const fromObject = await read({ evidence: { amount: 12n } })
    expect(JSON.parse(Buffer.from(fromObject.attachments['evidence.json']!).toString())).toEqual({
      amount: '12',
    })
  })

  test('is the same bytes for the same input, and other bytes for another', async () => {
    const digest = async (input: CertificateInput) =>
      createHash('sha256')
        .update(await renderCertificate(input))
        .digest('hex')
    const first = await digest(certificate)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await digest(structuredClone(certificate))).toBe(first)
    // A no-break space shares its glyph with the space; what one document does must not show in the next.
    expect(await digest({ ...certificate, provider: '\u00a0\u037e\u2126' })).not.toBe(first)
    expect(await digest(certificate)).toBe(first)
  })

  test('speaks German', async () => {
    const { text } = await read({ locale: 'de' })
    expect(text).toContain('Abnahmebescheinigung')
    expect(text).toContain('12. März 2026 um 15:05:09 (Europe/Berlin, UTC+01:00)')
    expect(text).toContain('bis 250.000,00 €')
    expect(text).toContain('Seite 1 von 2')
  })

  test('says so where nothing is listed', async () => {
    const signatory = { ...certificate.signatory, authority: null }
    const { text } = await read({ files: [], criteria: [], releases: [], signatory })
    expect(text).toContain('This version contains no files.')
    expect(text).toContain('No acceptance criteria were agreed')
    expect(text).toContain('releases no billing milestone')
    expect(text).toContain('no upper amount recorded')
  })
})

describe('amounts', () => {
  test.each([
    [123n, 'JPY', 'JP¥123'],
    [1n, 'EUR', '€0.01'],
    [-5n, 'EUR', '-€0.05'],
    [1234567n, 'KWD', 'KWD 1,234.567'],
    [900719925474099301n, 'EUR', '€9,007,199,254,740,993.01'],
  ])('%s minor units of %s are printed as %s', async (amountMinor, currency, printed) => {
    const { text } = await read({ releases: [{ name: 'M', amountMinor, currency }] })
    expect(text).toContain(printed)
  })
})

describe('names of the world', () => {
  test.each([
    'Ελένη Παπαδοπούλου',
    'Юрій Ґалаган',
    'Nguyễn Thị Phương',
    'Nguye\u0302\u0303n Thi\u0323',
    'Officer fit affluent Ćirić ǅ ẞ Ƨ',
    'Łukasz Żółć',
    'Þórður Ægisson',
    'Cafe\u0301',
  ])('print as they are: %s', async (name) => {
    const { text } = await read({ customer: name })
    expect(text.normalize()).toContain(name.normalize())
    expect(text).not.toContain('\ufffd')
  })

  test('in scripts that the fonts lack are marked, and their code points listed', async () => {
    const { text } = await read({ customer: '张伟', provider: 'شركة' })
    expect(text).toContain('\ufffd\ufffd')
    expect(text).toContain('stands for a character that this document’s typeface does not have')
    expect(text).toContain('U+5F20')
    expect(text).toContain('U+0634')
  })

  test('cannot hide or turn other text: invisible and direction characters are marked too', async () => {
    const { text } = await read({ customer: 'a\u202efdp.exe\u200b\u0000\ud800b' })
    expect(text).toContain('a\ufffdfdp.exe\ufffd\ufffd\ufffdb')
    expect(text).toContain('U+202E')
    expect(text).toContain('U+200B')
  })

  test('keep an emoji of several characters in one mark, and do not pile up accents', async () => {
    const { text } = await read({ customer: '👩‍👩‍👧!', provider: `z${'\u0301'.repeat(50)}!` })
    expect(text).toContain('\ufffd!')
    expect(text).toContain('U+1F469 U+200D')
  })
})

describe('the layout of a certificate', () => {
  const long = 'W'.repeat(200)
  const syntax = '(a) Tj ET endstream endobj \\) >> /ByteRange [0 /*** %%EOF <</Type/Catalog>>'

  test('keeps everything inside the margins, whatever the text', async () => {
    const everywhere = `${long} ${syntax} 张伟 ${'word '.repeat(40)}`
    const result = await read({
      provider: everywhere,
      customer: everywhere,
      project: { code: 'P', name: everywhere },
      deliverable: { code: 'D', name: everywhere },
      files: [{ name: `${long}.pdf`, size: 999_999_999_999, sha256: certificate.decisionDigest }],
      criteria: [{ position: 1, statement: everywhere, result: 'not-met', comment: everywhere }],
      signatory: {
        name: long,
        typedName: everywhere,
        email: `${long}@x.example`,
        role: everywhere,
        authority: null,
      },
      statement: `${everywhere}\n\r\n\t${everywhere}`,
    })
    expect(outsideTheMargins(result)).toEqual([])
    expect(result.text).toContain('(a) Tj ET endstream endobj')
  })

  test('runs over as many pages as 60 files and 40 criteria need, none lost, heads repeated, pages counted', async () => {
    const files = Array.from({ length: 60 }, (_, at) => ({
      name: `delivery-${at}.pdf`,
      size: at,
      sha256: createHash('sha256').update(String(at)).digest('hex'),
    }))
    const criteria = Array.from({ length: 40 }, (_, at) => ({
      position: at + 1,
      statement: `Criterion ${at + 1} holds ${'and is checked '.repeat(at % 9)}`,
      result: 'met' as const,
      comment: null,
    }))
    const result = await read({ files, criteria })
    for (const { name, sha256 } of files) {
      expect(result.text).toContain(name)
      expect(result.text).toContain(sha256)
    }
    for (let at = 1; at <= 40; at++) expect(result.text).toContain(`Criterion ${at} holds`)
    const count = result.pages.length
    expect(count).toBeGreaterThan(3)
    for (const [at, page] of result.pages.entries()) expect(page).toContain(`Page ${at + 1} of ${count}`)
    expect(result.pages[1]).toMatch(/^File Size SHA-256/)
    expect(outsideTheMargins(result)).toEqual([])
  })

  test('cuts a text longer than a page between its lines and loses none', async () => {
    const words = Array.from({ length: 2500 }, (_, at) => `w${at}`)
    const criteria = [{ position: 1, statement: words.join(' '), result: null, comment: null }]
    const result = await read({ criteria, statement: words.join(' ') })
    const printed = result.text.split(' ')
    for (const word of words) expect(printed.filter((other) => other === word)).toHaveLength(2)
    expect(outsideTheMargins(result)).toEqual([])
  })
})
