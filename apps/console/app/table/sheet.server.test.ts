import { csvOf } from '@countersign/interchange/csv'
import { describe, expect, test } from 'vitest'
import type { TableColumn, TableRow } from './cells'
import { sheetOf } from './sheet.server'

const columns = [
  { id: 'currency', kind: 'text' },
  { id: 'margin', kind: 'money' },
] as TableColumn[]

function inCsv(amounts: [currency: string, minor: string][]): string {
  const rows = amounts.map(([currency, minor], index): TableRow => ({
    key: String(index),
    cells: {
      currency: { kind: 'text', text: currency },
      margin: { kind: 'money', amount: { minor, currency } },
    },
  }))
  const { header, rows: cells } = sheetOf(columns, ['currency', 'margin'], { margin: 'Margin' }, rows)
  return csvOf(header, cells)
}

describe('An amount in an exported table', () => {
  test('has as many decimals as its currency has', () => {
    const amounts: [string, string][] = [
      ['EUR', '123456'],
      ['KWD', '1234567'],
      ['BHD', '1234567'],
      ['JPY', '1234567'],
    ]
    expect(inCsv(amounts)).toBe(
      '\ufeffcurrency,Margin\r\nEUR,1234.56\r\nKWD,1234.567\r\nBHD,1234.567\r\nJPY,1234567\r\n',
    )
  })

  test('keeps its zeros where it is less than one, and its sign', () => {
    const amounts: [string, string][] = [
      ['KWD', '5'],
      ['BHD', '-50'],
      ['KWD', '-1000'],
      ['KWD', '0'],
    ]
    expect(inCsv(amounts)).toContain('KWD,0.005\r\nBHD,-0.050\r\nKWD,-1.000\r\nKWD,0.000\r\n')
  })
})
