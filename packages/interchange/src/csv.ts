/** Text as somebody typed it, or a number that we wrote: only text can be mistaken for a formula. */
export type CsvCell = string | { number: string } | null

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets misread umlauts. Text that a
 * spreadsheet would run as a formula gets an apostrophe before it, as OWASP's "CSV Injection" says.
 */
export function csvOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`)
  return `\ufeff${lines.join('')}`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'string' ? withoutFormula(cell) : cell.number
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets skip blanks and line ends before they look, and read the full-width signs too. */
export function withoutFormula(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}

/** What was written with an apostrophe before it, without. */
export function withoutGuard(text: string): string {
  const rest = text.slice(1)
  return text.startsWith("'") && withoutFormula(rest) !== rest ? rest : text
}
