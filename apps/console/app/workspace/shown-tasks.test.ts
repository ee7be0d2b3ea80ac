import { assignment, plan, task } from '@countersign/domain/schedule/plan-examples'
import { deleteTasks, insertTask } from '@countersign/domain/workspace/outline-commands'
import { assign, setProgress } from '@countersign/domain/workspace/commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { describe, expect, test } from 'vitest'
import type { Group } from './grouping'
import { OpenPlan } from './open-plan'
import { ShownTasks } from './shown-tasks'

const person = (uid: number, name: string) =>
  ({ uid, name, kind: 'work', calendarUid: null, maxUnitsPercent: 100 }) as const

/** 1 Survey (2 Visit, 3 Report done), 4 Build (5 Mast, 6 Cable), 7 Close; Ben does 2 and 5, Ana 5 and 6. */
function opened() {
  const at = (uid: number, outlineLevel: number, more = {}) => task(uid, 480, { outlineLevel, ...more })
  const open = new OpenPlan({
    plan: plan(
      [
        at(1, 1, { isSummary: true, name: 'Survey' }),
        at(2, 2, { name: 'Visit' }),
        at(3, 2, { name: 'Report', percentComplete: 100 }),
        at(4, 1, { isSummary: true, name: 'Build' }),
        at(5, 2, { name: 'Mast' }),
        task(6, 960, { outlineLevel: 2, name: 'Cable' }),
        at(7, 1, { name: 'Close' }),
      ],
      [],
      {
        resources: [person(71, 'Ana'), person(70, 'Ben')],
        assignments: [assignment(5, 70), assignment(2, 70), assignment(5, 71), assignment(6, 71)],
      },
    ),
    milestoneKinds: {},
  })
  const tasks = new ShownTasks(open, '2026-01-01T09:00')
  tasks.arrange()
  const doing = (edits: WorkspaceEdit[]) => {
    expect(open.do(edits)).toBeNull()
    tasks.arrange()
  }
  const done = (uid: number, percent: number) => {
    const command = setProgress(open.workspace.plan, uid, percent, open.dateOf(uid)!)
    if (!command.ok) throw new Error(command.why)
    doing(command.edits)
  }
  const choose = (...given: Parameters<ShownTasks['choose']>) => {
    tasks.choose(...given)
    tasks.arrange()
  }
  return { open, tasks, doing, done, choose }
}

function groups(tasks: ShownTasks): (Group | number)[] {
  return tasks.rows.map((row) => tasks.groupAt(row)?.group ?? row)
}

describe('tasks in groups', () => {
  test('stand under their phase, and those of none at the end', () => {
    const { tasks, choose } = opened()
    choose({ grouping: 'phase' })
    expect(groups(tasks)).toEqual([
      { by: 'phase', uid: 1 },
      2,
      3,
      { by: 'phase', uid: 4 },
      5,
      6,
      { by: 'phase', uid: null },
      7,
    ])
  })

  test('stand under who does them, in the order of the people, once where two share one', () => {
    const { tasks, choose } = opened()
    choose({ grouping: 'person' })
    expect(groups(tasks)).toEqual([
      { by: 'person', uids: [71] },
      6,
      { by: 'person', uids: [71, 70] },
      5,
      { by: 'person', uids: [70] },
      2,
      { by: 'person', uids: [] },
      3,
      7,
    ])
  })

  test('stand under how they are doing, and under whether the end depends on them', () => {
    const { tasks, choose } = opened()
    choose({ grouping: 'status' })
    expect(groups(tasks)).toEqual([
      { by: 'status', status: 'to-come' },
      2,
      5,
      6,
      7,
      { by: 'status', status: 'done' },
      3,
    ])
    choose({ grouping: 'critical' })
    expect(groups(tasks)).toEqual([
      { by: 'critical', isCritical: true },
      6,
      { by: 'critical', isCritical: false },
      2,
      3,
      5,
      7,
    ])
  })

  test('are counted together: from the first start to the last finish, and what of it is done', () => {
    const { open, tasks, choose, done } = opened()
    choose({ grouping: 'phase' })
    const build = tasks.groupAt(tasks.rows[3]!)!
    expect(tasks.factsOf(build).percentDone).toBe(0)
    done(6, 75)
    expect(tasks.factsOf(build)).toMatchObject({ ...open.schedule.span, percentDone: 50 })
  })

  test('are filtered, too, and folded', () => {
    const { tasks, choose } = opened()
    choose({ grouping: 'phase', filter: { kind: 'open' } })
    const [survey] = tasks.rows
    tasks.fold(new Set([survey!]))
    tasks.arrange()
    expect(groups(tasks)).toEqual([
      { by: 'phase', uid: 1 },
      { by: 'phase', uid: 4 },
      5,
      6,
      { by: 'phase', uid: null },
      7,
    ])
  })
})

describe('a filter and a grouping, once chosen,', () => {
  test('leave a row where it is while it is changed, say so, and take it away when they are applied again', () => {
    const { tasks, choose, done } = opened()
    choose({ filter: { kind: 'open' } })
    expect(tasks.rows).toEqual([1, 2, 4, 5, 6, 7])
    expect(tasks.stale).toBe(0)
    done(5, 100)
    expect(tasks.rows).toEqual([1, 2, 4, 5, 6, 7])
    expect(tasks.stale).toBe(1)
    choose()
    expect(tasks.rows).toEqual([1, 2, 4, 6, 7])
    expect(tasks.stale).toBe(0)
  })

  test('count a task that belongs to another group by now', () => {
    const { open, tasks, choose, doing } = opened()
    choose({ grouping: 'person' })
    const command = assign(open.workspace.plan, 7, 70, 100)
    if (!command.ok) throw new Error(command.why)
    doing(command.edits)
    expect(tasks.stale).toBe(1)
    choose()
    expect(groups(tasks).slice(-4)).toEqual([2, 7, { by: 'person', uids: [] }, 3])
  })

  test('show a task that is put in beside another, and leave out one that somebody else puts in', () => {
    const { open, tasks, choose, doing } = opened()
    choose({ filter: { kind: 'person', resourceUid: 70 } })
    const theirs = insertTask(open.workspace.plan, { afterUid: 2, task: { name: 'Theirs' } })
    doing(theirs.edits)
    expect(tasks.rows).toEqual([1, 2, 4, 5])
    const mine = insertTask(open.workspace.plan, { afterUid: 2, task: { name: 'Mine' } })
    tasks.showBeside(mine.uid, 2)
    doing(mine.edits)
    expect(tasks.rows).toEqual([1, 2, mine.uid, 4, 5])
    doing(deleteTasks(open.workspace.plan, [mine.uid]))
    expect(tasks.rows).toEqual([1, 2, 4, 5])
  })

  test('show what somebody goes to, also where they do not want it', () => {
    const { tasks, choose } = opened()
    choose({ filter: { kind: 'critical' } })
    expect(tasks.rows).toEqual([4, 6])
    tasks.reveal(2)
    tasks.arrange()
    expect(tasks.rows).toEqual([1, 2, 4, 6])
    choose({ grouping: 'phase' })
    tasks.reveal(4)
    tasks.arrange()
    expect(tasks.isWhole).toBe(true)
  })
})
