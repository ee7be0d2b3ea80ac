import { describe, expect, test } from 'vitest'
import { bytes } from './msproject-examples'
import { readTable, tableLimits, type TableLimits } from './table'

async function read(text: string | Uint8Array, limits: Partial<TableLimits> = {}) {
  return readTable(bytes(text, 7), 'csv', limits)
}

async function tableOf(text: string | Uint8Array) {
  const result = await read(text)
  if (!result.ok) throw new Error(result.why)
  return result.table
}

describe('a table as CSV', () => {
  test.each([',', ';', '\t', '|'])('may be separated by %j', async (separator) => {
    const rows = ['Name,Duration,Note', 'Walls,3d,a b', 'Roof,2d,'].map((row) =>
      row.replaceAll(',', separator),
    )
    expect(await tableOf(rows.join('\r\n'))).toEqual({
      sheet: null,
      header: ['Name', 'Duration', 'Note'],
      rows: [
        { row: 2, cells: ['Walls', '3d', 'a b'] },
        { row: 3, cells: ['Roof', '2d'] },
      ],
    })
  })

  test('keeps commas of numbers where semicolons separate', async () => {
    const { rows } = await tableOf('Name;Dauer;Kosten\nMauern;1,5 Tage;3,20\nDach;2,5 Tage;4,10')
    expect(rows[0]!.cells).toEqual(['Mauern', '1,5 Tage', '3,20'])
  })

  test('keeps separators, quotes and line ends within quotes, and counts the lines', async () => {
    const { rows } = await tableOf('a,b\n"one, ""two""","x\r\ny"\n\n"half"quoted,z\r\n')
    expect(rows).toEqual([
      { row: 2, cells: ['one, "two"', 'x\r\ny'] },
      { row: 5, cells: ['halfquoted', 'z'] },
    ])
  })

  test('says its separator in Excel’s way', async () => {
    expect((await tableOf('sep=|\na,b|c\n1|2')).header).toEqual(['a,b', 'c'])
  })

  test.each([
    ['UTF-8', Buffer.from('Größe,x\n1,2')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffGröße,x\n1,2')],
    ['UTF-16 little endian', Buffer.from('\ufeffGröße,x\n1,2', 'utf16le')],
    ['UTF-16 big endian', Buffer.from('\ufeffGröße,x\n1,2', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Größe,x\n1,2', 'latin1')],
  ])('may be %s', async (_, encoded) => {
    expect((await tableOf(encoded)).header).toEqual(['Größe', 'x'])
  })

  test.each([
    ['', 'no-rows'],
    [' \n,,\n', 'no-rows'],
    ['a,b\n"never closed', 'truncated'],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), 'not-a-table'],
    [Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8), 'wrong-encoding'],
  ])('is refused as %#: %j', async (text, why) => {
    expect(await read(text)).toMatchObject({ ok: false, why })
  })

  test('is refused where it is larger than we read, with the row', async () => {
    expect(await read('a,b\n1,2\n3,4', { maxBytes: 5 })).toEqual({ ok: false, why: 'too-large' })
    expect(await read('a\n1\n2\n3', { maxRows: 2 })).toEqual({ ok: false, why: 'too-many-rows', row: 4 })
    expect(await read('a,b\n1,2,3', { maxColumns: 2 })).toEqual({
      ok: false,
      why: 'too-many-columns',
      row: 2,
    })
    const long = `a,b\n1,${'x'.repeat(tableLimits.maxCellCharacters + 1)}`
    expect(await read(long)).toEqual({ ok: false, why: 'too-long-cell', row: 2 })
  })

  test('has a hundred thousand rows, and no more', async () => {
    const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}`
    const whole = await readTable(bytes(rows(100_000), 65_536), 'csv')
    expect(whole.ok && whole.table.rows.length).toBe(100_000)
    expect(await readTable(bytes(rows(100_001), 65_536), 'csv')).toMatchObject({ why: 'too-many-rows' })
  })
})
