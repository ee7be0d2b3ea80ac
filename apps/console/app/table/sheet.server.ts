import { minorDigits } from '@countersign/domain/money'
import { csvOf, type CsvCell } from '@countersign/interchange/csv'
import { xlsxOf } from '@countersign/interchange/xlsx-write'
import { attachment } from '@countersign/http/download'
import type { MoneyText } from '@countersign/ui/i18n/format'
import type { Cell, TableColumn, TableRow } from './cells'

export type Sheet = { header: string[]; rows: CsvCell[][] }

/**
 * The columns that are shown, with the whole result's rows. Amounts have a decimal point and nothing else, which every
 * program reads; where a column's amounts have several currencies, the table has a column that says which.
 */
export function sheetOf(
  columns: readonly TableColumn[],
  shown: readonly string[],
  labels: Record<string, string>,
  rows: TableRow[],
): Sheet {
  const wanted = columns.filter(({ id }) => shown.includes(id))
  const partsOf = (id: string, { cells }: TableRow) => {
    const cell = cells[id]
    return cell?.kind === 'text' ? cell.parts : undefined
  }
  const width = (id: string) => Math.max(0, ...rows.map((row) => partsOf(id, row)?.length ?? 0))
  return {
    header: wanted.flatMap(({ id }) =>
      width(id) > 0
        ? Array.from({ length: width(id) }, (_, index) => labels[`${id}-${index + 1}`] ?? '')
        : [labels[id] ?? id],
    ),
    rows: rows.map((row) => wanted.flatMap(({ id }) => partsOf(id, row) ?? [sheetCell(row.cells[id])])),
  }
}

export function sheetResponse({ header, rows }: Sheet, kind: 'csv' | 'xlsx', name: string): Response {
  const bytes = kind === 'csv' ? Buffer.from(csvOf(header, rows)) : Buffer.from(xlsxOf(name, header, rows))
  const mediaType =
    kind === 'csv'
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return attachment({ stream: bytes, size: bytes.byteLength, name: `${name}.${kind}`, mediaType })
}

function sheetCell(cell: Cell | undefined): CsvCell {
  if (!cell) return null
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'money':
      return cell.amount ? decimalOf(cell.amount) : null
    case 'percent':
      return cell.percent === null ? null : { number: cell.percent.toFixed(2) }
    case 'hours':
      return { number: (cell.minutes / 60).toFixed(2) }
    case 'count':
      return { number: String(cell.count) }
    case 'day':
      return cell.on
  }
}

export function decimalOf({ minor, currency }: MoneyText): CsvCell {
  const digits = minorDigits(currency)
  const sign = minor.startsWith('-') ? '-' : ''
  const text = minor.replace('-', '').padStart(digits + 1, '0')
  const at = text.length - digits
  return { number: `${sign}${text.slice(0, at)}${digits > 0 ? `.${text.slice(at)}` : ''}` }
}
