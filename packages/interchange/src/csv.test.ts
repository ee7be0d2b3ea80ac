import { describe, expect, test } from 'vitest'
import { csvOf } from './csv'

const oneCell = (text: string) => csvOf(['a'], [[text]]).split('\r\n')[1]

describe('a table as CSV', () => {
  test('has a byte order mark, a header and a line for each row', () => {
    expect(
      csvOf(
        ['Project', 'Margin'],
        [
          ['Größe', { number: '-12.50' }],
          ['B', null],
        ],
      ),
    ).toBe('\ufeffProject,Margin\r\nGröße,-12.50\r\nB,\r\n')
  })

  test.each([
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['12 - 3', '12 - 3'],
  ])('writes %j as %s', (text, written) => {
    expect(oneCell(text)).toBe(written)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u00a0=1', '\u200b=1', '＝1'])(
    'gives %j no formula',
    (text) => {
      expect(oneCell(text)).toMatch(/^"?'/)
    },
  )

  test('keeps a line end within its cell', () => {
    expect(csvOf(['a'], [['two\nlines']])).toBe('\ufeffa\r\n"two\nlines"\r\n')
  })
})
