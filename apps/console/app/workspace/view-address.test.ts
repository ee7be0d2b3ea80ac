import { plan, task } from '@countersign/domain/schedule/plan-examples'
import { describe, expect, test } from 'vitest'
import { addressOf, chosenIn, type Chosen } from './view-address'

const house = plan([task(1, 480, { isSummary: true }), task(2, 480, { outlineLevel: 2 })], [], {
  resources: [{ uid: 7, name: 'Ana', kind: 'work', calendarUid: null, maxUnitsPercent: 100 }],
})
const everything: Chosen = { filter: { kind: 'all' }, grouping: 'none' }

describe('what is shown of a plan, in its address,', () => {
  test.each<[string, Chosen]>([
    ['', everything],
    ['?show=late', { ...everything, filter: { kind: 'late' } }],
    ['?show=person-7&group=status', { filter: { kind: 'person', resourceUid: 7 }, grouping: 'status' }],
    ['?show=phase-1&group=person', { filter: { kind: 'phase', uid: 1 }, grouping: 'person' }],
  ])('is read as it was written: %s', (search, chosen) => {
    expect(chosenIn(search, house)).toEqual(chosen)
    expect(addressOf(new URL('https://console.test/plan?show=x&group=y'), chosen).search).toBe(search)
  })

  test('leaves the rest of the address as it is', () => {
    const address = new URL('https://console.test/plan?merged&show=late')
    expect(addressOf(address, everything).search).toBe('?merged=')
  })

  test.each(['?show=person-8', '?show=phase-2', '?show=nobody', '?group=colour', '?show=person-1e9'])(
    'asks for nothing that the plan has not: %s',
    (search) => {
      expect(chosenIn(search, house)).toEqual(everything)
    },
  )
})
