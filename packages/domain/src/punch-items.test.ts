import { describe, expect, test } from 'vitest'
import { punchState } from './punch-items'

describe('a point left by an acceptance with reservations', () => {
  const point = { dueOn: '2026-05-04' as const, isReported: false, isClosed: false }

  test('is open on its day and overdue on the next', () => {
    expect(punchState(point, '2026-05-04')).toBe('open')
    expect(punchState(point, '2026-05-05')).toBe('overdue')
  })

  test('waits for the customer once it is reported done, however late', () => {
    expect(punchState({ ...point, isReported: true }, '2026-06-01')).toBe('reported')
  })

  test('is closed when the customer says so, reported or not', () => {
    expect(punchState({ ...point, isClosed: true }, '2026-06-01')).toBe('closed')
  })
})
