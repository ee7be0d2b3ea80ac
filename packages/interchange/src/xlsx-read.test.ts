import { strToU8, zipSync, type Zippable } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytes } from './msproject-examples'
import { readTable, type TableLimits } from './table'
import { momentOfSerial, serialOf } from './xlsx-dates'
import { xlsxOf } from './xlsx-write'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
/** As Excel writes it: shared strings, a hidden sheet first, dates by their style. */
const parts = {
  'xl/workbook.xml': `<workbook ${main} ${r}><workbookPr/><sheets><sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Plan" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  'xl/sharedStrings.xml': `<sst ${main}><si><t>Name</t></si><si><r><t>Wa</t></r><r><t>lls</t></r><rPh sb="0" eb="1"><t>ignored</t></rPh></si></sst>`,
  'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="[$-407]dddd, d. mmmm yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row><c t="inlineStr"><is><t>no</t></is></c></row></sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData>
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Start</t></is></c><c r="D2" t="str"><f>1+1</f><v>Days</v></c></row>
    <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>46083.3333333333</v></c><c r="C4" s="2"><v>46083</v></c><c r="D4" s="3"><v>2.5</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#REF!</v></c></row>
    <row r="5"><c r="A5" s="1"/></row></sheetData></worksheet>`,
}
const workbook = (more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, ...more }).map(([path, text]) => [path, strToU8(text)]),
    ) as Zippable,
  )
const read = (file: Uint8Array, limits: Partial<TableLimits> = {}) =>
  readTable(bytes(file, 1000), 'xlsx', limits)

describe('a workbook', () => {
  test('gives its first visible sheet, with dates as dates', async () => {
    expect(await read(workbook())).toEqual({
      ok: true,
      table: {
        sheet: 'Plan',
        header: ['Name', 'Start', '', 'Days'],
        rows: [
          {
            row: 4,
            cells: ['Walls', { moment: '2026-03-02T08:00' }, { moment: '2026-03-02T00:00' }, 2.5, true],
          },
        ],
      },
    })
  })

  test('may count its days from 1904', async () => {
    const read1904 = await read(
      workbook({
        'xl/workbook.xml': parts['xl/workbook.xml'].replace('<workbookPr/>', '<workbookPr date1904="1"/>'),
      }),
    )
    const [first] = read1904.ok ? read1904.table.rows : []
    expect(first?.cells[1]).toEqual({ moment: '2030-03-03T08:00' })
  })

  test('comes back as it was written', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .map((text) => `${text.replace(/\p{Cc}/gu, '')}.`),
      fc.integer({ min: -1000, max: 1000 }).map((number) => ({ number: String(number) })),
      fc.integer({ min: 61, max: 900_000 }).map((serial) => ({ moment: momentOfSerial(serial + 0.25)! })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 30 }), { minLength: 1 }),
        async (rows) => {
          const again = await read(xlsxOf('Plan', ['A', 'B'], rows))
          if (!again.ok) throw new Error(again.why)
          const expected = rows.flatMap((cells, at) => {
            const values = cells.map((one) =>
              one && typeof one === 'object' && 'number' in one ? Number(one.number) : one,
            )
            while (values.length > 0 && values.at(-1) === null) values.pop()
            return values.length === 0 ? [] : [{ row: at + 2, cells: values }]
          })
          expect(again.table).toEqual({ sheet: 'Plan', header: ['A', 'B'], rows: expected })
        },
      ),
      { numRuns: 50 },
    )
  })

  test('has no formula in what we write', () => {
    const sheet = Buffer.from(xlsxOf('=1+1', ['=1'], [['=cmd|x!A1', '@SUM(A1)']])).toString('latin1')
    expect(sheet).not.toContain('<f>')
  })
})

describe('a workbook is refused', () => {
  test.each([
    ['text', strToU8('Name,Duration\nWalls,3d\n'), 'not-xlsx'],
    ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-xlsx'],
    [
      'one from before 2007, or with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      'old-or-encrypted',
    ],
    ['cut off', workbook().subarray(0, 900), 'truncated'],
    [
      'with a DOCTYPE',
      workbook({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
      'not-xlsx',
    ],
    ['with broken XML', workbook({ 'xl/worksheets/sheet2.xml': '<worksheet><sheetData>' }), 'not-xlsx'],
    ['without a visible sheet', workbook({ 'xl/workbook.xml': '<workbook/>' }), 'not-xlsx'],
    [
      'without rows',
      workbook({ 'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>' }),
      'no-rows',
    ],
  ])('when it is %s', async (_, file, why) => {
    expect(await read(file)).toMatchObject({ ok: false, why })
  })

  const sheet = 'xl/worksheets/sheet2.xml'
  /** With what the directory says of the sheet's size replaced. */
  function saying(size: number): Uint8Array {
    const file = Buffer.from(workbook({ [sheet]: `<worksheet>${' '.repeat(100_000)}</worksheet>` }))
    file.writeUInt32LE(size, file.lastIndexOf(sheet) - 46 + 24)
    return file
  }

  test('when it unpacks to more than we unpack, before it does', async () => {
    expect(await read(saying(400 * 1024 * 1024))).toEqual({ ok: false, why: 'zip-bomb' })
  })

  test('when a part is larger than the ZIP says', async () => {
    expect(await read(saying(10))).toEqual({ ok: false, why: 'truncated' })
  })

  test('when it has too many rows or columns', async () => {
    const rows = Array.from({ length: 5 }, () => ['a', 'b', 'c'])
    const file = xlsxOf('Plan', ['A'], rows)
    expect(await read(file, { maxRows: 3 })).toEqual({ ok: false, why: 'too-many-rows', row: 5 })
    expect(await read(file, { maxColumns: 2 })).toEqual({ ok: false, why: 'too-many-columns', row: 2 })
  })
})

describe('dates of a spreadsheet', () => {
  test('come back to the minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_900_000 }),
        fc.integer({ min: 0, max: 1439 }),
        (day, minute) => {
          const moment = momentOfSerial(day + minute / 1440)!
          expect(momentOfSerial(serialOf(moment))).toBe(moment)
        },
      ),
    )
    expect(momentOfSerial(61)).toBe('1900-03-01T00:00')
    expect(momentOfSerial(0.5)).toBeNull()
  })
})
