import {
  sheetFields,
  sheetLineOf,
  type SheetText,
  type TextFlaw,
} from '@countersign/domain/budget/sheet-text'
import type { SheetLine } from '@countersign/domain/budget/estimate-sheet'
import type { Table, TableCell } from './table'

/** The names under which each column is found, in small letters without blanks and signs. */
const columnNames: Record<keyof SheetText, readonly string[]> = {
  workPackage: ['workpackage', 'package', 'task', 'wbs', 'arbeitspaket', 'paket', 'vorgang', 'psp'],
  costType: ['type', 'costtype', 'kind', 'kostenart', 'art'],
  jobRole: ['role', 'jobrole', 'rolle'],
  hours: ['hours', 'stunden', 'std'],
  amount: ['amount', 'cost', 'betrag', 'kosten'],
  billHour: ['billrate', 'rate', 'stundensatz', 'satz', 'verrechnungssatz'],
  note: ['note', 'comment', 'remark', 'notiz', 'bemerkung', 'anmerkung'],
}

export type BudgetTable =
  | { ok: true; lines: SheetLine[]; /** Of each line, the file's row. */ rows: number[] }
  | { ok: false; why: 'no-package-column' | 'no-rows' }
  | ({ ok: false; row: number } & TextFlaw)

/** The lines of an estimate sheet that a table means; the first row that is wrong is named, with its column. */
export function budgetOfTable(
  { header, rows }: Table,
  { currency, locale }: { currency: string; locale: string },
): BudgetTable {
  const names = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  const columnOf = new Map(
    sheetFields.map((field) => [field, names.findIndex((name) => columnNames[field].includes(name))]),
  )
  if (columnOf.get('workPackage')! < 0) return { ok: false, why: 'no-package-column' }
  if (rows.length === 0) return { ok: false, why: 'no-rows' }
  const lines: SheetLine[] = []
  for (const { row, cells } of rows) {
    const text = Object.fromEntries(
      sheetFields.map((field) => [field, cellText(cells[columnOf.get(field)!] ?? null, locale)]),
    ) as SheetText
    const read = sheetLineOf(text, { currency, locale })
    if (!read.ok) return { ok: false, row, field: read.field, why: read.why }
    lines.push(read.line)
  }
  return { ok: true, lines, rows: rows.map(({ row }) => row) }
}

/** A workbook's number has no language: it is written as the reader's. */
function cellText(cell: TableCell, locale: string): string {
  if (cell === null || typeof cell === 'boolean') return ''
  if (typeof cell === 'number') return locale === 'de' ? String(cell).replace('.', ',') : String(cell)
  return typeof cell === 'string' ? cell : cell.moment
}
