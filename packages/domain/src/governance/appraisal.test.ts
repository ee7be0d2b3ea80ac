import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bestOptions,
  keptScores,
  shares,
  totals,
  whyNotAppraised,
  whyNotChosen,
  type Appraisal,
} from './appraisal'

const appraisal: Appraisal = {
  criteria: [
    { name: 'Cost', weight: 3 },
    { name: 'Risk', weight: 1 },
  ],
  options: [
    { name: 'In waves', description: '' },
    { name: 'At once', description: '' },
  ],
  scores: [
    [6, 8],
    [8, 1],
  ],
}

const any = fc
  .record({ criteria: fc.integer({ min: 1, max: 6 }), options: fc.integer({ min: 2, max: 5 }) })
  .chain(({ criteria, options }) =>
    fc.record({
      criteria: fc
        .array(fc.integer({ min: 1, max: 1000 }), { minLength: criteria, maxLength: criteria })
        .map((weights) => weights.map((weight, at) => ({ name: `criterion ${at}`, weight }))),
      options: fc.constant(
        Array.from({ length: options }, (_, at) => ({ name: `option ${at}`, description: '' })),
      ),
      scores: fc.array(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: criteria, maxLength: criteria }),
        { minLength: options, maxLength: options },
      ),
    }),
  )

describe('an appraisal', () => {
  test('weighs each score by its criterion’s share', () => {
    expect(totals(appraisal)).toEqual([6.5, 6.25])
    expect(shares(appraisal)).toEqual([75, 25])
    expect(bestOptions(appraisal)).toEqual([0])
  })

  test('comes to nothing while a score is missing', () => {
    const open = {
      ...appraisal,
      scores: [
        [6, null],
        [8, 1],
      ],
    }
    expect(totals(open)).toEqual([null, 6.25])
    expect(bestOptions(open)).toEqual([])
    expect(whyNotChosen(open, { option: 1, reason: 'So' })).toBe('scores-missing')
  })

  test('is the same whatever the weights are a multiple of', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 50 }), (each, times) => {
        const larger = {
          ...each,
          criteria: each.criteria.map(({ name, weight }) => ({ name, weight: weight * times })),
        }
        expect(bestOptions(larger)).toEqual(bestOptions(each))
        for (const [at, total] of totals(larger).entries()) expect(total).toBeCloseTo(totals(each)[at]!, 9)
        expect(shares(each).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9)
      }),
    )
  })

  test('puts every total between the least and the most of its scores', () => {
    fc.assert(
      fc.property(any, (each) => {
        for (const [at, total] of totals(each).entries()) {
          expect(total).toBeGreaterThanOrEqual(Math.min(...each.scores[at]!) - 1e-9)
          expect(total).toBeLessThanOrEqual(Math.max(...each.scores[at]!) + 1e-9)
        }
        expect(bestOptions(each).length).toBeGreaterThan(0)
      }),
    )
  })

  test('keeps the scores of what is called as before when it is changed', () => {
    const after = {
      criteria: [
        { name: 'Risk', weight: 2 },
        { name: 'Speed', weight: 1 },
      ],
      options: [...appraisal.options, { name: 'Not at all', description: '' }].reverse(),
    }
    expect(keptScores(appraisal, after)).toEqual([
      [null, null],
      [1, null],
      [8, null],
    ])
  })

  test('has two options, a criterion, and no name twice', () => {
    expect(whyNotAppraised(appraisal)).toBeNull()
    expect(whyNotAppraised({ ...appraisal, options: [appraisal.options[0]!] })).toBe('too-few-options')
    expect(whyNotAppraised({ ...appraisal, criteria: [] })).toBe('no-criteria')
    expect(whyNotAppraised({ ...appraisal, criteria: [...appraisal.criteria, appraisal.criteria[0]!] })).toBe(
      'same-name',
    )
  })
})

describe('choosing', () => {
  test('the best needs no reason, another one does', () => {
    expect(whyNotChosen(appraisal, { option: 0, reason: '' })).toBeNull()
    expect(whyNotChosen(appraisal, { option: 1, reason: ' ' })).toBe('reason-missing')
    expect(whyNotChosen(appraisal, { option: 1, reason: 'The freeze leaves no time.' })).toBeNull()
    expect(whyNotChosen(appraisal, { option: 7, reason: 'So' })).toBe('no-such-option')
  })
})
