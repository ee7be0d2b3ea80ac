import { describe, expect, test } from 'vitest'
import { expectedMinor, whyNotARisk } from './risk'

describe('a risk', () => {
  const risk = {
    title: 'The lift arrives late',
    probabilityPercent: 30,
    impactMinor: 10_005n,
    state: 'open' as const,
  }

  test('is worth its impact times its probability, a threat below zero', () => {
    expect(expectedMinor({ kind: 'threat', ...risk })).toBe(-3_002n)
    expect(expectedMinor({ kind: 'opportunity', ...risk })).toBe(3_002n)
  })

  test('has a title, a probability and a price', () => {
    expect(whyNotARisk(risk, null)).toBeNull()
    expect(whyNotARisk({ ...risk, title: ' ' }, null)).toBe('no-title')
    expect(whyNotARisk({ ...risk, probabilityPercent: 150 }, null)).toBe('not-a-probability')
    expect(whyNotARisk({ ...risk, impactMinor: -1n }, null)).toBe('no-impact')
  })

  test('that came true does not become open again', () => {
    expect(whyNotARisk(risk, 'occurred')).toBe('already-settled')
    expect(whyNotARisk({ ...risk, state: 'closed' }, 'occurred')).toBeNull()
  })
})
