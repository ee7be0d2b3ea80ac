import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSteps, writtenSteps } from './form'

describe('the steps of a test case', () => {
  test('stand one a line, what is done before the arrow and what should be seen after it', () => {
    expect(readSteps('Press start => The lamp is green\n\n  Wait => It stays => green ')).toEqual([
      { action: 'Press start', expected: 'The lamp is green' },
      { action: 'Wait', expected: 'It stays => green' },
    ])
  })

  test.each(['no arrow', '=> nothing done', 'nothing seen =>', 'one => two\nthree'])(
    'are refused: %s',
    (text) => {
      expect(readSteps(text)).toBeNull()
    },
  )

  test('read back as they were written', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/)
    const steps = fc.array(fc.record({ action: words, expected: words }), { maxLength: 5 })
    fc.assert(
      fc.property(steps, (some) => {
        expect(readSteps(writtenSteps(some))).toEqual(some)
      }),
    )
  })
})
