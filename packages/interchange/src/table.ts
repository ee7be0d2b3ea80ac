import type { LocalDateTime } from '@countersign/domain/calendar-day'
import { rowsOfCsv } from './csv-read'
import { rowsOfXlsx } from './xlsx-read'

export type TableKind = 'csv' | 'xlsx'

/** What stands in a cell; a date of a spreadsheet has no time zone. */
export type TableCell = string | number | boolean | { moment: LocalDateTime } | null

export type TableRow = {
  /** As the file counts, from 1. */
  row: number
  cells: TableCell[]
}

export type Table = { sheet: string | null; header: string[]; rows: TableRow[] }

export type TableRefusal =
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-long-cell'
  | 'no-rows'
  | 'not-a-table'
  | 'not-xlsx'
  | 'old-or-encrypted'
  | 'truncated'
  | 'zip-bomb'
  | 'wrong-encoding'

export type TableRead = { ok: true; table: Table } | { ok: false; why: TableRefusal; row?: number }

export type TableLimits = { maxBytes: number; maxRows: number; maxColumns: number; maxCellCharacters: number }

export const tableLimits: TableLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxRows: 100_000,
  maxColumns: 500,
  maxCellCharacters: 32_767,
}

/** Thrown where a reader has nothing to return to; never leaves this package. */
export class TableRefused extends Error {
  constructor(
    readonly why: TableRefusal,
    readonly row?: number,
  ) {
    super(why)
  }
}

/**
 * Reads a table as people keep one: CSV with any of the usual separators and encodings, or the first visible sheet of
 * an XLSX. The first row that is not empty is the header; empty rows are left out. On a refusal the iterator is
 * neither drained nor closed.
 */
export async function readTable(
  chunks: AsyncIterable<Uint8Array>,
  kind: TableKind,
  options: Partial<TableLimits> & { onProgress?: (bytesRead: number) => void } = {},
): Promise<TableRead> {
  const { onProgress, ...given } = options
  const limits = { ...tableLimits, ...given }
  try {
    const bytes = await allBytes(chunks, limits.maxBytes, onProgress)
    const { sheet, rows } =
      kind === 'csv' ? { sheet: null, rows: rowsOfCsv(bytes, limits) } : await rowsOfXlsx(bytes, limits)
    const [first, ...rest] = rows
    if (!first) throw new TableRefused('no-rows')
    const header = first.cells.map(headerText)
    while (header.at(-1) === '') header.pop()
    return { ok: true, table: { sheet, header, rows: rest } }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    return { ok: false, why: error.why, ...(error.row === undefined ? {} : { row: error.row }) }
  }
}

/** Refuses the table where a row goes beyond what we read; empty cells at the end are left out. */
export function checkedRow(row: number, given: readonly TableCell[], limits: TableLimits): TableRow | null {
  const cells = given.map((cell) => (typeof cell === 'string' && cell.trim() === '' ? null : cell))
  while (cells.at(-1) === null) cells.pop()
  if (cells.length === 0) return null
  if (cells.length > limits.maxColumns) throw new TableRefused('too-many-columns', row)
  if (cells.some((cell) => typeof cell === 'string' && cell.length > limits.maxCellCharacters))
    throw new TableRefused('too-long-cell', row)
  return { row, cells }
}

function headerText(cell: TableCell): string {
  if (cell === null) return ''
  return (typeof cell === 'object' ? cell.moment : String(cell)).replace(/\s+/g, ' ').trim()
}

async function allBytes(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onProgress?: (bytesRead: number) => void,
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const iterator = chunks[Symbol.asyncIterator]()
  let bytesRead = 0
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    bytesRead += next.value.byteLength
    if (bytesRead > maxBytes) throw new TableRefused('too-large')
    parts.push(next.value)
    onProgress?.(bytesRead)
  }
  return Buffer.concat(parts)
}
