import { whyNotWith } from '@countersign/seal/outside-tools.fixture'
import { newSealToken } from '@countersign/seal/placeholder'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { renderCertificate } from './certificate'
import { renderCharter } from './charter'
import { certificate, certificateKinds, charter, invoice } from './documents.fixture'
import { ciiInvoice } from './e-invoice/cii'
import { renderInvoice } from './invoice'
import { renderPlan } from './plan'
import { everyRow, printedPlan } from './plan.fixture'
import { objectsIn, type PdfDict, type PdfObjects, type PdfValue } from './pdf-objects.fixture'

const folder = mkdtempSync(join(tmpdir(), 'countersign-archive-'))
const missing = whyNotWith('qpdf')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach((context) => {
  if (missing) context.skip(missing)
})

const everyScript = 'Größe 张伟 ひらがな שלום (ב) الأردن रिपोर्ट รายงาน 👩‍👩‍👧 & <b> \u0000'
const everything = {
  ...certificateKinds['with reservations']!,
  customer: everyScript,
  provider: 'Müller & Söhne <GmbH>',
  attachments: [
    {
      name: 'Größe.pdf',
      type: 'application/pdf',
      description: 'Certificate of completion',
      content: Buffer.from('%PDF'),
    },
  ],
}
const documents: Record<string, () => Promise<Buffer>> = {
  certificate: () => renderCertificate(certificate, newSealToken()),
  'certificate in every script': () => renderCertificate(everything, newSealToken()),
  'certificate without a seal': () => renderCertificate({ ...certificate, locale: 'de' }),
  'deemed acceptance': () => renderCertificate(certificateKinds.deemed!, newSealToken()),
  invoice: () => renderInvoice(invoice),
  'electronic invoice': () => renderInvoice({ ...invoice, facturX: ciiInvoice(invoice) }),
  charter: () => renderCharter(charter),
  'project plan': () => renderPlan(printedPlan(everyRow, { pagesAcross: 2 })),
}

describe.each(Object.keys(documents))(
  'the rules of PDF/A-3a and PDF/UA-1 that can be read off: %s',
  (kind) => {
    let pdf: PdfObjects
    let catalog: PdfDict
    beforeEach(async () => {
      const file = join(folder, 'document.pdf')
      writeFileSync(file, await documents[kind]!())
      pdf = objectsIn(file)
      catalog = pdf.dict(pdf.trailer['/Root'])
    })

    test('it says what it is, in which language, under which title', () => {
      const xmp = pdf.bytes(catalog['/Metadata']).toString()
      expect(pdf.dict(catalog['/Metadata'])['/Filter']).toBeUndefined()
      for (const said of [
        'pdfaid:part>3<',
        'pdfaid:conformance>A<',
        'pdfuaid:part>1<',
        'pdfaExtension:schemas',
      ])
        expect(xmp).toContain(said)
      expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)|\p{Cc}(?<!\n)/u)
      const title = String(pdf.array(pdf.dict(pdf.trailer['/Info'])['/Title'])).replace(/^u:/, '')
      expect(xmp).toContain(`x-default">${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}<`)
      expect(catalog['/Lang']).toMatch(/^u:(en|de)$/)
      expect(pdf.dict(catalog['/MarkInfo'])['/Marked']).toBe(true)
      expect(pdf.dict(catalog['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true)
      expect(pdf.array(pdf.trailer['/ID'])).toHaveLength(2)
      expect(pdf.trailer['/Encrypt']).toBeUndefined()
    })

    test('its colours are those of the profile that it brings', () => {
      const [intent] = pdf.array(catalog['/OutputIntents']).map((each) => pdf.dict(each))
      expect(intent?.['/S']).toBe('/GTS_PDFA1')
      expect(pdf.dict(intent?.['/DestOutputProfile'])['/N']).toBe(3)
      expect(pdf.bytes(intent?.['/DestOutputProfile']).toString('latin1', 36, 40)).toBe('acsp')
    })

    test('every font is embedded and says which characters it shows', () => {
      const fonts = pdf.all.filter((each) => each['/Type'] === '/Font' && each['/Subtype'] === '/Type0')
      expect(fonts.length).toBeGreaterThan(1)
      for (const font of fonts) {
        const characters = pdf.bytes(font['/ToUnicode']).toString()
        expect(characters).toContain('beginbfrange')
        const ranges = Array.from(characters.matchAll(/^<(\w{4})> <\w{4}> \[(.*)\]$/gm), ([, , all]) => all!)
        const shown = ranges.flatMap((range) => range.match(/<[^>]*>/g) ?? [])
        // The first glyph is that of no character, and never shown.
        expect(shown[0]).toBe('<0000>')
        for (const character of shown.slice(1))
          expect(character).toMatch(/^<(?!0000|feff|fffe)\w{4}( ?\w{4})*>$/)
        const [descendant] = pdf.array(font['/DescendantFonts']).map((each) => pdf.dict(each))
        const descriptor = pdf.dict(descendant?.['/FontDescriptor'])
        expect(descriptor['/FontFile2'] ?? descriptor['/FontFile3']).toBeTruthy()
        if (descendant?.['/Subtype'] === '/CIDFontType2') expect(descendant['/CIDToGIDMap']).toBe('/Identity')
      }
      expect(pdf.all.some((each) => each['/Subtype'] === '/Type1')).toBe(false)
    })

    test('nothing is transparent, runs, leads elsewhere or waits to be filled in', () => {
      for (const each of pdf.all) {
        expect(each['/SMask']).toBeUndefined()
        expect(each['/Group']).toBeUndefined()
        expect(each['/S']).not.toBe('/JavaScript')
        expect(each['/Filter']).not.toBe('/LZWDecode')
        for (const opacity of ['/ca', '/CA']) expect([undefined, 1]).toContain(each[opacity])
      }
      for (const trigger of ['/OpenAction', '/AA']) expect(catalog[trigger]).toBeUndefined()
      if (!catalog['/AcroForm']) return
      expect(Object.keys(pdf.dict(catalog['/AcroForm']))).not.toContain('/NeedAppearances')
      expect(Object.keys(pdf.dict(catalog['/AcroForm']))).not.toContain('/XFA')
    })

    test('attachments are associated and say how', () => {
      const specs = pdf.all.filter((each) => each['/Type'] === '/Filespec')
      expect(pdf.array(catalog['/AF'])).toHaveLength(specs.length)
      if (/^certificate|^electronic/.test(kind)) expect(specs.length).toBeGreaterThan(0)
      for (const spec of specs) {
        expect(spec['/AFRelationship']).toBe(kind === 'electronic invoice' ? '/Alternative' : '/Data')
        expect(spec['/F']).toBeTruthy()
        expect(spec['/UF']).toBeTruthy()
        const file = pdf.dict(pdf.dict(spec['/EF'])['/F'])
        expect(file['/Subtype']).toMatch(/^\/\w+\/\w+$/)
        expect(pdf.dict(file['/Params'])['/ModDate']).toBeTruthy()
      }
    })

    test('whatever is drawn is tagged or an artifact, and each tag is in the tree once', () => {
      const tree = pdf.dict(catalog['/StructTreeRoot'])
      const parents = numberTree(pdf, tree['/ParentTree'])
      const tagged = elementsIn(pdf, tree['/K']).reduce((sum, { marks }) => sum + marks, 0)
      let marked = 0
      for (const page of pdf.all.filter((each) => each['/Type'] === '/Page')) {
        expect(page['/Tabs']).toBe('/S')
        const { untagged, marks } = contentOf(pdf.bytes(page['/Contents']).toString('latin1'))
        expect(untagged).toEqual([])
        expect(new Set(marks).size).toBe(marks.length)
        expect(pdf.array(parents.get(Number(page['/StructParents'])))).toHaveLength(marks.length)
        marked += marks.length
      }
      expect(tagged).toBe(marked)
    })

    test('headings follow each other, tables have heads, pictures and fields say what they are', () => {
      const elements = elementsIn(pdf, pdf.dict(catalog['/StructTreeRoot'])['/K'])
      const levels = elements.flatMap(({ tag }) => (/^\/H\d$/.test(tag) ? [Number(tag[2])] : []))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThan(2)
      for (const { tag, element, parent } of elements) {
        if (tag === '/Figure' || tag === '/Form') expect(element['/Alt']).toBeTruthy()
        if (tag === '/TH') expect(pdf.dict(element['/A'])['/Scope']).toMatch(/^\/(Row|Column)$/)
        if (tag === '/TD' || tag === '/TH') expect(parent).toBe('/TR')
        if (tag === '/LI') expect(parent).toBe('/L')
      }
      for (const field of pdf.all.filter((each) => each['/Subtype'] === '/Widget')) {
        expect(field['/TU']).toBeTruthy()
        expect(field['/StructParent']).toBeTypeOf('number')
        expect(Number(field['/F']) & 4).toBe(4)
        expect(pdf.dict(pdf.dict(field['/AP'])['/N'])['/Subtype']).toBe('/Form')
      }
    })
  },
)

type Element = { tag: string; element: PdfDict; parent: string; marks: number }

function elementsIn(pdf: PdfObjects, kids: PdfValue | undefined, parent = ''): Element[] {
  const list = Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]
  return list.flatMap((kid) => {
    if (typeof kid === 'number') return []
    const element = pdf.dict(kid)
    if (!element['/S']) return []
    const tag = String(element['/S'])
    expect(pdf.dict(element['/P'])).toBeTruthy()
    const own = Array.isArray(element['/K'])
      ? element['/K']
      : element['/K'] === undefined
        ? []
        : [element['/K']]
    const marks = own.filter(
      (each) =>
        typeof each === 'number' || (typeof each === 'object' && pdf.dict(each)['/MCID'] !== undefined),
    ).length
    return [{ tag, element, parent, marks }, ...elementsIn(pdf, element['/K'], tag)]
  })
}

function numberTree(pdf: PdfObjects, tree: PdfValue | undefined): Map<number, PdfValue> {
  const pairs = pdf.array(pdf.dict(tree)['/Nums'])
  return new Map(pairs.flatMap((key, at) => (at % 2 === 0 ? [[Number(key), pairs[at + 1]!] as const] : [])))
}

/** pdfkit writes an operator a line: what is shown outside all marks, and the numbers of the marks. */
function contentOf(content: string): { untagged: string[]; marks: number[] } {
  const untagged: string[] = []
  const marks: number[] = []
  let depth = 0
  for (const line of content.split('\n')) {
    const mark = /\/MCID (\d+)/.exec(line)
    if (mark) marks.push(Number(mark[1]))
    if (/(BDC|BMC)$/.test(line)) depth += 1
    else if (/^EMC$/.test(line)) depth -= 1
    else if (/ ?(TJ|Tj|f|f\*|S|B|B\*|Do|sh)$/.test(line) && depth < 1) untagged.push(line)
  }
  expect(depth).toBe(0)
  return { untagged, marks }
}
