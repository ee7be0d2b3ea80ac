import { describe, expect, test } from 'vitest'
import { effort } from './effort'

describe('an effort that was typed', () => {
  test('becomes minutes, with the decimal sign of the language', () => {
    expect(effort('en', 100).parse('7.5')).toBe(450)
    expect(effort('de', 100).parse(' 7,25 ')).toBe(435)
  })

  test('is refused where it is missing, no number or too much', () => {
    const why = (typed: unknown) => effort('en', 24).safeParse(typed).error?.issues[0]?.message
    expect(why(undefined)).toBe('required')
    expect(why('')).toBe('required')
    expect(why('-1')).toBe('not-an-amount')
    expect(why('24.01')).toBe('too-large')
  })
})
