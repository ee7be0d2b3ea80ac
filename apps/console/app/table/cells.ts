import type { MoneyText } from '@countersign/ui/i18n/format'

/** What stands in a cell: enough to show it, to sort nothing by it and to write it into a file. */
export type Cell =
  /** `parts` stand in columns of their own in a file. */
  | { kind: 'text'; text: string; under?: string; href?: string; parts?: string[] }
  /** Null where nobody said it; `without` names the currencies that have no rate of exchange, so nothing was added. */
  | { kind: 'money'; amount: MoneyText | null; without?: string[] }
  | { kind: 'percent'; percent: number | null; of?: { earned: MoneyText; cost: MoneyText } }
  | { kind: 'hours'; minutes: number; unrated?: number }
  | { kind: 'count'; count: number }
  | { kind: 'day'; on: string | null }

export type CellKind = Cell['kind']
export type TableColumn<Id extends string = string> = { id: Id; kind: CellKind; wide?: boolean }
export type TableRow = { key: string; cells: Record<string, Cell> }

/** What a table's address asks for beyond its filters. */
export type TableView = {
  column: string
  descending: boolean
  page: number
  /** How rows are put together; null row by row. */
  by: string | null
  /** The columns that are shown, in the table's own order. */
  shown: string[]
}
