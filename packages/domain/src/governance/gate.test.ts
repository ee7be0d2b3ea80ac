import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evidenceStatuses,
  gateOutcomes,
  openPoints,
  phaseStates,
  whyNotDecided,
  type Gate,
  type GateOutcome,
} from './gate'

const gate: Gate = {
  criteria: [
    { statement: 'The charter is signed', result: 'met' },
    { statement: 'Site access is granted', result: 'waived' },
  ],
  evidence: [
    { element: 'Design record', isRequired: true, status: 'approved' },
    { element: 'Sample parts', isRequired: false, status: 'missing' },
  ],
}
const vote = { outcome: 'go' as GateOutcome, reason: '', conditionCount: 0 }

describe('a gate', () => {
  test('lets go when everything is met or waived and all required evidence is approved', () => {
    expect(whyNotDecided(gate, vote)).toBeNull()
  })

  test.each([
    ['an open criterion', { ...gate, criteria: [{ statement: 'Funding', result: null }] }],
    [
      'a criterion that is not met',
      { ...gate, criteria: [{ statement: 'Funding', result: 'not-met' as const }] },
    ],
    [
      'evidence approved for the interim only',
      { ...gate, evidence: [{ element: 'Funding', isRequired: true, status: 'interim' as const }] },
    ],
  ])('lets nobody say a plain go with %s', (_, open: Gate) => {
    expect(openPoints(open)).toContain('Funding')
    expect(whyNotDecided(open, vote)).toBe('not-all-met')
  })

  test('asks a conditional go for conditions and a reason, and lets nothing else have conditions', () => {
    const conditional = { outcome: 'conditional-go' as const, reason: 'Time is short.', conditionCount: 1 }
    expect(whyNotDecided(gate, conditional)).toBeNull()
    expect(whyNotDecided(gate, { ...conditional, conditionCount: 0 })).toBe('conditions-missing')
    expect(whyNotDecided(gate, { ...conditional, reason: ' ' })).toBe('reason-missing')
    expect(whyNotDecided(gate, { ...vote, conditionCount: 1 })).toBe('conditions-without-condition')
    expect(whyNotDecided(gate, { ...vote, outcome: 'stop' })).toBe('reason-missing')
  })

  test('never lets a plain go by while a point is open', () => {
    const anyGate = fc.record({
      criteria: fc.array(
        fc.record({
          statement: fc.string({ minLength: 1 }),
          result: fc.constantFrom('met', 'not-met', 'waived', null),
        }),
      ),
      evidence: fc.array(
        fc.record({
          element: fc.string({ minLength: 1 }),
          isRequired: fc.boolean(),
          status: fc.constantFrom('missing' as const, ...evidenceStatuses),
        }),
      ),
    })
    fc.assert(
      fc.property(anyGate, (each) => {
        expect(whyNotDecided(each, vote) === null).toBe(openPoints(each).length === 0)
      }),
    )
  })
})

describe('the phase that a project is in', () => {
  test('is the first whose gate has not let it go on', () => {
    expect(phaseStates([null, null])).toEqual(['current', 'ahead'])
    expect(phaseStates(['go', 'conditional-go', 'hold', null])).toEqual(['passed', 'passed', 'held', 'ahead'])
    expect(phaseStates(['go', 'stop'])).toEqual(['passed', 'stopped'])
    expect(phaseStates(['go', 'go'])).toEqual(['passed', 'passed'])
  })

  test('is one at most, with everything before it passed and nothing behind it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, ...gateOutcomes)), (last) => {
        const states = phaseStates(last)
        const at = states.findIndex((state) => state !== 'passed')
        expect(states.slice(at + 1).every((state) => at === -1 || state === 'ahead')).toBe(true)
        if (at !== -1) expect(states[at]).not.toBe('ahead')
      }),
    )
  })
})
