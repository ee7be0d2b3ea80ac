import type { Column } from '@countersign/domain/workspace/cells'

/** The table's columns, from the left; `number` and `name` stand still while the others are moved under them. */
export const sheetColumns = [
  'number',
  'name',
  'duration',
  'start',
  'finish',
  'predecessors',
  'people',
  'percent',
  'constraint',
  'deadline',
  'float',
] as const

export type SheetColumn = (typeof sheetColumns)[number]

/** These two are always there: without them a row says nothing. */
export const frozenColumns: readonly SheetColumn[] = ['number', 'name']

/** Where somebody begins: what most plans are made of. */
export const hiddenAtFirst: readonly SheetColumn[] = ['constraint', 'deadline', 'float']

/** Of the scheduler alone: nobody types in them. */
export type TypedColumn = Exclude<SheetColumn, 'number' | 'float'> & Column

export function isTyped(column: SheetColumn): column is TypedColumn {
  return column !== 'number' && column !== 'float'
}

/** In pixels. */
export const widthAtFirst: Record<SheetColumn, number> = {
  number: 52,
  name: 280,
  duration: 84,
  start: 108,
  finish: 108,
  predecessors: 118,
  people: 150,
  percent: 76,
  constraint: 190,
  deadline: 108,
  float: 84,
}
