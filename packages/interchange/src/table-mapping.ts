import type { DayOrder } from '@countersign/domain/plan-text/date-text'
import { createHash } from 'node:crypto'
import { columnNames, planFields, type PlanField } from './column-names'
import type { Table, TableCell } from './table'

/** What stands in the columns of a table, as plain JSON: kept under the header's fingerprint and used again. */
export type TableMapping = {
  /** Column by field, counted from 0. */
  columns: Partial<Record<PlanField, number>>
  /** How 03/04/2026 is read. */
  dayOrder: DayOrder
  /** What a duration without a unit is in. */
  durationUnit: 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks'
}

export type MappingRefusal = 'no-name' | 'no-such-column' | 'same-column-twice'

const SAMPLE = 200

/** Two tables with the same fingerprint have the same columns, whatever the case and the blanks of their names. */
export function headerFingerprint(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map(plain)))
    .digest('hex')
}

/**
 * What the columns seem to hold, by the names that Microsoft Project, Jira, Asana, Smartsheet and people give them, in
 * English and German. The rows tell how dates are written.
 */
export function proposeMapping(header: readonly string[], rows: Table['rows'] = []): TableMapping {
  const columns: TableMapping['columns'] = {}
  const names = header.map(plain)
  const taken = new Set<number>()
  for (const field of planFields) {
    for (const known of columnNames[field]) {
      const at = names.findIndex((name, column) => name === known && !taken.has(column))
      if (at < 0) continue
      columns[field] = at
      taken.add(at)
      break
    }
  }
  const dates = [columns.start, columns.finish, columns.deadline].flatMap((at) => at ?? [])
  return {
    columns,
    dayOrder: dayOrderOf(rows, dates, names),
    durationUnit: durationUnitOf(columns.duration === undefined ? '' : names[columns.duration]!),
  }
}

/** A table needs a column of names, and a column says one thing. */
export function whyNotMapping(mapping: TableMapping, header: readonly string[]): MappingRefusal | null {
  const columns = planFields.flatMap((field) => mapping.columns[field] ?? [])
  if (mapping.columns.name === undefined) return 'no-name'
  if (columns.some((at) => !Number.isInteger(at) || at < 0 || at >= header.length)) return 'no-such-column'
  return new Set(columns).size < columns.length ? 'same-column-twice' : null
}

/** '% Complete ' and '%complete' are one name. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:.\-–/()[\]]+/g, '')
}

/** What only one order can mean decides; else dots are German, and slashes beside English names American. */
function dayOrderOf(rows: Table['rows'], columns: readonly number[], names: readonly string[]): DayOrder {
  let dots = 0
  let slashes = 0
  for (const { cells } of rows.slice(0, SAMPLE)) {
    for (const at of columns) {
      const found = numbersOf(cells[at] ?? null)
      if (!found) continue
      if (found.first.length === 4) return 'ymd'
      if (Number(found.first) > 12) return 'dmy'
      if (Number(found.second) > 12) return 'mdy'
      if (found.separator === '.') dots++
      else slashes++
    }
  }
  const isGerman = names.some((name) => ['vorgang', 'vorgangsname', 'anfang', 'ende', 'dauer'].includes(name))
  return slashes > dots && !isGerman ? 'mdy' : 'dmy'
}

function numbersOf(cell: TableCell): { first: string; second: string; separator: string } | null {
  const match = typeof cell === 'string' ? /(\d{1,4})([./-])(\d{1,2})\2\d{1,4}/.exec(cell) : null
  return match ? { first: match[1]!, separator: match[2]!, second: match[3]! } : null
}

/** The name may say the unit; Jira's export has seconds. */
function durationUnitOf(name: string): TableMapping['durationUnit'] {
  if (/originalestimate|ursprünglicheschätzung/.test(name)) return 'seconds'
  if (/minut/.test(name)) return 'minutes'
  if (/hour|stunde|std|estimate|aufwand/.test(name)) return 'hours'
  return /week|woche/.test(name) ? 'weeks' : 'days'
}
