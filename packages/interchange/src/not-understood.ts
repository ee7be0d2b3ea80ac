export type NotUnderstoodCode =
  | 'assignment-ignored'
  | 'calendar-missing'
  | 'constraint-without-date'
  | 'costs-ignored'
  | 'cross-project-link'
  | 'custom-fields-ignored'
  | 'duplicate-link'
  | 'duration-missing'
  | 'external-task-fixed'
  | 'levelling-delay-as-elapsed'
  | 'link-to-missing-task'
  | 'recurring-exception-ignored'
  | 'subproject-ignored'
  | 'text-shortened'
  | 'working-time-ignored'

/** What the import leaves out or changes: where, on which task or element, and how often. */
export type NotUnderstood = {
  line: number
  what: string
  code: NotUnderstoodCode
  /** The value that was left out, as the file has it; `null` where the code says it all. */
  detail: string | null
  /** How many such places this entry stands for; the line is the first of them. */
  count: number
}

const MAX_ENTRIES_PER_CODE = 200

export type NotUnderstoodList = {
  add(code: NotUnderstoodCode, line: number, what: string, detail?: string): void
  /** For what a file has thousands of: one entry that counts. */
  count(code: NotUnderstoodCode, line: number, what: string): void
  inOrder(): NotUnderstood[]
}

/** Keeps two hundred entries of a kind and counts the rest on the last, so that no file makes an endless preview. */
export function notUnderstoodList(): NotUnderstoodList {
  const entries: NotUnderstood[] = []
  const byCode = new Map<NotUnderstoodCode, { entries: number; last: NotUnderstood }>()

  function note(
    limit: number,
    code: NotUnderstoodCode,
    line: number,
    what: string,
    detail: string | null,
  ): void {
    const known = byCode.get(code)
    if (known && known.entries >= limit) {
      known.last.count++
      return
    }
    const entry = { line, what, code, detail, count: 1 }
    entries.push(entry)
    byCode.set(code, { entries: (known?.entries ?? 0) + 1, last: entry })
  }

  return {
    add: (code, line, what, detail) => note(MAX_ENTRIES_PER_CODE, code, line, what, detail ?? null),
    count: (code, line, what) => note(1, code, line, what, null),
    inOrder: () => entries.toSorted((a, b) => a.line - b.line),
  }
}
