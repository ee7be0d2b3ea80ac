import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from './calendar-day'
import { changesBetween, firstPromises, presetFor, type Projection, type PublishedTask } from './publication'

const told: Projection = {
  project: { code: 'HT-1', name: 'Core network', objective: '' },
  asOf: '2026-05-04',
  health: 'on-track',
  percentComplete: 40,
  finishesOn: '2026-09-01',
  narrative: 'As planned.',
  scope: [{ kind: 'in-scope', text: 'Eleven sites' }],
  milestones: [{ uid: 7, name: 'Pilot accepted', kind: 'acceptance', on: '2026-06-01', isReached: false }],
  deliverables: [
    {
      id: 'd1',
      code: 'D1',
      name: 'Design',
      description: '',
      state: 'draft',
      dueOn: '2026-05-20',
      criteria: ['Covers all'],
    },
  ],
  tasks: null,
}
const milestone = (changed: Partial<Projection['milestones'][number]>) => ({
  ...told,
  milestones: [{ ...told.milestones[0]!, ...changed }],
})
const deliverable = (changed: Partial<Projection['deliverables'][number]>) => ({
  ...told,
  deliverables: [{ ...told.deliverables[0]!, ...changed }],
})
const task: PublishedTask = {
  uid: 1,
  wbs: '1',
  name: 'Dig',
  outlineLevel: 1,
  isSummary: false,
  isMilestone: false,
  startsOn: '2026-05-04',
  finishesOn: '2026-05-05',
  percentComplete: 0,
}

describe('what differs from the last publication', () => {
  test('does not take another order of a task’s keys for a change', () => {
    const read = Object.fromEntries(Object.entries(task).reverse()) as PublishedTask
    expect(changesBetween({ ...told, tasks: [read] }, { ...told, tasks: [task] })).toEqual([])
  })

  test('is nothing for the first one, and nothing where only the words and the day are new', () => {
    expect(changesBetween(null, told)).toEqual([])
    expect(changesBetween(told, { ...told, narrative: 'Still.', asOf: '2026-06-01' })).toEqual([])
  })

  const phase = { uid: 2, name: 'Design', startsOn: '2026-05-04', finishesOn: '2026-06-12' }
  const likely = { p50: '2026-06-03', p80: '2026-06-19' }
  const range = {
    forecastOn: '2026-05-04',
    finish: { p50: '2026-09-03', p80: '2026-09-30' },
    milestones: [{ uid: 7, ...likely }],
  }

  test('says that phases and the honest range are shown from now on, or no longer', () => {
    const shown = { ...told, phases: [phase], range }
    for (const [last, next, isShown] of [
      [told, shown, true],
      [shown, told, false],
    ] as const)
      expect(changesBetween(last, next)).toEqual([
        { kind: 'shows', what: 'phases', isShown },
        { kind: 'shows', what: 'range', isShown },
      ])
  })

  test('names every phase that came, went, was renamed or moved', () => {
    const last = { ...told, phases: [phase, { ...phase, uid: 3, name: 'Build' }] }
    const next = {
      ...told,
      phases: [
        { ...phase, name: 'Detailed design', startsOn: '2026-05-06', finishesOn: '2026-06-19' },
        { ...phase, uid: 4, name: 'Handover' },
      ],
    }
    const name = 'Detailed design'
    expect(changesBetween(last, next)).toEqual([
      { kind: 'renamed', noun: 'phase', name, from: 'Design' },
      { kind: 'date-moved', noun: 'phase-start', name, from: '2026-05-04', to: '2026-05-06' },
      { kind: 'date-moved', noun: 'phase', name, from: '2026-06-12', to: '2026-06-19' },
      { kind: 'added', noun: 'phase', name: 'Handover' },
      { kind: 'removed', noun: 'phase', name: 'Build' },
    ])
  })

  test('says where a range moved, and nothing where only the forecast is newer', () => {
    const again = { ...range, forecastOn: '2026-05-18' }
    expect(changesBetween({ ...told, range }, { ...told, range: again })).toEqual([])
    const moved = {
      ...again,
      finish: { ...range.finish, p80: '2026-10-14' },
      milestones: [
        { uid: 7, p50: likely.p50, p80: '2026-06-26' },
        { uid: 8, ...likely },
      ],
    }
    expect(changesBetween({ ...told, range }, { ...told, range: moved })).toEqual([
      { kind: 'range-moved', name: null, from: range.finish, to: moved.finish },
      { kind: 'range-moved', name: 'Pilot accepted', from: likely, to: { ...likely, p80: '2026-06-26' } },
    ])
  })

  test.each<[string, Projection, ReturnType<typeof changesBetween>]>([
    ['progress', { ...told, percentComplete: 55 }, [{ kind: 'progress', from: 40, to: 55 }]],
    ['health', { ...told, health: 'at-risk' }, [{ kind: 'health', from: 'on-track', to: 'at-risk' }]],
    [
      'the end',
      { ...told, finishesOn: '2026-10-01' },
      [{ kind: 'date-moved', noun: 'project', name: 'Core network', from: '2026-09-01', to: '2026-10-01' }],
    ],
    [
      'a milestone that moved and was renamed',
      milestone({ on: '2026-06-15', name: 'Pilot signed' }),
      [
        { kind: 'renamed', noun: 'milestone', name: 'Pilot signed', from: 'Pilot accepted' },
        { kind: 'date-moved', noun: 'milestone', name: 'Pilot signed', from: '2026-06-01', to: '2026-06-15' },
      ],
    ],
    [
      'a milestone that was reached',
      milestone({ isReached: true }),
      [{ kind: 'reached', name: 'Pilot accepted' }],
    ],
    [
      'another milestone in its place, whatever it is called',
      milestone({ uid: 8 }),
      [
        { kind: 'added', noun: 'milestone', name: 'Pilot accepted' },
        { kind: 'removed', noun: 'milestone', name: 'Pilot accepted' },
      ],
    ],
    [
      'a deliverable’s state',
      deliverable({ state: 'submitted' }),
      [{ kind: 'state', name: 'Design', from: 'draft', to: 'submitted' }],
    ],
    [
      'a deliverable’s criteria',
      deliverable({ criteria: ['Covers some'] }),
      [{ kind: 'criteria', name: 'Design' }],
    ],
    [
      'a deliverable that lost its day',
      deliverable({ dueOn: null }),
      [{ kind: 'date-moved', noun: 'deliverable', name: 'Design', from: '2026-05-20', to: null }],
    ],
    [
      'the scope',
      { ...told, scope: [{ kind: 'out-of-scope', text: 'Eleven sites' }] },
      [
        { kind: 'added', noun: 'scope', name: 'Eleven sites' },
        { kind: 'removed', noun: 'scope', name: 'Eleven sites' },
      ],
    ],
    [
      'the project and its objective',
      { ...told, project: { ...told.project, name: 'Core', objective: 'Less.' } },
      [{ kind: 'renamed', noun: 'project', name: 'Core', from: 'Core network' }, { kind: 'objective' }],
    ],
    [
      'a deliverable’s description',
      deliverable({ description: 'Half of it.' }),
      [{ kind: 'description', name: 'Design' }],
    ],
    [
      'a milestone of another kind',
      milestone({ kind: 'billing' }),
      [{ kind: 'milestone-kind', name: 'Pilot accepted', from: 'acceptance', to: 'billing' }],
    ],
    [
      'that the whole plan is published now',
      { ...told, tasks: [task] },
      [{ kind: 'publishes', to: 'whole-plan' }],
    ],
  ])('names %s', (_, next, changes) => {
    expect(changesBetween(told, next)).toEqual(changes)
  })

  test('names a milestone that is no longer reached', () => {
    expect(changesBetween(milestone({ isReached: true }), told)).toEqual([
      { kind: 'not-reached', name: 'Pilot accepted' },
    ])
  })

  test('names that the whole plan is published no longer', () => {
    expect(changesBetween({ ...told, tasks: [task] }, told)).toEqual([{ kind: 'publishes', to: 'scope' }])
  })

  const planned = (tasks: PublishedTask[]) => ({ ...told, tasks })
  test.each<[string, Partial<PublishedTask>, ReturnType<typeof changesBetween>]>([
    [
      'a later finish',
      { startsOn: '2026-05-05', finishesOn: '2026-05-08' },
      [{ kind: 'date-moved', noun: 'task', name: 'Dig', from: '2026-05-05', to: '2026-05-08' }],
    ],
    [
      'a later start',
      { startsOn: '2026-05-05' },
      [{ kind: 'date-moved', noun: 'task-start', name: 'Dig', from: '2026-05-04', to: '2026-05-05' }],
    ],
    ['progress', { percentComplete: 50 }, [{ kind: 'task-progress', name: 'Dig', from: 0, to: 50 }]],
    ['another name', { name: 'Bore' }, [{ kind: 'renamed', noun: 'task', name: 'Bore', from: 'Dig' }]],
    ['another place', { wbs: '1.1', outlineLevel: 2 }, [{ kind: 'task-rearranged', name: 'Dig' }]],
    [
      'another task in its place',
      { uid: 2 },
      [
        { kind: 'added', noun: 'task', name: 'Dig' },
        { kind: 'removed', noun: 'task', name: 'Dig' },
      ],
    ],
  ])('names %s of a task', (_, changed, changes) => {
    expect(changesBetween(planned([task]), planned([{ ...task, ...changed }]))).toEqual(changes)
  })

  test('tells a milestone’s change once, though it is in the plan too', () => {
    const marked = { ...task, uid: 7, name: 'Pilot accepted', isMilestone: true }
    const moved = {
      ...milestone({ on: '2026-06-15' }),
      tasks: [{ ...marked, finishesOn: '2026-06-15' as const }],
    }
    expect(changesBetween(planned([marked]), moved)).toHaveLength(1)
  })

  test('names the dates of a milestone that became a task', () => {
    const marked = { ...task, isMilestone: true }
    const changes = changesBetween(planned([marked]), planned([{ ...task, finishesOn: '2026-05-09' }]))
    expect(changes).toEqual([
      { kind: 'date-moved', noun: 'task', name: 'Dig', from: '2026-05-05', to: '2026-05-09' },
      { kind: 'task-rearranged', name: 'Dig' },
    ])
  })

  test('names ten tasks, those that moved first, and says how many more there are', () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ ...task, uid: at + 1, name: `Task ${at + 1}` }))
    const later = many.map((each, at) =>
      at === 13 ? { ...each, finishesOn: '2026-05-09' as const } : { ...each, percentComplete: 10 },
    )
    const changes = changesBetween(planned(many), planned(later))
    expect(changes).toHaveLength(11)
    expect(changes[0]).toMatchObject({ kind: 'date-moved', noun: 'task', name: 'Task 14' })
    expect(changes[1]).toMatchObject({ kind: 'task-progress', name: 'Task 1' })
    expect(changes[10]).toEqual({ kind: 'more-tasks', count: 4 })
    expect(changesBetween(planned(many.slice(0, 10)), planned(later.slice(0, 10)))).toHaveLength(10)
  })

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}` as LocalDate)
  const projection = fc.record({
    project: fc.constant(told.project),
    asOf: day,
    health: fc.constantFrom('on-track' as const, 'at-risk' as const, 'off-track' as const),
    percentComplete: fc.integer({ min: 0, max: 100 }),
    finishesOn: fc.option(day),
    narrative: fc.string(),
    scope: fc.uniqueArray(
      fc.record({ kind: fc.constantFrom('in-scope' as const, 'assumption' as const), text: fc.string() }),
      { selector: ({ kind, text }) => `${kind} ${text}` },
    ),
    milestones: fc.uniqueArray(
      fc.record({
        uid: fc.nat(9),
        name: fc.constantFrom('A', 'B'),
        kind: fc.constant('delivery' as const),
        on: day,
        isReached: fc.boolean(),
      }),
      { selector: ({ uid }) => uid },
    ),
    deliverables: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('x', 'y', 'z'),
        code: fc.constant('D'),
        name: fc.constantFrom('A', 'B'),
        description: fc.constant(''),
        state: fc.constantFrom('draft' as const, 'submitted' as const, 'accepted' as const),
        dueOn: fc.option(day),
        criteria: fc.array(fc.constantFrom('c', 'd'), { maxLength: 2 }),
      }),
      { selector: ({ id }) => id },
    ),
    tasks: fc.constant(null),
  })

  test('is nothing between a publication and itself', () => {
    fc.assert(
      fc.property(projection, (one) => {
        expect(changesBetween(one, structuredClone(one))).toEqual([])
      }),
    )
  })

  test('names every milestone whose day moved: no date moves silently', () => {
    fc.assert(
      fc.property(projection, projection, (last, next) => {
        const changes = changesBetween(last, next)
        for (const is of next.milestones) {
          const was = last.milestones.find(({ uid }) => uid === is.uid)
          if (was && was.on !== is.on)
            expect(changes).toContainEqual({
              kind: 'date-moved',
              noun: 'milestone',
              name: is.name,
              from: was.on,
              to: is.on,
            })
        }
      }),
    )
  })

  test('adds what the other way round removes', () => {
    const names = (changes: ReturnType<typeof changesBetween>, kind: 'added' | 'removed') =>
      changes.flatMap((change) => (change.kind === kind ? [`${change.noun} ${change.name}`] : [])).sort()
    fc.assert(
      fc.property(projection, projection, (one, other) => {
        expect(names(changesBetween(one, other), 'added')).toEqual(
          names(changesBetween(other, one), 'removed'),
        )
      }),
    )
  })
})

describe('the first promise', () => {
  const publication = (...days: [number, LocalDate][]) => ({
    milestones: days.map(([uid, on]) => ({ ...told.milestones[0]!, uid, on })),
  })

  test('is the day of the first publication that named the milestone', () => {
    const promises = firstPromises([
      publication([1, '2026-06-01']),
      publication([1, '2026-07-01'], [2, '2026-08-01']),
      publication([2, '2026-09-01']),
    ])
    expect([...promises]).toEqual([
      [1, '2026-06-01'],
      [2, '2026-08-01'],
    ])
    expect(firstPromises([]).size).toBe(0)
  })

  test('stays whatever is published later', () => {
    const some = fc.array(
      fc.tuple(fc.nat(5), fc.constantFrom<LocalDate>('2026-06-01', '2026-07-01', '2026-08-01')),
    )
    fc.assert(
      fc.property(fc.array(some), fc.array(some), (early, late) => {
        const before = firstPromises(early.map((days) => publication(...days)))
        const after = firstPromises([...early, ...late].map((days) => publication(...days)))
        for (const [uid, on] of before) expect(after.get(uid)).toBe(on)
      }),
    )
  })
})

describe('what is published', () => {
  test('is the whole plan to an internal customer, and the scope to an external one', () => {
    expect(presetFor('internal')).toBe('whole-plan')
    expect(presetFor('external')).toBe('scope')
  })
})
