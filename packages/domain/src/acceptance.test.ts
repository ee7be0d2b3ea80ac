import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorityToSign,
  nextStage,
  whyNotADecision,
  whyNotDecidable,
  whyNotSubmittable,
  type Authority,
  type ContactRole,
  type Criterion,
  type CriterionResult,
  type DecisionOutcome,
  type Reservation,
} from './acceptance'

const today = '2026-05-04'
const submission = {
  isDecided: false,
  isSuperseded: false,
  valueMinor: 100_00n,
  currency: 'EUR',
  criteria: [],
}
const authority = (changed: Partial<Authority> = {}): Authority => ({
  currency: 'EUR',
  upToMinor: 100_00n,
  fromOn: '2026-01-01',
  toOn: null,
  ...changed,
})

describe('submitting a version', () => {
  const ready = {
    stage: 'first' as const,
    isCharter: false,
    criteriaCount: 1,
    areCriteriaConfirmed: true,
    haveChecksPassed: true,
    fileCount: 1,
  }

  test.each([
    ['draft', 'once', null, 'first'],
    ['rejected', 'once', 'first', 'first'],
    // A newer version takes the place of one that waits.
    ['submitted', 'once', 'first', 'first'],
    ['accepted', 'once', 'first', null],
    ['accepted-with-reservations', 'once', 'first', null],
    ['accepted', 'provisional-and-final', 'first', 'final'],
    ['rejected', 'provisional-and-final', 'final', 'final'],
    ['accepted', 'provisional-and-final', 'final', null],
  ] as const)('of what is %s, accepted %s, last %s: %s', (state, acceptance, stage, next) => {
    expect(nextStage({ state, acceptance, stage })).toBe(next)
    const why = whyNotSubmittable({ ...ready, stage: next })
    expect(why).toBe(next === null ? 'already-accepted' : null)
  })

  test('needs criteria that the customer confirmed, and files', () => {
    expect(whyNotSubmittable({ ...ready, criteriaCount: 0 })).toBe('no-criteria')
    expect(whyNotSubmittable({ ...ready, areCriteriaConfirmed: false })).toBe('criteria-not-confirmed')
    expect(whyNotSubmittable({ ...ready, fileCount: 0 })).toBe('no-files')
  })

  test('of a charter needs no confirmation: signing it is one', () => {
    expect(whyNotSubmittable({ ...ready, isCharter: true, areCriteriaConfirmed: false })).toBeNull()
  })

  test('waits until our own checks have passed', () => {
    expect(whyNotSubmittable({ ...ready, haveChecksPassed: false })).toBe('checks-not-passed')
  })
})

describe('deciding a submission', () => {
  test('is the signatory’s, whose authority covers its value, to the cent', () => {
    expect(whyNotDecidable(submission, 'signatory', [authority()], today)).toBeNull()
    expect(whyNotDecidable(submission, 'signatory', [authority({ upToMinor: 99_99n })], today)).toBe(
      'beyond-authority',
    )
    expect(whyNotDecidable(submission, 'signatory', [authority({ currency: 'USD' })], today)).toBe(
      'beyond-authority',
    )
  })

  test.each(['viewer', 'contributor', 'tester', 'portal_administrator'] satisfies ContactRole[])(
    'is not a %s’s, whatever authority was recorded',
    (role) => {
      expect(whyNotDecidable(submission, role, [authority()], today)).toBe('not-a-signatory')
    },
  )

  test('is possible on the first and on the last day of an authority', () => {
    const onDays = (fromOn: Authority['fromOn'], toOn: Authority['toOn']) =>
      whyNotDecidable(submission, 'signatory', [authority({ fromOn, toOn })], today)
    expect(onDays(today, today)).toBeNull()
    expect(onDays('2026-05-05', null)).toBe('no-authority')
    expect(onDays('2026-01-01', '2026-05-03')).toBe('no-authority')
  })

  test('does not add two authorities up', () => {
    const halves = [authority({ upToMinor: 60_00n }), authority({ upToMinor: 60_00n, fromOn: '2026-02-01' })]
    expect(whyNotDecidable(submission, 'signatory', halves, today)).toBe('beyond-authority')
  })

  test('happens once, whoever asks', () => {
    expect(whyNotDecidable({ ...submission, isDecided: true }, 'viewer', [], today)).toBe('already-decided')
  })

  test('is over for a version that a later one replaced', () => {
    expect(whyNotDecidable({ ...submission, isSuperseded: true }, 'signatory', [authority()], today)).toBe(
      'superseded',
    )
  })

  test('counts the authority that began last, in its currency, as long as it is in force', () => {
    const why = (...authorities: Authority[]) => whyNotDecidable(submission, 'signatory', authorities, today)
    const lowered = authority({ upToMinor: 50_00n, fromOn: '2026-03-01' })
    expect(why(authority(), lowered)).toBe('beyond-authority')
    expect(why(lowered, authority())).toBe('beyond-authority')
    expect(why({ ...lowered, upToMinor: 200_00n }, authority({ upToMinor: 1n }))).toBeNull()
    expect(why(authority(), { ...lowered, fromOn: '2026-06-01' })).toBeNull()
    expect(why(authority(), { ...lowered, toOn: '2026-05-03' })).toBeNull()
    expect(why(authority(), { ...lowered, currency: 'USD' })).toBeNull()
  })

  test('is the same whatever began earlier', () => {
    const authorities = fc.array(
      fc.record({
        currency: fc.constantFrom('EUR', 'USD'),
        upToMinor: fc.bigInt({ min: 0n, max: 200_00n }),
        fromOn: fc.constantFrom('2025-01-01' as const, '2025-06-01' as const),
        toOn: fc.constantFrom(null, '2026-05-03' as const, '2026-12-31' as const),
      }),
    )
    fc.assert(
      fc.property(authorities, fc.bigInt({ min: 0n, max: 200_00n }), (earlier, upToMinor) => {
        const latest = authority({ upToMinor })
        const alone = whyNotDecidable(submission, 'signatory', [latest], today)
        expect(whyNotDecidable(submission, 'signatory', [...earlier, latest], today)).toBe(alone)
        expect(whyNotDecidable(submission, 'signatory', [latest, ...earlier], today)).toBe(alone)
      }),
    )
  })
})

describe('deciding where several sign or somebody delegated', () => {
  const delegated = authority({
    delegatedBy: 'grace',
    delegatedFrom: '2026-05-01',
    delegatedUntil: '2026-05-08',
  })
  const place = (contactId: string, position: number, signedBy: string | null = null) => ({
    contactId,
    position,
    signedBy,
  })
  const signs = (me: string, order: 'parallel' | 'sequence', ...required: ReturnType<typeof place>[]) =>
    whyNotDecidable(submission, 'signatory', [authority()], today, { me, order, required })

  test('a delegate decides without being a signatory, on the days of the delegation', () => {
    expect(whyNotDecidable(submission, 'viewer', [delegated], today)).toBeNull()
    expect(whyNotDecidable(submission, 'viewer', [delegated], '2026-05-09')).toBe('no-authority')
    expect(whyNotDecidable(submission, 'viewer', [authority()], today)).toBe('not-a-signatory')
  })

  test('signs in the place of whoever delegated and is awaited, before the own one', () => {
    const signing = { me: 'lena', order: 'parallel' as const, required: [place('grace', 1)] }
    const used = authorityToSign(submission, 'signatory', [authority(), delegated], today, signing)
    expect(used?.delegatedBy).toBe('grace')
    const free = { ...signing, required: [] }
    expect(authorityToSign(submission, 'signatory', [delegated, authority()], today, free)?.delegatedBy).toBe(
      undefined,
    )
  })

  test('only those whom the contract names sign, each once, in its order if it sets one', () => {
    expect(signs('ruth', 'parallel', place('grace', 1))).toBe('others-sign')
    expect(signs('daniel', 'sequence', place('grace', 1), place('daniel', 2))).toBe('not-your-turn')
    expect(signs('daniel', 'parallel', place('grace', 1), place('daniel', 2))).toBeNull()
    expect(signs('daniel', 'sequence', place('grace', 1, 'grace'), place('daniel', 2))).toBeNull()
    expect(signs('grace', 'sequence', place('grace', 1, 'grace'), place('daniel', 2))).toBe('already-signed')
  })
})

describe('a decision', () => {
  const criteria: Criterion[] = ['a', 'b'].map((id, index) => ({
    id,
    position: index + 1,
    statement: id,
    howChecked: '',
  }))
  const results = (b: CriterionResult['result'] = 'met', comment = ''): CriterionResult[] => [
    { criterionId: 'a', result: 'met', comment: '' },
    { criterionId: 'b', result: b, comment },
  ]
  const name = 'José Núñez'
  const why = (
    outcome: DecisionOutcome,
    judged: CriterionResult[],
    typedName = name,
    reservations: Reservation[] = [],
  ) => whyNotADecision({ outcome, typedName, results: judged, reservations }, name, criteria, today)

  test('accepts when every criterion is met, and rejects when one is not and it says why', () => {
    expect(why('accepted', results())).toBeNull()
    expect(why('rejected', results('not-met', 'No way back.'))).toBeNull()
  })

  test('contradicts its results neither way', () => {
    expect(why('accepted', results('not-met', 'No.'))).toBe('accepts-what-is-not-met')
    expect(why('rejected', results())).toBe('rejects-without-unmet-criterion')
    expect(why('rejected', results('not-met', ' \n'))).toBe('unmet-without-reason')
  })

  test('with reservations names what is left, whose it is and until when, and nothing unmet', () => {
    const left: Reservation = {
      text: 'The alarm of port 3',
      criterionId: 'b',
      ownerSide: 'provider',
      ownerName: 'Mara',
      dueOn: today,
    }
    const reserves = (judged: CriterionResult[], ...reservations: Reservation[]) =>
      why('accepted-with-reservations', judged, name, reservations)
    expect(reserves(results('met-with-reservation'), left)).toBeNull()
    expect(reserves(results())).toBe('reserves-nothing')
    expect(reserves(results('not-met', 'No.'), left)).toBe('accepts-what-is-not-met')
    expect(reserves(results(), { ...left, text: ' ' })).toBe('reservation-incomplete')
    expect(reserves(results(), { ...left, dueOn: '2026-05-03' })).toBe('reservation-in-the-past')
    expect(why('accepted', results('met-with-reservation'))).toBe('accepts-what-is-not-met')
  })

  test('judges each criterion of this version once, and no other', () => {
    expect(why('accepted', [])).toBe('criterion-without-result')
    expect(why('accepted', results().slice(1))).toBe('criterion-without-result')
    expect(why('accepted', [...results(), results()[0]!])).toBe('criterion-without-result')
    expect(why('accepted', [results()[0]!, { ...results()[1]!, criterionId: 'c' }])).toBe(
      'criterion-without-result',
    )
  })

  test('is signed with the own name, however it is typed', () => {
    for (const typed of ['josé núñez', '  José   Núñez ', 'José Núñez'.normalize('NFD')])
      expect(why('accepted', results(), typed)).toBeNull()
    for (const typed of ['', 'J. Núñez', 'Jose Nunez', 'José Núñez\u200b'])
      expect(why('accepted', results(), typed)).toBe('name-differs')
  })

  test('is never taken when the results are of another number than the criteria', () => {
    const result = fc.record({
      criterionId: fc.constantFrom('a', 'b', 'c'),
      result: fc.constantFrom('met' as const, 'not-met' as const),
      comment: fc.string(),
    })
    fc.assert(
      fc.property(
        fc.constantFrom('accepted' as const, 'rejected' as const),
        fc.array(result),
        (outcome, judged) => {
          if (why(outcome, judged) !== null) return
          expect(judged.map(({ criterionId }) => criterionId).sort()).toEqual(['a', 'b'])
          expect(judged.every((each) => each.result === 'met')).toBe(outcome === 'accepted')
        },
      ),
    )
  })
})
