import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedLines,
  changeValue,
  valueToSign,
  whyNotAChange,
  whyNotAChangeDecision,
  type ChangeStep,
  type ContractNow,
} from './change'
import { sumMinor } from './money'

const now: ContractNow = {
  valueMinor: 300n,
  lines: [
    { id: 'software', name: 'Software', kind: 'fixed-price', currentMinor: 200n },
    { id: 'cranes', name: 'Cranes', kind: 'time-and-material', currentMinor: 100n },
    { id: 'care', name: 'Care', kind: 'retainer', currentMinor: 0n },
  ],
  milestones: [
    { id: 'concept', name: 'Concept', amountMinor: 80n, contractLineId: 'software', isOpen: false },
    { id: 'live', name: 'Live', amountMinor: 120n, contractLineId: 'software', isOpen: true },
  ],
  openDeliverableIds: ['portal'],
}
const step = (changed: Partial<ChangeStep> = {}): ChangeStep => ({
  line: { id: 'software' },
  deltaMinor: 50n,
  milestone: { id: 'live' },
  ...changed,
})
const flaw = (...steps: ChangeStep[]) => whyNotAChange(steps, now)

describe('a change', () => {
  test('adds to a fixed price and its milestone, or to hours alone', () => {
    expect(flaw(step())).toBeNull()
    expect(flaw(step({ line: { id: 'cranes' }, milestone: null, deltaMinor: -100n }))).toBeNull()
    const fresh = { name: 'Second dock', kind: 'fixed-price' } as const
    const onDay = { name: 'Second dock live', dueOn: '2031-01-01', deliverableId: null }
    expect(flaw(step({ line: fresh, milestone: onDay }))).toBeNull()
    expect(flaw(step({ milestone: { ...onDay, dueOn: null, deliverableId: 'portal' } }))).toBeNull()
  })

  test('may move money between milestones, and be of scope and days alone', () => {
    const later = { name: 'Later', dueOn: '2031-01-01', deliverableId: null }
    expect(flaw(step({ deltaMinor: -120n }), step({ deltaMinor: 120n, milestone: later }))).toBeNull()
    expect(flaw()).toBeNull()
  })

  test('says which step is wrong and why', () => {
    const why = (changed: Partial<ChangeStep>) => flaw(step(), step(changed))
    expect(why({ deltaMinor: 0n })).toEqual({ why: 'changes-nothing', step: 1 })
    expect(why({ line: { id: 'nothing' } })).toEqual({ why: 'no-such-line', step: 1 })
    expect(why({ line: { id: 'care' }, milestone: null })).toEqual({ why: 'line-stands', step: 1 })
    expect(why({ milestone: null })).toEqual({ why: 'without-milestone', step: 1 })
    expect(why({ line: { id: 'cranes' } })).toEqual({ why: 'takes-no-milestone', step: 1 })
    expect(why({ milestone: { id: 'concept' } })).toEqual({ why: 'milestone-stands', step: 1 })
    expect(why({ line: { name: 'New', kind: 'fixed-price' } })).toEqual({
      why: 'milestone-of-another-line',
      step: 1,
    })
    const fresh = { name: 'New', dueOn: null, deliverableId: null }
    expect(why({ milestone: fresh })).toEqual({ why: 'released-by-nothing', step: 1 })
    expect(why({ milestone: { ...fresh, deliverableId: 'submitted' } })).toEqual({
      why: 'deliverable-stands',
      step: 1,
    })
    expect(why({ deltaMinor: -171n })).toEqual({ why: 'milestone-below-zero', step: 0 })
    expect(flaw(step({ line: { id: 'cranes' }, milestone: null, deltaMinor: -101n }))).toEqual({
      why: 'line-below-zero',
      step: 0,
    })
  })

  test('leaves the contract worth something', () => {
    const lines = [{ ...now.lines[1]!, currentMinor: 300n }]
    const all = step({ line: { id: 'cranes' }, milestone: null, deltaMinor: -300n })
    expect(whyNotAChange([all], { ...now, lines })).toEqual({ why: 'contract-worth-nothing' })
  })

  test('is worth the sum of its steps, which is the sum of what it does to each line', () => {
    const line = fc.constantFrom<ChangeStep['line']>(
      { id: 'software' },
      { id: 'cranes' },
      { name: 'New', kind: 'capped' },
    )
    const steps = fc.array(
      fc.record({ line, deltaMinor: fc.bigInt(-1000n, 1000n), milestone: fc.constant(null) }),
    )
    fc.assert(
      fc.property(steps, (some) => {
        const lines = changedLines(some)
        expect(sumMinor(lines.map(({ deltaMinor }) => deltaMinor))).toBe(changeValue(some))
        expect(lines.flatMap((each) => each.steps).sort((a, b) => a - b)).toEqual(
          some.map((_, index) => index),
        )
        expect(lines.length).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('needs an authority over what it takes as over what it adds', () => {
    expect([valueToSign(-5n), valueToSign(5n)]).toEqual([5n, 5n])
  })
})

describe('a decision on a change', () => {
  test('bears the own name, and a reason where it rejects', () => {
    const decided = (changed: object) =>
      whyNotAChangeDecision(
        { outcome: 'approved', typedName: 'ada  lovelace', reason: '', ...changed },
        'Ada Lovelace',
      )
    expect(decided({})).toBeNull()
    expect(decided({ typedName: 'Ada' })).toBe('name-differs')
    expect(decided({ outcome: 'rejected', reason: ' ' })).toBe('reason-missing')
    expect(decided({ outcome: 'rejected', reason: 'Too dear.' })).toBeNull()
  })
})
