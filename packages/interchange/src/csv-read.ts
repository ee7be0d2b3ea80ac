import { withoutGuard } from './csv'
import { checkedRow, TableRefused, type TableLimits, type TableRow } from './table'

const SEPARATORS = [',', ';', '\t', '|']
/** How many records say which separator it is. */
const SAMPLE = 20

/** The rows of a CSV (RFC 4180), with what people's programs make of it: other separators, encodings and line ends. */
export function rowsOfCsv(bytes: Uint8Array, limits: TableLimits): TableRow[] {
  const text = decoded(bytes)
  // A NUL is in no text that anybody typed, but in pictures and programs.
  if (text.includes('\u0000')) throw new TableRefused('not-a-table')
  const said = /^sep=(.)\r?\n/i.exec(text)
  const separator = said?.[1] ?? separatorOf(text)
  const rows: TableRow[] = []
  for (const { line, cells } of recordsOf(said ? text.slice(said[0].length) : text, separator)) {
    const row = checkedRow(line + (said ? 1 : 0), cells.map(withoutGuard), limits)
    if (!row) continue
    if (rows.length > limits.maxRows) throw new TableRefused('too-many-rows', row.row)
    rows.push(row)
  }
  return rows
}

/** By the byte order mark, else UTF-8, else what Excel writes in western Europe. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function utf16(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new TableRefused('wrong-encoding')
  }
}

/** The separator that most often gives the first records as many cells as the header, and more than one. */
function separatorOf(text: string): string {
  let best = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const counts: number[] = []
    try {
      for (const { cells } of recordsOf(text, separator)) {
        if (cells.length > 1 || cells[0] !== '') counts.push(cells.length)
        if (counts.length === SAMPLE) break
      }
    } catch (error) {
      if (!(error instanceof TableRefused)) throw error
    }
    const [columns = 1] = counts
    const alike = counts.filter((count) => count === columns).length
    const score = columns > 1 ? alike * 1000 + columns : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** `line` is where the record begins, counted from 1. Refuses a text that ends within quotes. */
function* recordsOf(text: string, separator: string): Generator<{ line: number; cells: string[] }> {
  let cells: string[] = []
  let line = 1
  let begins = 1
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; at++) {
        const quote = text.indexOf('"', at)
        if (quote < 0) throw new TableRefused('truncated', begins)
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
      }
      line += lineEndsIn(cell)
    }
    // What follows closing quotes without a separator belongs to the cell: half-quoted cells are common.
    let end = at
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    cells.push(cell + text.slice(at, end))
    at = end + 1
    if (text[end] === separator) {
      if (at === text.length) cells.push('')
      else continue
    }
    if (text[end] === '\r' && text[at] === '\n') at++
    yield { line: begins, cells }
    cells = []
    begins = ++line
  }
  if (cells.length > 0) yield { line: begins, cells }
}

function lineEndsIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0
}
