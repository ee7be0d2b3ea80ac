import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, PlanTask } from '../schedule/plan'
import { assignment, link, plan, task } from '../schedule/plan-examples'
import { schedulePlan } from '../schedule/schedule-plan'
import { withEdits } from './apply-edits'
import { cellText, fillDown, pasteBlock, typeCell, type BadCell, type Column, type Reading } from './cells'
import { compactPlan, planFrom } from './compact-plan'
import { rowsOfBlock } from './pasted-block'
import { anyWorkspace } from './tests/generated-edits'
import type { Workspace } from './workspace'
import type { WorkspaceEdit } from './workspace-edit'

const DAY = 480
const house: Workspace = {
  plan: plan(
    [
      task(11, DAY, { name: 'Ground', wbs: '1' }),
      task(12, DAY, { name: 'House', isSummary: true, wbs: '2' }),
      task(13, 2 * DAY, { name: 'Walls', outlineLevel: 2, wbs: '2.1' }),
      task(14, 0, { name: 'Handover', wbs: '3' }),
    ],
    [link(11, 13)],
    {
      resources: [{ uid: 1, name: 'Ann', kind: 'work', calendarUid: null, maxUnitsPercent: 100 }],
      assignments: [assignment(13, 1, { workMinutes: 2 * DAY })],
    },
  ),
  milestoneKinds: {},
}

function reading({ plan }: Workspace, dayOrder: Reading['dayOrder'] = 'dmy'): Reading {
  const schedule = schedulePlan(plan)
  const dates = new Map(schedule.ok ? schedule.tasks.map((each) => [each.uid, each]) : [])
  return { dayOrder, plannedOf: (uid) => dates.get(uid) }
}

type Outcome = Partial<PlanTask> & Partial<BadCell> & { plan: Plan; edits: WorkspaceEdit[] }

function typing(uid: number, column: Column, text: string, workspace = house): Outcome {
  const typed = typeCell(workspace, { uid, column, text }, reading(workspace))
  if (!typed.ok) return { ...typed, plan: workspace.plan, edits: [] }
  const edited = withEdits(workspace, typed.edits)
  if (!edited.ok) throw new Error(edited.why)
  const { plan } = edited.workspace
  return { ...plan.tasks.find((each) => each.uid === uid)!, plan, edits: typed.edits }
}

describe('what is typed in a cell', () => {
  test('is a duration in English and German; nothing is a milestone, and that which lasts is none', () => {
    expect(typing(11, 'duration', '3d')).toMatchObject({ durationMinutes: 3 * DAY, durationUnit: 'days' })
    expect(typing(11, 'duration', '1,5 Wochen?')).toMatchObject({ durationMinutes: 3600, isEstimated: true })
    expect(typing(11, 'duration', '4 std')).toMatchObject({ durationMinutes: 240 })
    expect(typing(11, 'duration', '2ed')).toMatchObject({ durationMinutes: 2880, isElapsed: true })
    expect(typing(11, 'duration', '0')).toMatchObject({ durationMinutes: 0, isMilestone: true })
    expect(typing(14, 'duration', '1h')).toMatchObject({ durationMinutes: 60, isMilestone: false })
    for (const text of ['', 'long', '-1d', '3 parsecs'])
      expect(typing(11, 'duration', text)).toMatchObject({ ok: false, why: 'bad-duration', text, row: 1 })
    expect(typing(11, 'duration', '99999999w')).toMatchObject({ ok: false, why: 'too-long' })
    expect(typing(12, 'duration', '1d')).toMatchObject({ ok: false, why: 'is-a-summary' })
  })

  test('takes the work of people along with the duration', () => {
    expect(typing(13, 'duration', '4d').edits).toContainEqual({
      kind: 'set-assignment',
      assignment: assignment(13, 1, { workMinutes: 4 * DAY }),
    })
  })

  test('is a day from its first or to its last working hour, or a moment', () => {
    expect(typing(13, 'start', '5.3.2026')).toMatchObject({
      constraint: { type: 'SNET', at: '2026-03-05T08:00' },
    })
    expect(typing(13, 'finish', '2026-03-09')).toMatchObject({
      constraint: { type: 'FNET', at: '2026-03-09T17:00' },
    })
    expect(typing(13, 'start', '5 March 2026 10:30')).toMatchObject({
      constraint: { type: 'SNET', at: '2026-03-05T10:30' },
    })
    expect(typing(13, 'deadline', '9.3.26')).toMatchObject({ deadline: '2026-03-09T17:00' })
    expect(typing(13, 'start', '31.2.2026')).toMatchObject({ why: 'bad-date' })
    expect(typing(12, 'start', '5.3.2026')).toMatchObject({ why: 'is-a-summary' })
    // Where it is anyway, it may go on to move.
    expect(typing(13, 'start', '2026-03-03').edits).toEqual([])
    const fixed = withEdits(house, [
      { kind: 'change-task', uid: 13, change: { constraint: { type: 'SNET', at: '2026-03-05T08:00' } } },
    ])
    if (!fixed.ok) throw new Error(fixed.why)
    expect(typing(13, 'start', '', fixed.workspace)).toMatchObject({ constraint: { type: 'ASAP', at: null } })
  })

  test('is rows that it waits for, by their numbers', () => {
    expect(typing(14, 'predecessors', '1FS+2d; 3ee').plan.links).toEqual([
      link(11, 13),
      link(11, 14, { lag: 2 * DAY }),
      link(13, 14, { type: 'FF' }),
    ])
    expect(typing(13, 'predecessors', '').plan.links).toEqual([])
    expect(typing(13, 'predecessors', '1SS-50%').plan.links).toEqual([
      link(11, 13, { type: 'SS', lag: -50, lagUnit: 'percent' }),
    ])
    expect(typing(13, 'predecessors', '9')).toMatchObject({ why: 'unknown-predecessor' })
    expect(typing(13, 'predecessors', '3')).toMatchObject({ why: 'self-link' })
    expect(typing(13, 'predecessors', 'one')).toMatchObject({ why: 'bad-predecessors' })
  })

  test('is people, known or new, whole or in part', () => {
    const { plan: now } = typing(14, 'people', 'ann 50%, Crane[200%]; Bo')
    expect(now.resources.map(({ name }) => name)).toEqual(['Ann', 'Crane', 'Bo'])
    expect(
      now.assignments.slice(1).map(({ resourceUid, unitsPercent }) => [resourceUid, unitsPercent]),
    ).toEqual([
      [1, 50],
      [2, 200],
      [3, 100],
    ])
    expect(typing(13, 'people', '').plan.assignments).toEqual([])
    expect(typing(13, 'people', 'Ann 0%')).toMatchObject({ why: 'bad-units' })
    expect(typing(13, 'people', '50%')).toMatchObject({ why: 'no-name' })
    expect(typing(12, 'people', 'Ann')).toMatchObject({ why: 'is-a-summary' })
  })

  test('is progress, a constraint, a name, a note', () => {
    expect(typing(11, 'percent', '100')).toMatchObject({
      percentComplete: 100,
      actualFinish: '2026-03-02T17:00',
    })
    expect(typing(11, 'percent', '101%')).toMatchObject({ why: 'bad-percent' })
    expect(typing(11, 'constraint', 'mso 4.3.2026')).toMatchObject({
      constraint: { type: 'MSO', at: '2026-03-04T08:00' },
    })
    expect(typing(11, 'constraint', 'FNLT')).toMatchObject({ why: 'constraint-without-date' })
    expect(typing(11, 'constraint', 'soon')).toMatchObject({ why: 'bad-constraint' })
    expect(typing(11, 'name', '  Dig   the ground ')).toMatchObject({ name: 'Dig the ground' })
    expect(typing(11, 'name', ' ')).toMatchObject({ why: 'no-name' })
    expect(typing(11, 'note', 'Deep')).toMatchObject({ note: 'Deep' })
  })

  const columns: Column[] = [
    'name',
    'wbs',
    'note',
    'duration',
    'start',
    'finish',
    'predecessors',
    'people',
    'percent',
    'deadline',
    'constraint',
  ]
  test('changes nothing where it is what stood there', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        const now = reading(workspace)
        for (const { uid } of workspace.plan.tasks)
          for (const column of columns) {
            const text = cellText(workspace, uid, column, now.plannedOf(uid))
            expect(typeCell(workspace, { uid, column, text }, now)).toEqual({ ok: true, edits: [] })
          }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a block of a spreadsheet', () => {
  test('changes the rows named, one by one, and adds the rest of itself behind the last', () => {
    const text =
      'Walls\t3d\t1\tAnn\r\nHandover\t0\t3FS+1d\t\r\nGarden\t2w\t4;6\t"Bo"\r\n"Two\nlines"\t\t\t\r\n'
    const pasted = pasteBlock(
      house,
      { text, into: [13, 14], columns: ['name', 'duration', 'predecessors', 'people'] },
      reading(house),
    )
    if (!pasted.ok) throw new Error(pasted.why)
    const edited = withEdits(house, pasted.edits)
    if (!edited.ok) throw new Error(edited.why)
    const { tasks, links, resources } = edited.workspace.plan
    expect(tasks.map(({ uid, name, durationMinutes }) => [uid, name, durationMinutes])).toEqual([
      [11, 'Ground', DAY],
      [12, 'House', DAY],
      [13, 'Walls', 3 * DAY],
      [14, 'Handover', 0],
      [15, 'Garden', 10 * DAY],
      [16, 'Two lines', DAY],
    ])
    expect(pasted.uids).toEqual([13, 14, 15, 16])
    expect(links).toEqual([link(11, 13), link(13, 14, { lag: DAY }), link(14, 15), link(16, 15)])
    expect(resources.map(({ name }) => name)).toEqual(['Ann', 'Bo'])
  })

  test('leaves alone what is not among the rows', () => {
    const pasted = pasteBlock(house, { text: 'A\nB', into: [11, 14], columns: ['name'] }, reading(house))
    const edited = pasted.ok && withEdits(house, pasted.edits)
    expect(edited && edited.ok && edited.workspace.plan.tasks.map(({ name }) => name)).toEqual([
      'A',
      'House',
      'Walls',
      'B',
    ])
  })

  test('says how long a new task is by its start and its finish', () => {
    const text = 'Garden\t2026-03-04\t2026-03-06'
    const pasted = pasteBlock(house, { text, into: [], columns: ['name', 'start', 'finish'] }, reading(house))
    const edited = pasted.ok && withEdits(house, pasted.edits)
    expect(edited && edited.ok && edited.workspace.plan.tasks.at(-1)).toMatchObject({
      durationMinutes: 3 * DAY,
      constraint: { type: 'SNET', at: '2026-03-04T08:00' },
    })
  })

  test('is refused as a whole by the row and the column of a bad cell', () => {
    const paste = (text: string) =>
      pasteBlock(house, { text, into: [11, 12, 13, 14], columns: ['name', 'duration'] }, reading(house))
    expect(paste('A\t1d\nB')).toMatchObject({ ok: true })
    expect(paste('A\t1d\nB\t1d')).toEqual({
      ok: false,
      row: 2,
      column: 'duration',
      text: '1d',
      why: 'is-a-summary',
    })
    expect(paste('A\tsoon')).toEqual({
      ok: false,
      row: 1,
      column: 'duration',
      text: 'soon',
      why: 'bad-duration',
    })
    expect(paste('A\nB\nC\nD\n\t1d')).toMatchObject({ row: 5, column: 'name', why: 'no-name' })
    expect(paste('x\n'.repeat(2001))).toMatchObject({ why: 'too-many-rows' })
  })

  test('is read with quotes, tabs and line ends as spreadsheets write them', () => {
    expect(rowsOfBlock('a\tb\n"c\t""d"""\t3"\n')).toEqual([
      ['a', 'b'],
      ['c\t"d"', '3"'],
    ])
    expect(rowsOfBlock('')).toEqual([])
  })
})

test('filling down gives the rows below what the first has, or says which cannot have it', () => {
  const down = (uids: number[], column: Column) => fillDown(house, { uids, column }, reading(house))
  expect(down([11, 13], 'duration')).toMatchObject({
    ok: true,
    edits: [{ kind: 'change-task', uid: 13, change: { durationMinutes: DAY } }, { kind: 'set-assignment' }],
  })
  expect(down([11, 12, 13], 'duration')).toMatchObject({ ok: false, row: 2, why: 'is-a-summary' })
})

test('a plan without what goes without saying is the same plan', () => {
  fc.assert(
    fc.property(anyWorkspace, ({ plan }) => {
      const sent = (value: object) => JSON.parse(JSON.stringify(value))
      expect(planFrom(sent(compactPlan(plan)))).toEqual(sent(plan))
    }),
    { numRuns: 300 },
  )
})
