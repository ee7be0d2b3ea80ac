import { describe, expect, test } from 'vitest'
import { summary } from './summary'

describe('the summary of a test run', () => {
  const types = { name: 'types', ok: true, seconds: 3.21, counts: null }
  const unit = { name: 'unit', ok: true, seconds: 2, counts: { passed: 7, failed: 0, skipped: 1 } }
  const e2e = { name: 'e2e', ok: false, seconds: 60, counts: { passed: 3, failed: 2, skipped: 0 } }

  test('ends with the sums alone on a line', () => {
    expect(summary([types, unit, e2e]).split('\n').at(-1)).toBe('10 passed, 2 failed, 1 skipped')
  })

  test('names the stages that are not in order', () => {
    expect(summary([types, unit, e2e])).toContain('Not in order: e2e.')
    expect(summary([types, unit])).toContain('Everything holds.')
  })
})
