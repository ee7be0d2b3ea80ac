import { readXml } from './xml-stream'
import { Refused } from './refused'
import { checkedRow, TableRefused, type TableCell, type TableLimits, type TableRow } from './table'
import { dateFormatsOf, momentOfSerial } from './xlsx-dates'
import { openZip, type ZipParts } from './zip-read'

const MAX_SHARED_STRINGS = 2_000_000

/** The rows of the first visible sheet of an Office Open XML workbook (ECMA-376). Formulas give their last result. */
export async function rowsOfXlsx(
  bytes: Buffer,
  limits: TableLimits,
): Promise<{ sheet: string; rows: TableRow[] }> {
  // Workbooks from before 2007 and those with a password are compound files.
  if (bytes.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0)))
    throw new TableRefused('old-or-encrypted')
  const zip = await openZip(bytes)
  try {
    const { name, path, is1904 } = await firstSheet(zip)
    const strings = await sharedStrings(zip)
    const dateStyles = await stylesOfDates(zip)
    return { sheet: name, rows: await rowsOf(zip, path, { strings, dateStyles, is1904 }, limits) }
  } catch (error) {
    throw error instanceof Refused ? new TableRefused('not-xlsx') : error
  } finally {
    zip.close()
  }
}

async function firstSheet(zip: ZipParts): Promise<{ name: string; path: string; is1904: boolean }> {
  const targets = new Map<string, string>()
  await elementsOf(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name === 'Relationship' && attributes.Id && attributes.Target)
      targets.set(attributes.Id, attributes.Target)
  })
  let is1904 = false
  const sheets: { name: string; target: string }[] = []
  await elementsOf(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    const target = targets.get(attributes['r:id'] ?? attributes.id ?? '')
    const isVisible = (attributes.state ?? 'visible') === 'visible'
    if (name === 'sheet' && target && isVisible) sheets.push({ name: attributes.name ?? '', target })
  })
  const [sheet] = sheets
  if (!sheet) throw new TableRefused('not-xlsx')
  const path = sheet.target.startsWith('/') ? sheet.target.slice(1) : `xl/${sheet.target}`
  return { name: sheet.name, path, is1904 }
}

async function sharedStrings(zip: ZipParts): Promise<string[]> {
  const strings: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let phonetic = 0
  await elementsOf(
    zip,
    'xl/sharedStrings.xml',
    (name) => {
      if (name === 'si') text = ''
      // How a name is read aloud is no part of it.
      if (name === 'rPh') phonetic++
    },
    (name, own) => {
      if (name === 'rPh') phonetic--
      else if (name === 't' && phonetic === 0) text += own
      else if (name === 'si') {
        if (strings.length >= MAX_SHARED_STRINGS) throw new TableRefused('too-large')
        strings.push(text)
      }
    },
  )
  return strings
}

async function stylesOfDates(zip: ZipParts): Promise<ReadonlySet<number>> {
  if (!zip.has('xl/styles.xml')) return new Set()
  const codes = new Map<number, string>()
  const formats: number[] = []
  let isCells = false
  await elementsOf(
    zip,
    'xl/styles.xml',
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) formats.push(Number(attributes.numFmtId ?? 0))
    },
    (name) => {
      if (name === 'cellXfs') isCells = false
    },
  )
  const isDate = dateFormatsOf(codes)
  return new Set(formats.flatMap((format, style) => (isDate(format) ? style : [])))
}

type Workbook = { strings: string[]; dateStyles: ReadonlySet<number>; is1904: boolean }

async function rowsOf(zip: ZipParts, path: string, book: Workbook, limits: TableLimits): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let row = 0
  let cells: TableCell[] = []
  let column = 0
  let cell = { type: 'n', style: 0, value: '', text: '' }
  await elementsOf(
    zip,
    path,
    (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        cells = []
        column = 0
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        if (column > limits.maxColumns) column = limits.maxColumns + 1
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', text: '' }
      }
    },
    (name, own) => {
      if (name === 'v') cell.value = own
      else if (name === 't') cell.text += own
      else if (name === 'c') {
        const value = valueOf(cell, book)
        if (value === null) return
        if (column > limits.maxColumns) throw new TableRefused('too-many-columns', row)
        while (cells.length < column) cells.push(null)
        cells[column - 1] = value
      } else if (name === 'row') {
        const checked = checkedRow(row, cells, limits)
        if (!checked) return
        if (rows.length > limits.maxRows) throw new TableRefused('too-many-rows', row)
        rows.push(checked)
      }
    },
  )
  return rows
}

function valueOf(
  cell: { type: string; style: number; value: string; text: string },
  { strings, dateStyles, is1904 }: Workbook,
): TableCell {
  switch (cell.type) {
    case 's':
      return strings[Number(cell.value)] ?? null
    case 'inlineStr':
      return cell.text
    case 'str':
      return cell.value
    case 'b':
      return cell.value === '1'
    case 'e':
      return null
    case 'd':
      return cell.value.slice(0, 16)
    default: {
      const number = Number(cell.value)
      if (cell.value === '' || !Number.isFinite(number)) return null
      const moment = dateStyles.has(cell.style) ? momentOfSerial(number, is1904) : null
      return moment === null ? number : { moment }
    }
  }
}

/** 'AB12' is column 28. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,7}/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return Math.max(1, column)
}

async function elementsOf(
  zip: ZipParts,
  path: string,
  open: (name: string, attributes: Record<string, string>) => void,
  close: (name: string, text: string) => void = () => undefined,
): Promise<void> {
  const part = await zip.open(path)
  if (!part) throw new TableRefused('not-xlsx')
  try {
    await readXml(part, { maxBytes: Infinity }, { open, close })
  } finally {
    part.destroy()
  }
}
