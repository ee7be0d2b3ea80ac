import { describe, expect, test } from 'vitest'
import { changedFieldsEn } from '../../messages/changed-fields-en'
import { closingEn } from '../../messages/closing-en'
import { changedValue } from './changed-value'
import { fieldsOfNoun, silentFields } from './noun-tables'
import { referredTable } from './referred'

const shown = [...fieldsOfNoun].flatMap(([noun, fields]) =>
  [...fields.values()].filter(({ name }) => !silentFields.has(name)).map((column) => ({ noun, column })),
)

describe('what is said of a change of money', () => {
  test('has a word for every record', () => {
    expect([...fieldsOfNoun.keys()].sort()).toEqual(Object.keys(closingEn.changes.nouns).sort())
  })

  test('has a word for every field, and none for a field that is gone', () => {
    const fields = new Set(shown.map(({ column }) => column.name))
    expect(Object.keys(changedFieldsEn.fields).sort()).toEqual([...fields].sort())
  })

  test('has a word for everything that may stand in a field of few choices', () => {
    const choices = shown.flatMap(({ column }) => column.enumValues ?? [])
    const silent = choices.filter((choice) => !(choice in changedFieldsEn.values))
    expect(silent).toEqual([])
  })

  test('names the row that an id refers to', () => {
    const ids = shown.filter(({ column }) => column.columnType === 'PgUUID')
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter(({ noun, column }) => !referredTable(column.name, noun))).toEqual([])
  })
})

describe('a changed value', () => {
  const reading = {
    noun: 'expenses',
    currency: 'JPY',
    contractCurrency: 'EUR',
    costCurrency: null,
    nameOf: (table: string, id: string) => (id === 'known' ? { name: `a row of ${table}`, day: null } : null),
  }
  const said = (field: string, value: unknown, noun = 'expenses') =>
    changedValue(value, fieldsOfNoun.get(noun)!.get(field)!, { ...reading, noun })

  test('is money in the record’s own currency, and its cost in the contract’s', () => {
    expect(said('gross_minor', 1200)).toEqual({ kind: 'money', money: [{ minor: '1200', currency: 'JPY' }] })
    expect(said('cost_minor', 745)).toEqual({ kind: 'money', money: [{ minor: '745', currency: 'EUR' }] })
  })

  test('is a name where it refers to a row, also one that is gone', () => {
    expect(said('approved_by', 'known')).toEqual({ kind: 'row', name: 'a row of staff', day: null })
    expect(said('reverses', 'known')).toEqual({ kind: 'row', name: 'a row of expenses', day: null })
    expect(said('task_id', 'unknown')).toEqual({ kind: 'gone' })
  })

  test('is a day, an instant, a share, a choice or a yes by what its column holds', () => {
    expect(said('spent_on', '2026-11-04')).toEqual({ kind: 'day', text: '2026-11-04' })
    expect(said('approved_at', '2026-11-04T09:00:00+00:00')?.kind).toBe('instant')
    expect(said('is_billable', false)).toEqual({ kind: 'truth', is: false })
    expect(said('category', 'meals')).toEqual({ kind: 'word', text: 'meals' })
    expect(said('tax_basis_points', 1900, 'contracts')).toEqual({ kind: 'percent', percent: 19 })
  })

  test('is nothing where nothing stood', () => {
    for (const nothing of [null, undefined, '', []]) expect(said('description', nothing)).toBeNull()
  })

  test('of a draft is what its lines bill', () => {
    const content = { lines: [{ description: 'Deposit' }, { description: 'Hours' }] }
    expect(said('content', content, 'invoice_drafts')).toEqual({ kind: 'text', text: 'Deposit; Hours' })
  })
})
