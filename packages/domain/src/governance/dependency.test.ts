import { describe, expect, test } from 'vitest'
import { dependencyState, isLate, isPromisedTooLate, whyNotAnswered, type Dependency } from './dependency'

const open: Dependency = { needOn: '2026-03-10', closing: null, isAsked: false, answers: [] }
const later = { answer: 'later' as const, promisedOn: '2026-03-20' }
const done = { answer: 'done' as const, promisedOn: null }

describe('a dependency', () => {
  test.each<[Dependency, string]>([
    [open, 'open'],
    [{ ...open, isAsked: true }, 'asked'],
    [{ ...open, isAsked: true, answers: [later] }, 'promised'],
    [{ ...open, isAsked: true, answers: [later, done] }, 'done'],
    [{ ...open, isAsked: true, answers: [done, later] }, 'promised'],
    [{ ...open, isAsked: true, answers: [done], closing: 'received' }, 'received'],
    [{ ...open, closing: 'dropped' }, 'dropped'],
  ])('is what was said of it last: %#', (dependency, state) => {
    expect(dependencyState(dependency)).toBe(state)
  })

  test('is late the day after it is needed, promised or not, and never once it is done or settled', () => {
    expect(isLate(open, '2026-03-10')).toBe(false)
    expect(isLate(open, '2026-03-11')).toBe(true)
    expect(isLate({ ...open, answers: [later] }, '2026-03-11')).toBe(true)
    expect(isLate({ ...open, answers: [done] }, '2026-03-11')).toBe(false)
    expect(isLate({ ...open, closing: 'received' }, '2026-03-11')).toBe(false)
  })

  test('that is promised for a day after it is needed will be late', () => {
    expect(isPromisedTooLate({ ...open, answers: [later] })).toBe(true)
    expect(isPromisedTooLate({ ...open, answers: [{ ...later, promisedOn: '2026-03-09' }] })).toBe(false)
    expect(isPromisedTooLate({ ...open, answers: [later, done] })).toBe(false)
  })
})

describe('an answer', () => {
  const asked = { role: 'contributor', isSettled: false }
  test.each([
    [asked, done, null],
    [asked, later, null],
    [{ ...asked, role: 'signatory' }, done, null],
    [{ ...asked, role: 'viewer' }, done, 'only-reads'],
    [{ ...asked, isSettled: true }, done, 'already-settled'],
    [asked, { ...later, promisedOn: null }, 'day-missing'],
    [asked, { ...done, promisedOn: '2026-03-20' }, 'day-without-later'],
    [asked, { ...later, promisedOn: '2026-03-01' }, 'day-gone'],
  ])('by %j of %j is refused as %s', (given, answer, why) => {
    expect(whyNotAnswered(given, answer, '2026-03-05')).toBe(why)
  })
})
