import { describe, expect, test } from 'vitest'
import { lastDayOf, utilisationAsked } from './asked'

const asked = (search: string) =>
  utilisationAsked(new URL(`http://console.example/utilisation${search}`), '2026-11-22')

describe('what utilisation is asked for', () => {
  test('is the last three months by person where the address says nothing that is known', () => {
    const usual = { by: 'person', from: '2026-09-01', to: '2026-11-01' }
    for (const search of ['', '?from=x&to=2026-13&by=rate']) expect(asked(search)).toEqual(usual)
  })

  test('is at most three years, and never ends before it begins', () => {
    expect(asked('?from=2001-01&to=2026-10')).toMatchObject({ from: '2023-11-01', to: '2026-10-01' })
    expect(asked('?from=2026-11&to=2026-10&by=role')).toEqual({
      by: 'role',
      from: '2026-10-01',
      to: '2026-10-01',
    })
  })

  test('ends today at the latest', () => {
    expect(lastDayOf(asked(''), '2026-11-22')).toBe('2026-11-22')
    expect(lastDayOf(asked('?to=2026-10'), '2026-11-22')).toBe('2026-10-31')
  })
})
