import { newSealToken } from '@countersign/seal/placeholder'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { renderCertificate, type CertificateInput } from './certificate'
import { certificate, certificateKinds } from './documents.fixture'
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
    expect((await read()).text).toContain(certificate.signatories[0]!.statement)
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

  test('with room for a seal is the same bytes for the same token, and differs by nothing but the token', async () => {
    const [token, other] = [newSealToken(), newSealToken()]
    const first = await renderCertificate(certificate, token)
    expect((await renderCertificate(structuredClone(certificate), token)).equals(first)).toBe(true)
    const second = await renderCertificate(certificate, other)
    expect(first.equals(second)).toBe(false)
    expect(second.toString('latin1').replace(other, token)).toBe(first.toString('latin1'))
  })

  test('speaks German', async () => {
    const { text } = await read({ locale: 'de' })
    expect(text).toContain('Abnahmebescheinigung')
    expect(text).toContain('12. März 2026 um 15:05:09 (Europe/Berlin, UTC+01:00)')
    expect(text).toContain('bis 250.000,00 €')
    expect(text).toContain('Seite 1 von 2')
  })

  test('says so where nothing is listed', async () => {
    const signatories = certificate.signatories.map((each) => ({ ...each, authority: null }))
    const { text } = await read({ files: [], criteria: [], releases: [], signatories })
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

  test.each([
    ['Chinese', '张伟 工程有限公司', '张伟'],
    ['Japanese', 'ひらがな カタカナ', 'ひらがな'],
    ['Hebrew', 'פרויקט', 'פרויקט'],
    ['Thai', 'รายงาน', 'รายงาน'],
    ['emoji of one and of several characters', '✅ 👩‍👩‍👧 🇩🇪', '✅'],
  ])('print in %s', async (_, name, part) => {
    const { text } = await read({ customer: name })
    expect([...text].some((sign) => part.includes(sign))).toBe(true)
    expect(text).not.toContain('\ufffd')
  })

  test('in Arabic and Devanagari are shaped: fewer glyphs than characters, none of them missing', async () => {
    const { text } = await read({ customer: 'الأردن علی‌رضا', provider: 'रिपोर्ट' })
    expect(text).not.toContain('\ufffd')
  })

  test('that run from right to left stand beside others that do not, brackets turned', async () => {
    const { pieces } = await read({ customer: 'שלום (ב) abc' })
    const of = (sign: string) => pieces.filter(({ text }) => text.includes(sign)).at(-1)!
    expect(of('ש').x).toBeGreaterThan(of('ב').x)
    expect(of('abc').x).toBeGreaterThan(of('ש').x)
  })

  test('in scripts that the fonts lack are marked, and their code points listed', async () => {
    const { text } = await read({ customer: '김민준', provider: 'ᚠᚢ' })
    expect(text).toContain('\ufffd\ufffd')
    expect(text).toContain('stands for a character that this document’s typeface does not have')
    expect(text).toContain('U+AE40')
    expect(text).toContain('U+16A0')
  })

  test('cannot hide or turn other text: invisible and direction characters are marked too', async () => {
    const { text } = await read({ customer: 'a\u202efdp.exe\u200b\u0000\ud800b' })
    expect(text).toContain('a\ufffdfdp.exe\ufffd\ufffd\ufffdb')
    expect(text).toContain('U+202E')
    expect(text).toContain('U+200B')
  })

  test('keep what is no emoji of several characters in one mark, and do not pile up accents', async () => {
    const { text } = await read({ customer: '👩\u200d\u200d👧!', provider: `z${'\u0301'.repeat(50)}!` })
    expect(text).toContain('\ufffd!')
    expect(text).toContain('U+200D U+200D')
  })
})

describe('a certificate says what is special about an acceptance:', () => {
  test('reservations, each with owner and day, and the share that is released', async () => {
    const { text } = await read(certificateKinds['with reservations'])
    expect(text).toContain('Accepted with reservations')
    expect(text).toContain('met with reservation')
    expect(text).toMatch(
      /The carrier has still to review chapter 4 concerns criterion 3 .*Halden Systems GmbH 1 April 2026/,
    )
    expect(text).toContain('80% of this amount now')
  })

  test('that nobody signed, and by which clause it counts all the same', async () => {
    const { text, title } = await read(certificateKinds.deemed)
    expect(title).toBe('Certificate of deemed acceptance AC-2026-0017')
    expect(text).toContain('Deemed accepted, not signed')
    expect(text).toContain('§ 7 (3) of the contract of 3 January 2026')
    expect(text).toContain('15 business days')
    expect(text).not.toContain('Signed by')
    expect(text).not.toContain('Name typed')
  })

  test('several signatories, a delegated authority, and the words once where all agreed to the same', async () => {
    const { text } = await read(certificateKinds['of several signatories'])
    expect(text).toContain('Signed by (1 of 2)')
    expect(text).toContain('Signed by (2 of 2)')
    expect(text).toContain('up to €1,000,000.00, delegated by Ann Meridian')
    expect(text.split('I accept version 2 of')).toHaveLength(2)
  })

  test('the stage, and what it refers to', async () => {
    expect((await read(certificateKinds.provisional)).text).toContain('Provisional acceptance certificate')
    const { text } = await read(certificateKinds.final)
    expect(text).toContain('Final acceptance certificate')
    expect(text).toContain('Completes AC-2026-0009')
  })

  test('where it stands in the chain, and where it is checked', async () => {
    const { text } = await read()
    expect(text).toContain(`Chain, entry 41 ${certificate.ledger!.hash}`)
    expect(text).toContain(`Chain, head 42 ${certificate.ledger!.head.hash}`)
    expect(text).toContain('Check this file at https://portal.halden.example/verify')
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
      reservations: [{ position: 1, text: everywhere, criterion: 1, dueOn: '2026-04-01', owner: long }],
      signatories: [
        {
          name: long,
          typedName: everywhere,
          email: `${long}@x.example`,
          role: everywhere,
          authority: null,
          decidedAt: certificate.decidedAt,
          statement: `${everywhere}\n\r\n\t${everywhere}`,
        },
      ],
    })
    expect(outsideTheMargins(result)).toEqual([])
    expect(result.text).toContain('(a) Tj ET endstream endobj')
  })

  test('runs over as many pages as 500 files and 40 criteria need, none lost, heads repeated, pages counted', async () => {
    const files = Array.from({ length: 500 }, (_, at) => ({
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
    const signatories = [{ ...certificate.signatories[0]!, statement: words.join(' ') }]
    const result = await read({ criteria, signatories })
    const printed = result.text.split(' ')
    for (const word of words) expect(printed.filter((other) => other === word)).toHaveLength(2)
    expect(outsideTheMargins(result)).toEqual([])
  })
})
