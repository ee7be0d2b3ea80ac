import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliverableOf, partsByTask, phaseOf, type PartTask, type TaskOnLine } from './parts'

const amount = fc.bigInt(0n, 10n ** 10n)
const keys = ['a', 'b', 'c', null]

describe('the parts of a margin', () => {
  test('sum to what the lines earn and the tasks cost, to the last minor unit', () => {
    const work = fc.array(
      fc.record({
        taskId: fc.constantFrom(...keys),
        lineId: fc.constantFrom('x', 'y'),
        minutes: amount,
        costMinor: amount,
        workedMinor: amount,
        billMinor: amount,
        etcMinutes: amount,
        etcMinor: amount,
        etcBillMinor: amount,
      }),
    ) as fc.Arbitrary<TaskOnLine[]>
    const lines = fc
      .tuple(fc.boolean(), amount, amount, fc.boolean(), amount, amount)
      .map(([a, b, c, d, e, f]) => [
        { id: 'x', byWork: a, recognisedMinor: b, completionMinor: c },
        { id: 'y', byWork: d, recognisedMinor: e, completionMinor: f },
      ])
    fc.assert(
      fc.property(work, lines, (work, lines) => {
        const parts = [...partsByTask(work, lines).values()]
        const sum = (of: (part: (typeof parts)[number]) => bigint) =>
          parts.reduce((all, each) => all + of(each), 0n)
        expect(sum((part) => part.revenueMinor)).toBe(
          lines.reduce((all, each) => all + each.recognisedMinor, 0n),
        )
        expect(sum((part) => part.completionMinor)).toBe(
          lines.reduce((all, each) => all + each.completionMinor, 0n),
        )
        expect(sum((part) => part.costMinor)).toBe(work.reduce((all, each) => all + each.costMinor, 0n))
      }),
    )
  })
})

describe('where a task belongs', () => {
  const task = (id: string, uid: number, outlineLevel: number, isSummary = false): PartTask => ({
    id,
    name: id,
    position: uid,
    outlineLevel,
    isSummary,
    uid,
  })
  const tasks = [
    task('design', 1, 1, true),
    task('draw', 2, 2),
    task('design done', 3, 2),
    task('review', 4, 2),
    task('build', 5, 1, true),
    task('weld', 6, 2),
  ]

  test('is the phase above it', () => {
    expect([...phaseOf(tasks)].map(([id, phase]) => [id, phase.name])).toEqual([
      ['design', 'design'],
      ['draw', 'design'],
      ['design done', 'design'],
      ['review', 'design'],
      ['build', 'build'],
      ['weld', 'build'],
    ])
  })

  test('is the deliverable that is due next in its phase, or none', () => {
    const of = deliverableOf(tasks, [{ id: 'drawing', dueTaskUid: 3 }])
    expect(of.get('draw')).toBe('drawing')
    expect(of.get('review')).toBeNull()
    expect(of.get('weld')).toBeNull()
  })
})
