import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignment, link, plan, task } from '../schedule/plan-examples'
import type { Plan } from '../schedule/plan'
import { withEdits } from './apply-edits'
import {
  assign,
  linkInOrder,
  linkTasks,
  reviseTaskEdits,
  setDuration,
  setFinish,
  setProgress,
  setStart,
  unassign,
  unlinkTasks,
  type Command,
} from './commands'
import {
  deleteTasks,
  indentTasks,
  insertTask,
  moveTasks,
  moveTasksTo,
  outdentTasks,
} from './outline-commands'
import { anyWorkspace } from './tests/generated-edits'
import type { WorkspaceEdit } from './workspace-edit'

const DAY = 480
const house = plan(
  [
    task(1, DAY, { name: 'Ground' }),
    task(2, DAY, { name: 'House', isSummary: true }),
    task(3, DAY, { name: 'Walls', outlineLevel: 2 }),
    task(4, DAY, { name: 'Roof', outlineLevel: 2 }),
    task(5, DAY, { name: 'Paint', outlineLevel: 2 }),
    task(6, 0, { name: 'Handover' }),
  ],
  [link(1, 3), link(3, 4)],
  {
    resources: [1, 2].map((uid) => ({
      uid,
      name: `P${uid}`,
      kind: 'work',
      calendarUid: null,
      maxUnitsPercent: 100,
    })),
    assignments: [assignment(3, 1, { workMinutes: DAY })],
  },
)

function after(edits: WorkspaceEdit[], given: Plan = house): Plan {
  const edited = withEdits({ plan: given, milestoneKinds: {} }, edits)
  if (!edited.ok) throw new Error(`${edited.why}: ${edited.names.join(', ')}`)
  return edited.workspace.plan
}
const outline = (edits: WorkspaceEdit[]) =>
  after(edits).tasks.map(({ uid, outlineLevel }) => `${'  '.repeat(outlineLevel - 1)}${uid}`)
function editsOf(command: Command): WorkspaceEdit[] {
  if (!command.ok) throw new Error(command.why)
  return command.edits
}

describe('the outline', () => {
  test('gets a row on the level of the one above, or as the first of a summary', () => {
    expect(outline(insertTask(house, { afterUid: 4 }).edits)).toEqual([
      '1',
      '2',
      '  3',
      '  4',
      '  7',
      '  5',
      '6',
    ])
    expect(outline(insertTask(house, { afterUid: 2 }).edits)).toEqual([
      '1',
      '2',
      '  7',
      '  3',
      '  4',
      '  5',
      '6',
    ])
    expect(outline(insertTask(house, { afterUid: null }).edits)[0]).toBe('7')
  })

  test('loses what is chosen once, with what hangs below', () => {
    expect(outline(deleteTasks(house, [2, 3, 6]))).toEqual(['1'])
  })

  test('takes tasks in under the one before, and the first of a level stays', () => {
    expect(outline(indentTasks(house, [4, 5]))).toEqual(['1', '2', '  3', '    4', '    5', '6'])
    expect(outline(indentTasks(house, [6]))).toEqual(['1', '2', '  3', '  4', '  5', '  6'])
    expect(indentTasks(house, [1])).toEqual([])
    expect(indentTasks(house, [3])).toEqual([])
  })

  test('lets tasks out in their row, and what follows on their level becomes theirs', () => {
    expect(outline(outdentTasks(house, [4]))).toEqual(['1', '2', '  3', '4', '  5', '6'])
    expect(outline(outdentTasks(house, [3, 4]))).toEqual(['1', '2', '3', '4', '  5', '6'])
    expect(outline(outdentTasks(house, [5]))).toEqual(['1', '2', '  3', '  4', '5', '6'])
    expect(outdentTasks(house, [1, 2, 6])).toEqual([])
  })

  test('moves tasks past the next of their level, with what hangs below, and no further than the end', () => {
    expect(outline(moveTasks(house, [2], 'up'))).toEqual(['2', '  3', '  4', '  5', '1', '6'])
    expect(outline(moveTasks(house, [1], 'down'))).toEqual(['2', '  3', '  4', '  5', '1', '6'])
    expect(outline(moveTasks(house, [3, 4], 'down'))).toEqual(['1', '2', '  5', '  3', '  4', '6'])
    expect(moveTasks(house, [3], 'up')).toEqual([])
    expect(moveTasks(house, [6], 'down')).toEqual([])
  })

  test('moves tasks behind a row, and never into themselves', () => {
    expect(outline(moveTasksTo(house, [6, 1], { afterUid: 3, outlineLevel: 2 }))).toEqual([
      '2',
      '  3',
      '  1',
      '  6',
      '  4',
      '  5',
    ])
    expect(moveTasksTo(house, [2], { afterUid: 4, outlineLevel: 2 })).toEqual([])
  })

  test('keeps its rows, whatever is let in and out', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.array(fc.integer({ min: 1, max: 15 })),
        fc.boolean(),
        (given, uids, isIn) => {
          const { plan: before } = given
          const edits = isIn ? indentTasks(before, uids) : outdentTasks(before, uids)
          expect(after(edits, before).tasks.map(({ uid }) => uid)).toEqual(before.tasks.map(({ uid }) => uid))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a bar', () => {
  test('that is drawn starts no earlier than there; from its end it finishes no earlier', () => {
    const at = '2026-03-05T08:00'
    expect(editsOf(setStart(house, 3, at))).toEqual([
      { kind: 'change-task', uid: 3, change: { constraint: { type: 'SNET', at } } },
    ])
    expect(editsOf(setFinish(house, 3, at))).toMatchObject([{ change: { constraint: { type: 'FNET' } } }])
    const backward = { ...house, finishesAt: '2026-06-01T17:00' }
    expect(editsOf(setStart(backward, 3, at))).toMatchObject([{ change: { constraint: { type: 'SNLT' } } }])
    const manual = after([{ kind: 'change-task', uid: 3, change: { manual: { start: null, finish: null } } }])
    expect(editsOf(setStart(manual, 3, at))).toMatchObject([
      { change: { manual: { start: at, finish: null } } },
    ])
    expect(setStart(house, 2, at)).toEqual({ ok: false, why: 'is-a-summary' })
    const begun = after([{ kind: 'change-task', uid: 3, change: { actualStart: at, percentComplete: 1 } }])
    expect(setStart(begun, 3, at)).toEqual({ ok: false, why: 'has-begun' })
  })

  test('that is resized takes the work of its people along', () => {
    const { tasks, assignments } = after(editsOf(setDuration(house, 3, 2 * DAY)))
    expect(tasks[2]).toMatchObject({ durationMinutes: 2 * DAY })
    expect(assignments[0]).toMatchObject({ workMinutes: 2 * DAY })
    expect(setDuration(house, 6, DAY)).toEqual({ ok: false, why: 'milestone-has-no-length' })
    expect(setDuration(house, 3, -1)).toEqual({ ok: false, why: 'too-long' })
  })

  test('that is filled has begun, and when it is full, ended', () => {
    const planned = { start: '2026-03-03T08:00', finish: '2026-03-03T17:00' }
    expect(editsOf(setProgress(house, 3, 100, planned))).toEqual([
      {
        kind: 'change-task',
        uid: 3,
        change: { percentComplete: 100, actualStart: planned.start, actualFinish: planned.finish },
      },
    ])
    expect(setProgress(house, 2, 100, planned)).toEqual({ ok: false, why: 'is-a-summary' })
    expect(reviseTaskEdits(house, 9, {}, planned)).toEqual({ ok: false, why: 'no-such-task' })
  })
})

describe('links and people', () => {
  test('are made, changed and taken away', () => {
    expect(linkTasks(house, 1, 3)).toEqual([])
    expect(linkTasks(house, 1, 3, { lag: 60 })).toEqual([
      { kind: 'change-link', link: link(1, 3, { lag: 60 }) },
    ])
    expect(linkInOrder(house, [3, 4, 5])).toEqual([{ kind: 'add-link', link: link(4, 5) }])
    expect(unlinkTasks(house, [3])).toHaveLength(2)
    expect(unlinkTasks(house, [3, 4])).toEqual([{ kind: 'remove-link', fromUid: 3, toUid: 4 }])
  })

  test('come to a task with what it holds, and share it where effort drives it', () => {
    expect(after(editsOf(assign(house, 4, 2, 50))).assignments[1]).toMatchObject({
      taskUid: 4,
      resourceUid: 2,
      unitsPercent: 50,
      workMinutes: DAY / 2,
    })
    const driven = after([{ kind: 'change-task', uid: 3, change: { isEffortDriven: true } }])
    const shared = after(editsOf(assign(driven, 3, 2)), driven)
    expect(shared.tasks[2]).toMatchObject({ durationMinutes: DAY / 2 })
    expect(shared.assignments.map(({ workMinutes }) => workMinutes)).toEqual([DAY / 2, DAY / 2])
    expect(after(editsOf(unassign(house, 3001))).assignments).toEqual([])
    expect(assign(house, 2, 1)).toEqual({ ok: false, why: 'is-a-summary' })
    expect(editsOf(assign(house, 3, 1, 100))).toEqual([])
  })
})
