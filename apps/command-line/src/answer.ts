/** What a verb has to say: for people as text, with --json as the value. */
export type Answer = { text: string; value: unknown; exitCode?: 0 | 1 }

/** Rows in columns as wide as their widest cell; the last one is not padded. */
export function columns(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at]!)].map((cell) => cell.length)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Money goes into JSON as decimal text of minor units. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part), 2)
}
