import { describe, expect, test } from 'vitest'
import { resourcesAsked } from './asked'

const asked = (search: string) =>
  resourcesAsked(new URL(`http://console.example/resources${search}`), '2026-11-22')

describe('what is asked for of resources', () => {
  test('is everybody from last week on where the address says nothing that is known', () => {
    const usual = { monday: '2026-11-09', role: '', skill: '', unit: '', named: '', over: false, page: 1 }
    for (const search of ['', '?from=2026-13-01&page=0', '?from=x&page=-1'])
      expect(asked(search)).toEqual(usual)
  })

  test('begins on the Monday of the day, and takes filters as they are typed', () => {
    expect(asked('?from=2026-12-03&role=developer&named=%20rey&over=on&page=2')).toMatchObject({
      monday: '2026-11-30',
      role: 'developer',
      named: 'rey',
      over: true,
      page: 2,
    })
  })
})
