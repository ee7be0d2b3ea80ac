/** Text of a spreadsheet as its cells: tabs between cells, a line each row; what holds either is in quotes. */
export function rowsOfBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const given = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  if (given === '') return []
  for (let at = 0; at < given.length; at++) {
    const sign = given[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (given[at + 1] === '"') cell += given[++at]!
      else isQuoted = false
    } else if (sign === '"' && cell === '' && closes(given, at)) isQuoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  rows.push([...row, cell])
  return rows
}

/** A quote that opens a cell has one that ends it; else it is an inch. */
function closes(text: string, from: number): boolean {
  return /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(text.slice(from))
}
