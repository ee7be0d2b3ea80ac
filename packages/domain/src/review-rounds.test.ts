import { describe, expect, test } from 'vitest'
import { reviewRounds } from './review-rounds'

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 2, day, hour))

describe('the rounds of a review', () => {
  test('are none, of no length, before anything was submitted', () => {
    expect(reviewRounds([])).toEqual({ rounds: 0, reopened: 0, cycleDays: null, meanDaysToDecide: null })
  })

  test('have no cycle time while nothing is accepted', () => {
    const rejected = { submittedAt: at(2), decidedAt: at(5), outcome: 'rejected' as const }
    const open = { submittedAt: at(9), decidedAt: null, outcome: null }
    expect(reviewRounds([open, rejected])).toEqual({
      rounds: 2,
      reopened: 1,
      cycleDays: null,
      meanDaysToDecide: 3,
    })
  })

  test('take from the first submission to the acceptance, with the time of our own work in between', () => {
    expect(
      reviewRounds([
        { submittedAt: at(9), decidedAt: at(10, 21), outcome: 'accepted-with-reservations' },
        { submittedAt: at(2), decidedAt: at(4, 21), outcome: 'rejected' },
      ]),
    ).toEqual({ rounds: 2, reopened: 1, cycleDays: 8.5, meanDaysToDecide: 2 })
  })
})
