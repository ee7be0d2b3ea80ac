import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../schedule/plan'
import { assignment, link, monday, plan, task } from '../schedule/plan-examples'
import { schedulePlan } from '../schedule/schedule-plan'
import { anyPlan, plainPlan } from '../schedule/tests/generated-plans'
import { levelled, levelPlan, type LevellingScheme } from './level-plan'
import { overAllocations } from './over-allocation'

const day = 480
const person = (uid: number, maxUnitsPercent = 100) =>
  ({ uid, name: `Person ${uid}`, kind: 'work', calendarUid: null, maxUnitsPercent }) as const
const both: LevellingScheme[] = ['serial', 'parallel']

function proposed(given: Plan, more: Parameters<typeof levelPlan>[1] = {}) {
  const answer = levelPlan(given, more)
  if (!answer.ok) throw new Error(answer.why)
  return answer.proposal
}
const datesOf = (given: Plan) => {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(schedule.why)
  return new Map(schedule.tasks.map(({ uid, start, finish }) => [uid, { start, finish }]))
}

describe('levelling', () => {
  test.each(both)('puts two tasks of one person one after the other (%s)', (scheme) => {
    const given = plan([task(1, day), task(2, 2 * day)], [], {
      resources: [person(1)],
      assignments: [assignment(1, 1), assignment(2, 1)],
    })
    const proposal = proposed(given, { schemes: [scheme] })
    expect(proposal.finishBefore).toBe('2026-03-03T17:00')
    expect(proposal.finishAfter).toBe('2026-03-04T17:00')
    expect(proposal.remaining).toEqual([])
  })

  test('lets two half days of one person run side by side', () => {
    const half = { unitsPercent: 50 }
    const given = plan([task(1, day), task(2, day)], [], {
      resources: [person(1)],
      assignments: [assignment(1, 1, half), assignment(2, 1, half)],
    })
    expect(proposed(given).moved).toEqual([])
  })

  test('delays what can wait: the longer chain goes first', () => {
    // 1 (1 d) → 3 (3 d, another person); 2 (1 d). One person does 1 and 2: 1 first ends Thursday, 2 first Friday.
    const given = plan([task(2, day), task(1, day), task(3, 3 * day)], [link(1, 3)], {
      resources: [person(1), person(2)],
      assignments: [assignment(1, 1), assignment(2, 1), assignment(3, 2)],
    })
    const proposal = proposed(given)
    expect(proposal.finishAfter).toBe(proposal.finishBefore)
    expect(proposal.moved).toEqual([
      {
        uid: 2,
        start: ['2026-03-02T08:00', '2026-03-03T08:00'],
        finish: ['2026-03-02T17:00', '2026-03-03T17:00'],
      },
    ])
  })

  test('lets the higher priority go first, though it can wait', () => {
    const given = plan([task(2, day, { priority: 900 }), task(1, day), task(3, 3 * day)], [link(1, 3)], {
      resources: [person(1), person(2)],
      assignments: [assignment(1, 1), assignment(2, 1), assignment(3, 2)],
    })
    expect(proposed(given, { rounds: 0 }).moved.map(({ uid }) => uid)).toEqual([1, 3])
  })

  test('leaves what has begun, is nailed to a day, was dated by hand or has priority 1000, and works around it', () => {
    const standing = [
      { actualStart: monday, percentComplete: 50 },
      { constraint: { type: 'MSO' as const, at: monday } },
      { manual: { start: monday, finish: '2026-03-02T17:00' } },
    ]
    for (const field of standing) {
      const given = plan([task(1, day), task(2, day, field)], [], {
        resources: [person(1)],
        assignments: [assignment(1, 1), assignment(2, 1)],
      })
      expect(proposed(given).moved.map(({ uid }) => uid)).toEqual([1])
    }
  })

  test('counts what is booked elsewhere', () => {
    const given = plan([task(1, day)], [], { resources: [person(1)], assignments: [assignment(1, 1)] })
    const booked = [{ resourceUid: 1, start: monday, finish: '2026-03-03T17:00', unitsPercent: 50 }]
    expect(proposed(given, { booked }).finishAfter).toBe('2026-03-04T17:00')
  })

  test('names a task that asks for more than there is, and delays nothing for it', () => {
    const given = plan([task(1, day), task(2, day)], [], {
      resources: [person(1, 50), person(2)],
      assignments: [assignment(1, 1), assignment(2, 2)],
    })
    const { moved, remaining } = proposed(given)
    expect(moved).toEqual([])
    expect(remaining).toEqual([
      {
        resourceUid: 1,
        start: monday,
        finish: '2026-03-02T17:00',
        unitsPercent: 100,
        maxUnitsPercent: 50,
        taskUids: [1],
      },
    ])
  })

  test('refuses a plan that is scheduled from its finish', () => {
    const given = plan([task(1, day)], [], { finishesAt: '2026-04-30T17:00' })
    expect(levelPlan(given)).toEqual({ ok: false, why: 'from-finish', names: [] })
  })

  test('finds the best order of a textbook case: seven jobs, two people, twelve days', () => {
    // Work of 24 days on two people with the chain 1-4-6 of 2+3+4: no plan can be shorter than 12 days.
    const lengths = [2, 4, 3, 3, 4, 4, 4]
    const given = plan(
      lengths.map((days, at) => task(at + 1, days * day)),
      [link(1, 4), link(4, 6), link(2, 5), link(3, 7)],
      {
        resources: [person(1, 200)],
        assignments: lengths.map((_, at) => assignment(at + 1, 1)),
      },
    )
    expect(proposed(given).finishAfter).toBe('2026-03-17T17:00')
  })
})

/** A generated plan with people on its leaves: each asks for a part of one or two of three. */
const peopled = (plans: fc.Arbitrary<Plan>) =>
  fc
    .tuple(
      plans,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(30, 50, 70, 100)), {
        minLength: 15,
        maxLength: 15,
      }),
    )
    .map(([given, drawn]) => ({
      ...given,
      resources: [person(1), person(2), person(3, 150)],
      assignments: given.tasks
        .filter(({ isSummary }) => !isSummary)
        .map(({ uid }, at) => assignment(uid, drawn[at]![0], { unitsPercent: drawn[at]![1] })),
    }))

describe('a law of levelling', () => {
  test('nobody is asked for more than they have, where only links hold tasks', () => {
    fc.assert(
      fc.property(peopled(plainPlan), fc.constantFrom(...both), (given, scheme) => {
        expect(proposed(given, { schemes: [scheme] }).remaining).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('only delays change, what stands stays, and what remains is told', () => {
    fc.assert(
      fc.property(peopled(anyPlan), (given) => {
        const answer = levelPlan(given)
        if (!answer.ok) return
        const { proposal } = answer
        const then = levelled(given, proposal.delays)
        expect({ ...then, tasks: then.tasks.map((each) => ({ ...each, levellingDelayMinutes: 0 })) }).toEqual(
          {
            ...given,
            tasks: given.tasks.map((each) => ({ ...each, levellingDelayMinutes: 0 })),
          },
        )
        const dates = datesOf(then)
        for (const { uid, start } of proposal.moved) expect(dates.get(uid)!.start).toBe(start[1])
        for (const each of given.tasks)
          if (each.actualStart !== null || each.manual !== null)
            expect(proposal.delays.map(({ uid }) => uid)).not.toContain(each.uid)
        const again = overAllocations(then)
        expect(again.ok && again.overAllocations).toEqual(proposal.remaining)
      }),
      { numRuns: 300 },
    )
  })

  test('no task starts before it would without the others', () => {
    fc.assert(
      fc.property(peopled(plainPlan), (given) => {
        const free = datesOf(given)
        for (const [uid, { start }] of datesOf(levelled(given, proposed(given).delays)))
          expect(start >= free.get(uid)!.start).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('asked twice it answers the same, and improvement never ends later', () => {
    fc.assert(
      fc.property(peopled(plainPlan), (given) => {
        const once = proposed(given)
        expect(proposed(given)).toEqual(once)
        expect(once.finishAfter <= proposed(given, { rounds: 0 }).finishAfter).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
