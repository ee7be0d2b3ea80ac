import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameValue } from '../plan-merge/same-value'
import { networkOf } from '../schedule/network'
import type { PlanTask } from '../schedule/plan'
import { assignment, link, plan, task } from '../schedule/plan-examples'
import { withEdits } from './apply-edits'
import type { Choice, Choices } from './conflict'
import { rebase, type Rebased } from './rebase'
import { anyEdits, anyWorkspace } from './tests/generated-edits'
import { inOrder } from './tests/same-workspace'
import type { Workspace } from './workspace'
import type { WorkspaceEdit } from './workspace-edit'

function applied(workspace: Workspace, edits: readonly WorkspaceEdit[]) {
  const edited = withEdits(workspace, edits)
  if (!edited.ok) throw new Error(`${edited.why}: ${edited.names.join(', ')}`)
  return edited
}

const house: Workspace = {
  plan: plan(
    [
      task(1, 480, { name: 'Ground' }),
      task(2, 480, { name: 'House', isSummary: true }),
      task(3, 480, { name: 'Walls', outlineLevel: 2 }),
      task(4, 480, { name: 'Roof', outlineLevel: 2 }),
      task(5, 0, { name: 'Handover' }),
    ],
    [link(1, 3), link(3, 4)],
    {
      resources: [{ uid: 1, name: 'Ann', kind: 'work', calendarUid: null, maxUnitsPercent: 100 }],
      assignments: [assignment(3, 1)],
    },
  ),
  milestoneKinds: {},
}

/** Two managers edit the same plan at once: the others first. */
function both(others: WorkspaceEdit[], mine: WorkspaceEdit[], choices?: Choices): Rebased {
  const now = applied(house, others)
  return rebase({ mine: applied(house, mine).edits, others: now.edits, now: now.workspace, choices })
}

const change = (uid: number, fields: Partial<PlanTask>): WorkspaceEdit => {
  return { kind: 'change-task', uid, change: fields }
}
const add = (uid: number, afterUid: number | null, more: Partial<PlanTask> = {}): WorkspaceEdit => {
  return { kind: 'add-task', task: task(uid, 480, { wbs: '', ...more }), afterUid }
}
const names = (workspace: Workspace) => workspace.plan.tasks.map(({ name }) => name)
const conflictsOf = (rebased: Rebased) => ('conflicts' in rebased ? rebased.conflicts : [])
function workspaceOf(rebased: Rebased): Workspace {
  if (!rebased.ok) throw new Error(JSON.stringify(rebased))
  return rebased.workspace
}

describe('edits on top of what others did meanwhile', () => {
  test('are both kept where they touch different tasks, fields and links', () => {
    const rebased = both(
      [change(3, { durationMinutes: 960 }), { kind: 'remove-link', fromUid: 3, toUid: 4 }],
      [
        change(3, { name: 'Outer walls' }),
        change(4, { durationMinutes: 60 }),
        { kind: 'add-link', link: link(4, 5) },
      ],
    )
    const { plan: now } = workspaceOf(rebased)
    expect(now.tasks[2]).toMatchObject({ name: 'Outer walls', durationMinutes: 960 })
    expect(now.tasks[3]).toMatchObject({ durationMinutes: 60 })
    expect(now.links.map(({ fromUid, toUid }) => [fromUid, toUid])).toEqual([
      [1, 3],
      [4, 5],
    ])
  })

  test('name the field that both gave another value, and take the word that is chosen', () => {
    const [theirs, mine] = [
      [change(3, { durationMinutes: 960 })],
      [change(3, { durationMinutes: 240, name: 'W' })],
    ]
    expect(conflictsOf(both(theirs, mine))).toEqual([
      {
        key: 'task-3-durationMinutes',
        kind: 'same-field',
        taskName: 'Walls',
        uid: 3,
        field: 'durationMinutes',
        mine: 240,
        theirs: 960,
      },
    ])
    const chosen = (choice: Choice) =>
      workspaceOf(both(theirs, mine, { 'task-3-durationMinutes': choice })).plan.tasks[2]
    expect(chosen('mine')).toMatchObject({ durationMinutes: 240, name: 'W' })
    expect(chosen('theirs')).toMatchObject({ durationMinutes: 960, name: 'W' })
  })

  test('agree where both gave the same value', () => {
    expect(both([change(3, { durationMinutes: 960 })], [change(3, { durationMinutes: 960 })])).toMatchObject({
      ok: true,
    })
  })

  test('take progress as one: a finish of theirs and a per cent of mine are one conflict', () => {
    const done = { percentComplete: 100, actualStart: '2026-03-02T08:00', actualFinish: '2026-03-02T17:00' }
    const begun = { percentComplete: 50, actualStart: '2026-03-03T08:00' }
    expect(conflictsOf(both([change(1, done)], [change(1, begun)]))).toMatchObject([
      { kind: 'same-field', field: 'percentComplete', mine: 50, theirs: 100 },
    ])
  })

  test('number what both added anew, whatever refers to it', () => {
    const rebased = both(
      [add(6, 4, { name: 'Theirs', outlineLevel: 2 })],
      [
        add(6, 4, { name: 'Mine', outlineLevel: 2 }),
        add(7, 6, { name: 'Next' }),
        { kind: 'add-link', link: link(6, 7) },
      ],
    )
    expect(rebased).toMatchObject({ renamed: { tasks: [[6, 8]] } })
    const now = workspaceOf(rebased)
    expect(names(now)).toEqual(['Ground', 'House', 'Walls', 'Roof', 'Mine', 'Next', 'Theirs', 'Handover'])
    expect(now.plan.links).toContainEqual(link(8, 7))
  })

  test('ask before a task that they removed is edited: it comes back as it was, or the edit is left out', () => {
    const theirs: WorkspaceEdit[] = [{ kind: 'remove-task', uid: 2 }]
    const mine = [
      change(3, { name: 'Outer walls' }),
      add(6, 4, { name: 'Gutter', outlineLevel: 2 }),
      add(7, 6, { name: 'Paint', outlineLevel: 2 }),
      { kind: 'add-link', link: link(6, 7) } as const,
      change(1, { name: 'Soil' }),
    ]
    expect(conflictsOf(both(theirs, mine))).toEqual([
      { key: 'removed-2', kind: 'they-removed', taskName: 'House', uid: 2 },
    ])
    expect(names(workspaceOf(both(theirs, mine, { 'removed-2': 'theirs' })))).toEqual(['Soil', 'Handover'])
    const back = workspaceOf(both(theirs, mine, { 'removed-2': 'mine' }))
    expect(names(back)).toEqual(['Soil', 'House', 'Outer walls', 'Roof', 'Gutter', 'Paint', 'Handover'])
    expect(back.plan.assignments).toEqual(house.plan.assignments)
    expect(inOrder(back).plan.links).toEqual([link(1, 3), link(3, 4), link(6, 7)])
  })

  test('ask before a task is removed that they edited, or put something below', () => {
    const mine: WorkspaceEdit[] = [{ kind: 'remove-task', uid: 2 }]
    for (const theirs of [
      [change(4, { name: 'Flat roof' })],
      [add(6, 4, { outlineLevel: 2 })],
      [{ kind: 'add-link', link: link(4, 5) } as const],
      [{ kind: 'set-assignment', assignment: assignment(4, 1) } as const],
    ]) {
      expect(conflictsOf(both(theirs, mine))).toMatchObject([{ kind: 'i-removed', taskName: 'House' }])
      const kept = workspaceOf(both(theirs, mine, { 'mine-removed-2': 'theirs' }))
      expect(inOrder(kept)).toEqual(inOrder(applied(house, theirs).workspace))
      expect(names(workspaceOf(both(theirs, mine, { 'mine-removed-2': 'mine' })))).toEqual([
        'Ground',
        'Handover',
      ])
    }
    expect(both([change(1, { name: 'Soil' })], mine)).toMatchObject({ ok: true })
  })

  test('agree where both removed the same, or a part of it', () => {
    const remove = (uid: number): WorkspaceEdit[] => [{ kind: 'remove-task', uid }]
    expect(names(workspaceOf(both(remove(2), remove(2))))).toEqual(['Ground', 'Handover'])
    expect(names(workspaceOf(both(remove(2), remove(3))))).toEqual(['Ground', 'Handover'])
    expect(names(workspaceOf(both(remove(3), remove(2))))).toEqual(['Ground', 'Handover'])
  })

  test('stand behind the row above where theirs is gone', () => {
    const now = workspaceOf(both([{ kind: 'remove-task', uid: 2 }], [add(6, 4, { name: 'New' })]))
    expect(names(now)).toEqual(['Ground', 'New', 'Handover'])
  })

  test('are refused where they name a task that never was', () => {
    expect(both([], [])).toMatchObject({ ok: true })
    const lost: WorkspaceEdit = { kind: 'move-task', uid: 1, afterUid: 99, outlineLevel: 1 }
    expect(rebase({ mine: [lost], others: [], now: house })).toMatchObject({
      refused: { why: 'unknown-task', names: ['99'] },
    })
  })

  test('ask where both moved the same task elsewhere', () => {
    const to = (afterUid: number): WorkspaceEdit[] => [
      { kind: 'move-task', uid: 1, afterUid, outlineLevel: 2 },
    ]
    expect(conflictsOf(both(to(3), to(4)))).toMatchObject([{ kind: 'moved-twice', taskName: 'Ground' }])
    expect(names(workspaceOf(both(to(3), to(4), { 'moved-1': 'mine' })))).toEqual([
      'House',
      'Walls',
      'Roof',
      'Ground',
      'Handover',
    ])
    expect(both(to(3), to(3))).toMatchObject({ ok: true, edits: [] })
  })

  test('ask where both linked two tasks otherwise, and agree where they linked them alike', () => {
    const linked = (type: 'FS' | 'SS'): WorkspaceEdit[] => [{ kind: 'add-link', link: link(4, 5, { type }) }]
    expect(conflictsOf(both(linked('FS'), linked('SS')))).toMatchObject([
      {
        kind: 'same-link',
        taskName: 'Roof',
        toName: 'Handover',
        mine: { type: 'SS' },
        theirs: { type: 'FS' },
      },
    ])
    expect(both(linked('FS'), linked('FS'))).toMatchObject({ ok: true, edits: [] })
    const mine = workspaceOf(both(linked('FS'), linked('SS'), { 'link-4-5': 'mine' }))
    expect(mine.plan.links.at(-1)).toEqual(link(4, 5, { type: 'SS' }))
    const unlink: WorkspaceEdit[] = [{ kind: 'remove-link', fromUid: 3, toUid: 4 }]
    const delay: WorkspaceEdit[] = [{ kind: 'change-link', link: link(3, 4, { lag: 60 }) }]
    expect(conflictsOf(both(unlink, delay))).toMatchObject([{ kind: 'same-link', theirs: null }])
    expect(conflictsOf(both(delay, unlink))).toMatchObject([{ kind: 'same-link', mine: null }])
    expect(workspaceOf(both(unlink, delay, { 'link-3-4': 'mine' })).plan.links).toHaveLength(2)
    expect(workspaceOf(both(delay, unlink, { 'link-3-4': 'mine' })).plan.links).toHaveLength(1)
  })

  test('name a circle of which each made one half', () => {
    const [theirs, mine]: WorkspaceEdit[][] = [
      [{ kind: 'add-link', link: link(4, 5) }],
      [change(1, { name: 'Soil' }), { kind: 'add-link', link: link(5, 1) }],
    ]
    const conflicts = conflictsOf(both(theirs!, mine!))
    expect(conflicts).toMatchObject([{ key: 'circle', kind: 'circle' }])
    expect(conflicts[0]).toMatchObject({ names: expect.arrayContaining(['Soil', 'Handover']) })
    const now = workspaceOf(both(theirs!, mine!, { circle: 'theirs' }))
    expect(now.plan.links).not.toContainEqual(link(5, 1))
    expect(names(now)[0]).toBe('Soil')
  })

  test('give one person who was entered twice one row, and ask how much where both put her on a task', () => {
    const crane = (uid: number) => ({
      uid,
      name: 'Crane',
      kind: 'work' as const,
      calendarUid: null,
      maxUnitsPercent: 100,
    })
    const theirs: WorkspaceEdit[] = [
      { kind: 'set-resource', resource: crane(2) },
      { kind: 'set-assignment', assignment: assignment(4, 2, { uid: 7 }) },
    ]
    const mine: WorkspaceEdit[] = [
      { kind: 'set-resource', resource: { ...crane(2), name: 'Digger' } },
      { kind: 'set-resource', resource: crane(3) },
      { kind: 'set-assignment', assignment: assignment(1, 2, { uid: 7 }) },
      { kind: 'set-assignment', assignment: assignment(4, 3, { uid: 8, unitsPercent: 50 }) },
    ]
    expect(conflictsOf(both(theirs, mine))).toMatchObject([
      {
        kind: 'same-assignment',
        taskName: 'Roof',
        resourceName: 'Crane',
        mine: { unitsPercent: 50 },
        theirs: { unitsPercent: 100 },
      },
    ])
    const gone: WorkspaceEdit[] = [{ kind: 'remove-assignment', uid: 3001 }]
    const half = { kind: 'set-assignment' as const, assignment: assignment(3, 1, { unitsPercent: 50 }) }
    expect(conflictsOf(both(gone, [half]))).toMatchObject([{ mine: { unitsPercent: 50 }, theirs: null }])
    expect(conflictsOf(both([half], gone))).toMatchObject([{ mine: null, theirs: { unitsPercent: 50 } }])
    const { plan: now } = workspaceOf(both(theirs, mine, { 'work-7': 'mine' }))
    expect(now.resources.map(({ name }) => name)).toEqual(['Ann', 'Crane', 'Digger'])
    expect(
      now.assignments.map(({ taskUid, resourceUid, unitsPercent }) => [taskUid, resourceUid, unitsPercent]),
    ).toEqual([
      [3, 1, 100],
      [4, 2, 50],
      [1, 4, 100],
    ])
  })
})

describe('whatever two managers do at once', () => {
  const anyChoice = fc.infiniteStream(fc.constantFrom<Choice>('mine', 'theirs'))

  test('it is merged in the end, by choices among named conflicts', () => {
    let [clean, disputed] = [0, 0]
    fc.assert(
      fc.property(anyWorkspace, anyEdits, anyEdits, anyChoice, (given, theirs, ours, choose) => {
        const others = applied(given, taken(given, theirs))
        const mine = applied(given, taken(given, ours))
        const choices: Record<string, Choice> = {}
        for (let round = 0; ; round++) {
          expect(round).toBeLessThan(8)
          const found = rebase({ mine: mine.edits, others: others.edits, now: others.workspace, choices })
          if (found.ok) {
            expect(circleIn(found.workspace)).toBe(false)
            expect(inOrder(applied(others.workspace, found.edits).workspace)).toEqual(
              inOrder(found.workspace),
            )
            if (round > 0) disputed++
            else clean++
            if (round === 0) nothingIsLost(mine.edits, mine.workspace, found)
            return
          }
          if ('refused' in found) throw new Error(JSON.stringify(found.refused))
          for (const { key } of found.conflicts) {
            expect(choices).not.toHaveProperty([key])
            choices[key] = key === 'circle' ? 'theirs' : choose.next().value!
          }
        }
      }),
      { numRuns: 6000 },
    )
    expect(clean).toBeGreaterThan(1000)
    expect(disputed).toBeGreaterThan(100)
  })

  test('mine stay as they are where nobody else did anything', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (given, ours) => {
        const mine = withEdits(given, ours)
        if (!mine.ok) return
        const found = rebase({ mine: mine.edits, others: [], now: given })
        expect(found.ok && found.workspace).toEqual(mine.workspace)
      }),
      { numRuns: 1000 },
    )
  })
})

/** Those of the edits that an editor would have taken, one after the other. */
function taken(given: Workspace, edits: readonly WorkspaceEdit[]): WorkspaceEdit[] {
  let now = given
  return edits.filter((edit) => {
    const step = withEdits(now, [edit])
    if (!step.ok || circleIn(step.workspace)) return false
    now = step.workspace
    return true
  })
}

function circleIn({ plan: { tasks, links } }: Workspace): boolean {
  return !networkOf({ tasks, links }, new Map(tasks.map(({ uid }, at) => [uid, at]))).ok
}

/** Every task that I have in the end is there, with what I last said of it; none is that I removed. */
function nothingIsLost(mine: readonly WorkspaceEdit[], wanted: Workspace, found: Rebased & { ok: true }) {
  const renamed = new Map(found.renamed.tasks)
  const uidOf = (uid: number) => renamed.get(uid) ?? uid
  const there = new Map(found.workspace.plan.tasks.map((each) => [each.uid, each]))
  const ours = new Map(wanted.plan.tasks.map((each) => [each.uid, each]))
  for (const edit of mine) {
    if (edit.kind === 'add-task' && ours.has(edit.task.uid))
      expect(there.has(uidOf(edit.task.uid))).toBe(true)
    if (edit.kind === 'remove-task' && !ours.has(edit.uid)) expect(there.has(uidOf(edit.uid))).toBe(false)
    if (edit.kind === 'change-task' && ours.has(edit.uid))
      for (const key of Object.keys(edit.change) as (keyof PlanTask)[]) {
        if (progress.has(key) || key === 'wbs') continue
        const [is, was] = [there.get(uidOf(edit.uid))?.[key], ours.get(edit.uid)![key]]
        if (!isSameValue(is, was))
          throw new Error(`lost ${key} of ${edit.uid}: ${String(is)}, not ${String(was)}`)
      }
    if (edit.kind === 'add-link' || edit.kind === 'change-link') {
      const { fromUid, toUid } = edit.link
      const last = wanted.plan.links.find((each) => each.fromUid === fromUid && each.toUid === toUid)
      const ends = { fromUid: uidOf(fromUid), toUid: uidOf(toUid) }
      if (last) expect(found.workspace.plan.links).toContainEqual({ ...last, ...ends })
    }
  }
}

/** A task that becomes a summary for a while loses them on either side. */
const progress: ReadonlySet<string> = new Set([
  'percentComplete',
  'actualStart',
  'actualFinish',
  'remainingMinutes',
  'stoppedAt',
  'resumesAt',
])
