import type { TableColumn } from '../../table/cells'

export const entryColumns = [
  { id: 'on', kind: 'day' },
  { id: 'kind', kind: 'text' },
  { id: 'task', kind: 'text' },
  { id: 'line', kind: 'text' },
  { id: 'who', kind: 'text' },
  { id: 'role', kind: 'text' },
  { id: 'what', kind: 'text', wide: true },
  { id: 'hours', kind: 'hours' },
  { id: 'cost', kind: 'money' },
  { id: 'bill', kind: 'money' },
  { id: 'state', kind: 'text' },
] as const satisfies readonly TableColumn[]
export type EntryColumn = (typeof entryColumns)[number]['id']

export const usualEntryColumns: readonly EntryColumn[] = [
  'on',
  'kind',
  'task',
  'who',
  'what',
  'hours',
  'cost',
  'bill',
  'state',
]

export const entryKinds = ['time', 'expense', 'vendor'] as const
export const entryGroupings = ['task', 'who', 'line', 'kind', 'state'] as const
export type EntryGrouping = (typeof entryGroupings)[number]

/** Of a group of entries: what it is a group of, how many, and their sums. */
export function entryColumnsBy(by: string | null): readonly TableColumn[] {
  if (by === null) return entryColumns
  return [
    { id: by, kind: 'text', wide: true },
    { id: 'entries', kind: 'count' },
    ...entryColumns.filter(({ id }) => ['hours', 'cost', 'bill'].includes(id)),
  ]
}
