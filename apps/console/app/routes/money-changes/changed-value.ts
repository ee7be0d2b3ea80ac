import type { LocalDate } from '@countersign/domain/calendar-day'
import type { MoneyText } from '@countersign/ui/i18n/format'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { referredTable } from './referred'

/** What stood in a field, so that a reader's own words, dates and money can be made of it. */
export type ChangedValue =
  | { kind: 'text' | 'day' | 'instant' | 'word' | 'digest'; text: string }
  | { kind: 'row'; name: string; day: LocalDate | null }
  | { kind: 'money'; money: MoneyText[] }
  | { kind: 'percent'; percent: number }
  | { kind: 'hours'; minutes: number }
  | { kind: 'truth'; is: boolean }
  | { kind: 'gone' }

type Reading = {
  noun: string
  /** Of the record's own amounts, and of those that are in the contract's. */
  currency: string
  contractCurrency: string
  costCurrency: string | null
  nameOf: (table: string, id: string) => { name: string; day: LocalDate | null } | null
}

/** The value as the trigger recorded it (JSON of the row), by what its column holds; null for nothing. */
export function changedValue(value: unknown, column: PgColumn, reading: Reading): ChangedValue | null {
  if (value === null || value === undefined || value === '') return null
  const field = column.name
  if (Array.isArray(value) && value.length === 0) return null
  if (field.endsWith('_minor')) {
    const currency = currencyOf(field, reading)
    return { kind: 'money', money: [value].flat().map((minor) => ({ minor: String(minor), currency })) }
  }
  if (field === 'quantity_thousandths') return { kind: 'text', text: String(Number(value) / 1000) }
  if (field.endsWith('_basis_points')) return { kind: 'percent', percent: Number(value) / 100 }
  if (field.endsWith('_percent')) return { kind: 'percent', percent: Number(value) }
  if (field === 'minutes') return { kind: 'hours', minutes: Number(value) }
  if (field === 'digest' || field.endsWith('_sha256')) return { kind: 'digest', text: String(value) }
  const referred = referredTable(field, reading.noun)
  if (referred) {
    const name = reading.nameOf(referred, String(value))
    return name ? { kind: 'row', ...name } : { kind: 'gone' }
  }
  return byType(value, column)
}

/** Hours, expenses and vendors' invoices have a cost in the contract's currency beside amounts in another. */
const inContractCurrency = new Set(['cost_minor', 'standard_minor', 'bill_minor', 'bill_hour_minor'])

function currencyOf(field: string, { currency, contractCurrency, costCurrency, noun }: Reading): string {
  if (field === 'cost_hour_minor' && costCurrency) return costCurrency
  return inContractCurrency.has(field) && noun !== 'budget_lines' ? contractCurrency : currency
}

function byType(value: unknown, column: PgColumn): ChangedValue {
  if (typeof value === 'boolean') return { kind: 'truth', is: value }
  const text = typeof value === 'object' ? inside(value, column.name) : String(value as string | number)
  if (column.columnType === 'PgDateString') return { kind: 'day', text }
  if (column.columnType === 'PgTimestamp') return { kind: 'instant', text }
  if (column.enumValues?.length) return { kind: 'word', text }
  return { kind: 'text', text: text.slice(0, 300) }
}

/** What a reader looks for in what is kept as a whole: a draft's lines, who the parties were, accounts, lists. */
function inside(value: unknown, field: string): string {
  if (field === 'content') {
    const { lines = [] } = value as { lines?: { description: string }[] }
    return lines.map(({ description }) => description).join('; ')
  }
  if (field === 'parties') {
    const { seller, buyer } = value as Record<string, { name?: string } | undefined>
    return [seller?.name, buyer?.name].filter(Boolean).join(' → ')
  }
  return Object.values(value as object).join(', ')
}
