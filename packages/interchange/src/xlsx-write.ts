import { strToU8, zipSync } from 'fflate'
import type { LocalDateTime } from '@countersign/domain/calendar-day'
import { withoutFormula, type CsvCell } from './csv'
import { element, escaped, leaf } from './xml-text'
import { serialOf } from './xlsx-dates'

export type SheetCell = CsvCell | { moment: LocalDateTime }

const DATE_STYLE = 1
/** The text stays text when somebody edits the cell. */
const QUOTED_STYLE = 2
const BOLD_STYLE = 3
const MAX_SHEET_NAME = 31
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One sheet as Office Open XML (ECMA-376). Text is written as text, so that none of it is a formula. */
export function xlsxOf(
  sheet: string,
  header: readonly string[],
  rows: Iterable<readonly SheetCell[]>,
): Uint8Array {
  const lines = [rowElement(1, header, BOLD_STYLE)]
  for (const row of rows) lines.push(rowElement(lines.length + 1, row))
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf quotePrefix="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>${element('sheetData', ...lines)}</worksheet>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(declaration + text)])),
    // A ZIP keeps a time, and the same plan shall give the same file.
    { mtime: '1980-01-02T00:00:00' },
  )
}

function rowElement(row: number, cells: readonly SheetCell[], style = 0): string {
  const inside = cells.map((cell, at) => cellElement(`${columnName(at)}${row}`, cell, style)).join('')
  return `<row r="${row}">${inside}</row>`
}

function cellElement(reference: string, cell: SheetCell, style: number): string {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    const own = withoutFormula(cell) === cell ? style : QUOTED_STYLE
    return `<c r="${reference}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  const [number, own] = 'moment' in cell ? [String(serialOf(cell.moment)), DATE_STYLE] : [cell.number, style]
  return `<c r="${reference}" s="${own}">${leaf('v', number)}</c>`
}

function columnName(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** Excel forbids some signs and more than 31 of them. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'|'$/g, '')
    .trim()
  return escaped(allowed.slice(0, MAX_SHEET_NAME) || 'Sheet 1').replaceAll('"', '&quot;')
}
