import { describe, expect, test } from 'vitest'
import { hours } from './hours'

describe('hours that were typed', () => {
  test('become minutes, with the decimal sign of the language', () => {
    expect(hours('en', 100).parse('7.5')).toBe(450)
    expect(hours('de', 100).parse(' 7,25 ')).toBe(435)
  })

  test('are refused where they are missing, no number or too many', () => {
    const why = (typed: unknown) => hours('en', 24).safeParse(typed).error?.issues[0]?.message
    expect(why(undefined)).toBe('required')
    expect(why('')).toBe('required')
    expect(why('-1')).toBe('not-an-amount')
    expect(why('24.01')).toBe('too-large')
  })
})
