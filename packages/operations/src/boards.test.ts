import type { StaffActor, Tx } from '@countersign/db/connect'
import { boardItems, boardSteps, iterations } from '@countersign/db/tables/boards'
import { tasks } from '@countersign/db/tables/plan'
import { boardProgress } from '@countersign/domain/board/board'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { addItem, changeItem, moveItem, type ItemWords } from './board-items'
import { lockBoard } from './board-now'
import { openBoard } from './open-board'
import { setBoard } from './set-board'

let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let jonas: StaffActor
let projectId: string
let taskUid: number
let boardId: string
const now = new Date()
const columns = ['To do', 'In work', 'Done'] as const
beforeAll(async () => {
  db = await storyDatabase('boards')
  ;[mara, tomas, jonas] = [await db.staff('mara'), await db.staff('tomas'), await db.staff('jonas')]
  projectId = await db.idOf.project('HT-2601')
  const [task] = await db.admin<{ uid: number }[]>`
    select uid from tasks where project_id = ${projectId} and not is_summary and not is_milestone
      and percent_complete = 0 and outline_level > 1 order by position desc limit 1`
  taskUid = task!.uid
})
afterAll(() => db.close())

const words = (title: string, size: number | null = 3): ItemWords => ({
  title,
  note: '',
  size,
  staffId: null,
  iterationId: null,
})
const as = <T>(who: StaffActor, work: (tx: Tx) => Promise<T>) => db.console.write(who, work)
const board = () => as(mara, (tx) => lockBoard(tx, { projectId, boardId }))
const columnAt = async (at: number) => (await board())!.columns[at]!.id
const add = (who: StaffActor, title: string, size: number | null = 3) =>
  as(who, (tx) => addItem(tx, { projectId, boardId, by: who, now, words: words(title, size) }))
const move = async (who: StaffActor, number: number, at: number | null) => {
  const columnId = at === null ? null : await columnAt(at)
  return as(who, (tx) => moveItem(tx, { projectId, boardId, number, columnId, by: who, now }))
}

/** The stored plan says what the domain's rules say of it, summaries too. */
async function expectPlanToAgree() {
  const rows = await as(mara, (tx) =>
    tx.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position)),
  )
  expect(rows.map(({ percentComplete }) => percentComplete)).toEqual(progressOfEach(rows))
  const kept = await board()
  const items = await as(mara, (tx) =>
    tx
      .select()
      .from(boardItems)
      .where(and(eq(boardItems.boardId, boardId), isNull(boardItems.droppedAt))),
  )
  const isDone = (columnId: string | null) =>
    kept!.columns.some((each) => each.isDone && each.id === columnId)
  const progress = boardProgress(
    items.map(({ size, columnId }) => ({ size, isDone: isDone(columnId) })),
    'points',
  )
  expect(rows.find(({ uid }) => uid === taskUid)!.percentComplete).toBe(progress.percent)
  const [sum] = await as(mara, (tx) =>
    tx
      .select({
        scope: sql<number>`coalesce(sum(${boardSteps.scopeChange}), 0)::integer`,
        done: sql<number>`coalesce(sum(${boardSteps.doneChange}), 0)::integer`,
      })
      .from(boardSteps)
      .where(eq(boardSteps.boardId, boardId)),
  )
  expect([sum!.scope, sum!.done]).toEqual([progress.total, progress.done])
  return progress.percent
}

describe('a board', () => {
  test('is opened for a task, once, and for nothing that has tasks or no length', async () => {
    const open = (uid: number, who = mara) =>
      as(who, (tx) => openBoard(tx, { projectId, taskUid: uid, unit: 'points', columns, by: who }))
    const opened = await open(taskUid)
    if (!opened.ok) throw new Error(opened.why)
    boardId = opened.boardId
    expect(await open(taskUid)).toEqual({ ok: false, why: 'has-a-board' })
    expect(await open(99_999)).toEqual({ ok: false, why: 'no-such-task' })
    const [summary] = await db.admin<{ uid: number }[]>`
      select uid from tasks where project_id = ${projectId} and is_summary limit 1`
    expect(await open(summary!.uid)).toEqual({ ok: false, why: 'is-a-summary' })
    const [milestone] = await db.admin<{ uid: number }[]>`
      select uid from tasks where project_id = ${projectId} and is_milestone and not is_summary limit 1`
    expect(await open(milestone!.uid)).toEqual({ ok: false, why: 'is-a-milestone' })
    expect(await open(taskUid, jonas)).toEqual({ ok: false, why: 'no-such-project' })
  })

  test('says how far its task is, and so the phases above it, whoever of the team moves the work', async () => {
    for (const [title, size] of [
      ['Racks', 3],
      ['Cables', 5],
      ['Labels', null],
    ] as const)
      expect((await add(tomas, title, size)).ok).toBe(true)
    expect(await expectPlanToAgree()).toBe(0)
    expect(await move(tomas, 1, 2)).toEqual({ ok: true })
    expect(await expectPlanToAgree()).toBe(33)
    await move(tomas, 2, 2)
    await move(tomas, 3, 2)
    expect(await expectPlanToAgree()).toBe(100)
    await move(tomas, 3, null)
    expect(await expectPlanToAgree()).toBe(89)
    await as(tomas, (tx) =>
      changeItem(tx, {
        projectId,
        boardId,
        number: 3,
        words: words('Labels', 8),
        isDropped: false,
        by: tomas,
        now,
      }),
    )
    expect(await expectPlanToAgree()).toBe(50)
    await as(tomas, (tx) =>
      changeItem(tx, {
        projectId,
        boardId,
        number: 3,
        words: words('Labels', 8),
        isDropped: true,
        by: tomas,
        now,
      }),
    )
    expect(await expectPlanToAgree()).toBe(100)
  })

  test('keeps a limit, also when two take the last place at once', async () => {
    const kept = (await board())!
    await as(mara, (tx) =>
      setBoard(tx, {
        projectId,
        boardId,
        columns: kept.columns.map(({ id, name, isDone }) => ({ id, name, wipLimit: isDone ? null : 1 })),
        iterations: [],
      }),
    )
    await add(mara, 'Survey')
    await add(mara, 'Drawings')
    const columnId = await columnAt(1)
    const [first, second] = await atOnce(
      db.admin,
      {
        db: db.console,
        as: tomas,
        does: (tx) => moveItem(tx, { projectId, boardId, number: 4, columnId, by: tomas, now }),
      },
      {
        db: db.console,
        as: mara,
        does: (tx) => moveItem(tx, { projectId, boardId, number: 5, columnId, by: mara, now }),
      },
    )
    expect([first, second]).toEqual([{ ok: true }, { ok: false, why: 'column-is-full' }])
    await expectPlanToAgree()
  })

  test('lays its task from its first iteration to its last, and a milestone at the end of one', async () => {
    const [milestone] = await db.admin<{ uid: number }[]>`
      select uid from tasks where project_id = ${projectId} and is_milestone and not is_summary
        and percent_complete = 0 order by position desc limit 1`
    const kept = (await board())!
    const set = (spans: { name: string; startsOn: string; endsOn: string; milestoneUid: number | null }[]) =>
      as(mara, (tx) =>
        setBoard(tx, {
          projectId,
          boardId,
          columns: kept.columns.map(({ id, name }) => ({ id, name, wipLimit: null })),
          iterations: spans.map((span) => ({ id: null, ...span })),
        }),
      )
    const first = { name: 'One', startsOn: '2031-03-03', endsOn: '2031-03-14', milestoneUid: null }
    const second = { name: 'Two', startsOn: '2031-03-17', endsOn: '2031-03-28', milestoneUid: milestone!.uid }
    expect(await set([first, { ...second, startsOn: '2031-03-14' }])).toEqual({
      ok: false,
      why: 'iterations-overlap',
    })
    expect(await set([first, { ...second, milestoneUid: taskUid }])).toEqual({
      ok: false,
      why: 'not-a-milestone',
    })
    expect(await set([first, second])).toMatchObject({ ok: true })
    const dated = await as(mara, (tx) =>
      tx
        .select({ uid: tasks.uid, from: tasks.startsLocal, to: tasks.finishesLocal })
        .from(tasks)
        .where(eq(tasks.projectId, projectId)),
    )
    expect(dated.find(({ uid }) => uid === taskUid)).toMatchObject({
      from: expect.stringMatching(/^2031-03-03/) as string,
      to: expect.stringMatching(/^2031-03-28/) as string,
    })
    expect(dated.find(({ uid }) => uid === milestone!.uid)!.to).toMatch(/^2031-03-28/)
  })

  test('keeps a column and an iteration that hold items, and the column of what is done', async () => {
    const kept = (await board())!
    const spans = await as(mara, (tx) => tx.select().from(iterations).where(eq(iterations.boardId, boardId)))
    await as(mara, (tx) =>
      changeItem(tx, {
        projectId,
        boardId,
        number: 4,
        words: { ...words('Survey'), iterationId: spans[0]!.id, staffId: tomas.staffId },
        isDropped: false,
        by: mara,
        now,
      }),
    )
    const rows = kept.columns.map(({ id, name }) => ({ id, name, wipLimit: null }))
    const set = (cols: typeof rows, its: typeof spans) =>
      as(mara, (tx) => setBoard(tx, { projectId, boardId, columns: cols, iterations: its }))
    expect(await set(rows, [])).toEqual({ ok: false, why: 'iteration-has-items' })
    expect(await set([rows[0]!, rows[2]!], spans)).toEqual({ ok: false, why: 'column-has-items' })
    expect(await set([rows[2]!, rows[0]!], spans)).toEqual({ ok: false, why: 'done-comes-last' })
    expect(await set(rows, spans)).toMatchObject({ ok: true })
  })

  test('is nobody’s of another project', async () => {
    await expect(add(jonas, 'Smuggled')).resolves.toEqual({ ok: false, why: 'no-such-board' })
    await expect(as(jonas, (tx) => tx.execute(sql`select app.roll_up_board(${boardId})`))).rejects.toThrow()
    const outsider = { ...words('For a stranger'), staffId: jonas.staffId }
    expect(
      await as(tomas, (tx) => addItem(tx, { projectId, boardId, by: tomas, now, words: outsider })),
    ).toEqual({ ok: false, why: 'not-in-the-team' })
  })
})
