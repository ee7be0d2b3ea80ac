import type { TableColumn } from '../../table/cells'

/** Everything that a table of margins can show; of a group of projects the first column is the group. */
export const marginColumns = [
  { id: 'project', kind: 'text', wide: true },
  { id: 'projects', kind: 'count' },
  { id: 'customer', kind: 'text' },
  { id: 'program', kind: 'text' },
  { id: 'unit', kind: 'text' },
  { id: 'currency', kind: 'text' },
  { id: 'value', kind: 'money' },
  { id: 'earned', kind: 'money' },
  { id: 'invoiced', kind: 'money' },
  { id: 'paid', kind: 'money' },
  { id: 'unbilled', kind: 'money' },
  { id: 'deferred', kind: 'money' },
  { id: 'hours', kind: 'hours' },
  { id: 'unapproved', kind: 'hours' },
  { id: 'cost', kind: 'money' },
  { id: 'margin', kind: 'money' },
  { id: 'percent', kind: 'percent' },
  { id: 'soldPercent', kind: 'percent' },
  { id: 'plannedPercent', kind: 'percent' },
  { id: 'completionCost', kind: 'money' },
  { id: 'completionMargin', kind: 'money' },
  { id: 'completionPercent', kind: 'percent' },
  { id: 'writtenOff', kind: 'money' },
] as const satisfies readonly TableColumn[]
export type MarginColumn = (typeof marginColumns)[number]['id']

export const usualColumns: readonly MarginColumn[] = [
  'project',
  'customer',
  'currency',
  'value',
  'earned',
  'invoiced',
  'paid',
  'cost',
  'margin',
  'percent',
]

/** What only one project has, and what only several have. */
const ofOneProject: readonly MarginColumn[] = ['customer', 'program', 'unit', 'currency']

export const marginGroupings = ['customer', 'program', 'unit', 'manager', 'currency'] as const
export type MarginGrouping = (typeof marginGroupings)[number]

export function columnsBy(by: string | null): readonly TableColumn<MarginColumn>[] {
  return marginColumns.filter(({ id }) => (by === null ? id !== 'projects' : !ofOneProject.includes(id)))
}

/** Margins up to which projects can be looked at, in per cent. */
export const marginBounds = ['0', '20', '40'] as const
