import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, PlanTask } from '../schedule/plan'
import { link, plan, task } from '../schedule/plan-examples'
import { mergePlans } from './merge-plans'
import { differenceOfPlans, isEmptyDifference } from './plan-difference'

/** A file's plan and what somebody made of it: renamed, moved, lengthened, linked, removed and added. */
const uids = [1, 2, 3, 4, 5, 6]
const base = plan(
  uids.map((uid) => task(uid, 480)),
  [link(1, 2), link(2, 3), link(4, 5)],
)
const edited: fc.Arbitrary<Plan> = fc
  .record({
    durations: fc.array(fc.constantFrom(480, 480, 960), { minLength: 6, maxLength: 6 }),
    names: fc.array(fc.constantFrom('', '', ' (new)'), { minLength: 6, maxLength: 6 }),
    removed: fc.uniqueArray(fc.constantFrom(...uids), { maxLength: 2 }),
    order: fc.oneof(
      fc.constant(uids),
      fc.shuffledSubarray(uids, { minLength: uids.length, maxLength: uids.length }),
    ),
    added: fc.uniqueArray(fc.integer({ min: 20, max: 23 }), { maxLength: 2 }),
    at: fc.nat({ max: 6 }),
    lag: fc.constantFrom(0, 60),
    startsAt: fc.constantFrom('2026-03-02T08:00', '2026-03-09T08:00'),
  })
  .map(({ durations, names, removed, order, added, at, lag, startsAt }) => {
    const rows = order.map((uid) => task(uid, durations[uid - 1]!, { name: `Task ${uid}${names[uid - 1]}` }))
    rows.splice(at, 0, ...added.map((uid) => task(uid, 60)))
    const tasks = rows.filter(({ uid }) => !removed.includes(uid))
    const there = new Set(tasks.map(({ uid }) => uid))
    const links = base.links
      .map((one) => (one.fromUid === 2 ? { ...one, lag } : one))
      .filter(({ fromUid, toUid }) => there.has(fromUid) && there.has(toUid))
    return { ...base, startsAt, tasks, links }
  })

describe('the difference of two plans', () => {
  test('is empty for a plan and itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(edited, (one) => {
        const reversed = JSON.parse(JSON.stringify(one), (_, value: unknown) =>
          value !== null && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).toReversed())
            : value,
        ) as Plan
        expect(isEmptyDifference(differenceOfPlans(one, reversed))).toBe(true)
      }),
    )
  })

  test('names what was added, removed and changed, field by field', () => {
    const next = plan(
      [task(1, 960, { name: 'Walls' }), task(7, 60), ...base.tasks.slice(1, 5)],
      [link(1, 2, { lag: 60 }), link(2, 3), link(4, 5, { type: 'SS' })],
      { startsAt: '2026-03-09T08:00' },
    )
    const difference = differenceOfPlans(base, next)
    expect(difference.settings).toEqual([
      { field: 'startsAt', from: '2026-03-02T08:00', to: '2026-03-09T08:00' },
    ])
    expect(difference.tasks.added.map(({ uid }) => uid)).toEqual([7])
    expect(difference.tasks.removed.map(({ uid }) => uid)).toEqual([6])
    expect(difference.tasks.changed.map(({ key, fields }) => ({ key, fields }))).toEqual([
      {
        key: '1',
        fields: [
          { field: 'name', from: 'Task 1', to: 'Walls' },
          { field: 'durationMinutes', from: 480, to: 960 },
        ],
      },
    ])
    expect(difference.links).toMatchObject({
      added: [{ type: 'SS' }],
      removed: [{ fromUid: 4, type: 'FS' }],
      changed: [{ key: '1-2-FS', fields: [{ field: 'lag', from: 0, to: 60 }] }],
    })
    expect(difference.isReordered).toBe(false)
  })

  test('says where only the order is another', () => {
    const difference = differenceOfPlans(base, { ...base, tasks: base.tasks.toReversed() })
    expect(difference).toMatchObject({ isReordered: true, tasks: { added: [], removed: [], changed: [] } })
  })
})

describe('merging a file that is read again', () => {
  test('gives the file where nothing changed here', () => {
    fc.assert(
      fc.property(edited, (next) => {
        const merged = mergePlans(base, base, next)
        expect(merged.conflicts).toEqual([])
        expect(merged.plan).toEqual(next)
      }),
    )
  })

  test('gives the plan here where nothing changed in the file', () => {
    fc.assert(
      fc.property(edited, (current) => {
        const merged = mergePlans(current, base, base)
        expect(merged.conflicts).toEqual([])
        expect(merged.plan).toEqual(current)
        expect(isEmptyDifference(merged.difference)).toBe(true)
      }),
    )
  })

  test('gives what both have where both made the same of it', () => {
    fc.assert(
      fc.property(edited, (both) => {
        const merged = mergePlans(both, base, both)
        expect(merged.conflicts).toEqual([])
        expect(merged.plan).toEqual(both)
      }),
    )
  })

  test('is the same from either side, but for the order, where nobody disagrees', () => {
    const rows = (one: Plan) => new Map(one.tasks.map((row): [number, PlanTask] => [row.uid, row]))
    fc.assert(
      fc.property(edited, edited, (current, next) => {
        const forth = mergePlans(current, base, next)
        const back = mergePlans(next, base, current)
        expect(back.conflicts.map(({ key }) => key).toSorted()).toEqual(
          forth.conflicts.map(({ key }) => key).toSorted(),
        )
        if (forth.conflicts.length > 0) return
        expect(rows(back.plan)).toEqual(rows(forth.plan))
      }),
    )
  })

  test('settles every conflict by its choice', () => {
    fc.assert(
      fc.property(edited, edited, (current, next) => {
        const open = mergePlans(current, base, next)
        const choices = Object.fromEntries(open.conflicts.map(({ key }) => [key, 'theirs' as const]))
        const theirs = mergePlans(current, base, next, choices)
        expect(theirs.conflicts).toEqual(open.conflicts)
        for (const { list, key, field, ours, theirs: value } of open.conflicts) {
          const uid = Number(key.split('/')[1])
          const found = (one: Plan) => one.tasks.find((row) => row.uid === uid)
          if (list !== 'tasks') continue
          if (field === null) {
            expect(Boolean(found(open.plan))).toBe(ours !== undefined)
            expect(Boolean(found(theirs.plan))).toBe(value !== undefined)
          } else {
            expect(found(open.plan)?.[field as keyof PlanTask]).toEqual(ours)
            expect(found(theirs.plan)?.[field as keyof PlanTask]).toEqual(value)
          }
        }
      }),
    )
  })

  test('keeps a change here and takes another of the same task from the file', () => {
    const change = (more: Partial<PlanTask>) => ({
      ...base,
      tasks: base.tasks.map((row) => (row.uid === 2 ? { ...row, ...more } : row)),
    })
    const merged = mergePlans(change({ percentComplete: 50 }), base, change({ durationMinutes: 960 }))
    expect(merged.conflicts).toEqual([])
    expect(merged.plan.tasks[1]).toMatchObject({ percentComplete: 50, durationMinutes: 960 })
    expect(merged.difference.tasks.changed.map(({ fields }) => fields)).toEqual([
      [{ field: 'durationMinutes', from: 480, to: 960 }],
    ])
  })

  test('names what both changed differently, and what one changed and the other removed', () => {
    const named = (name: string, count: number) => ({
      ...base,
      tasks: base.tasks.slice(0, count).map((row) => (row.uid === 1 ? { ...row, name } : row)),
    })
    const ours = named('Walls', 6)
    ours.tasks[5] = { ...ours.tasks[5]!, note: 'Ask Ann' }
    const { conflicts, plan: merged } = mergePlans(ours, base, named('Bricks', 5))
    expect(conflicts).toMatchObject([
      { key: 'tasks/1/name', what: 'Walls', field: 'name', base: 'Task 1', ours: 'Walls', theirs: 'Bricks' },
      { key: 'tasks/6', what: 'Task 6', field: null, theirs: undefined },
    ])
    expect(merged.tasks.map(({ name }) => name)).toEqual(ours.tasks.map(({ name }) => name))
  })

  test('leaves no link, level or calendar without what it needs', () => {
    const own = { ...base.calendars[0]!, uid: 9, name: 'Nights' }
    const outline = plan(
      [task(1, 0, { isSummary: true, isMilestone: false }), task(2, 480, { outlineLevel: 2 })],
      [],
      { calendars: [...base.calendars, own] },
    )
    const ours = {
      ...outline,
      tasks: [...outline.tasks, task(3, 60, { outlineLevel: 2, calendarUid: 9 })],
      links: [link(2, 3)],
    }
    const theirs = { ...outline, tasks: [], calendars: base.calendars }
    const { plan: merged, conflicts } = mergePlans(ours, outline, theirs)
    expect(conflicts).toEqual([])
    expect(merged.tasks).toMatchObject([{ uid: 3, outlineLevel: 1, isSummary: false }])
    expect(merged.links).toEqual([])
    expect(merged.calendars.map(({ uid }) => uid)).toEqual([1, 9])
  })
})
