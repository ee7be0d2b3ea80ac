import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursText, parseHours } from './work-time'

describe('hours as people type them', () => {
  test.each([
    ['1:30', 90],
    ['1.5', 90],
    ['1,5', 90],
    ['.25', 15],
    [' 8 ', 480],
    ['8h', 480],
    ['0:01', 1],
    ['45m', 45],
    ['90 min', 90],
    ['24', 1440],
    ['24:00', 1440],
  ])('%s is %d minutes', (text, minutes) => {
    expect(parseHours(text)).toBe(minutes)
  })

  test.each([
    '',
    ' ',
    '0',
    '0:00',
    '-1',
    '24:01',
    '25',
    '1:60',
    '1:5',
    '1.333',
    '0.01',
    '1e1',
    '١',
    '1 30',
    'h',
    '.',
  ])('are not %j', (text) => {
    expect(parseHours(text)).toBeNull()
  })

  test('come back from how they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => parseHours(hoursText(minutes)) === minutes),
    )
  })
})
