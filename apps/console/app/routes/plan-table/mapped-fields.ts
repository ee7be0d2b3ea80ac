import type { TableMapping } from '@countersign/interchange/table-mapping'

/** In the order in which a form asks for them. */
export const mappedFields = [
  'name',
  'uid',
  'duration',
  'start',
  'finish',
  'predecessors',
  'outlineLevel',
  'wbs',
  'parent',
  'percentComplete',
  'milestone',
  'deadline',
  'resources',
  'note',
] as const satisfies readonly (keyof TableMapping['columns'])[]
export type MappedField = (typeof mappedFields)[number]

export const dayOrders = ['dmy', 'mdy', 'ymd'] as const
export const durationUnits = ['days', 'weeks', 'hours', 'minutes'] as const
