import type { StaffActor } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { levelledWithFigures } from '@countersign/domain/levelling/levelled-with-figures'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { assignTask } from './assign-task'
import { levelInput } from './level-input'
import { rescheduleProject } from './schedule-project'
import { shiftWork } from './shift-work'
import { planOf } from './stored-plan'
import { levellingDigest, removeLevelling, takeLevelling } from './take-levelling'
import { whatIfShift } from './what-if-shift'

const now = new Date('2031-01-02T09:00:00Z')
const counted = { leave: false, otherWork: false }
let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let aiko: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('take levelling')
  ;[mara, tomas, aiko] = [await db.staff('mara'), await db.staff('tomas'), await db.staff('aiko')]
  projectId = await db.idOf.project('GI-2603')
  // Hamburg and Bristol side by side, and one person for both.
  await db.admin`update task_links set from_uid = 4 where project_id = ${projectId} and to_uid = 7`
  await db.admin`update tasks set percent_complete = 0, actual_start_local = null, actual_finish_local = null
    where project_id = ${projectId} and uid in (6, 7)`
  await db.console.write(mara, async (tx) => {
    for (const [taskUid, hours] of [
      [6, 120],
      [7, 80],
    ] as const)
      await assignTask(tx, {
        projectId,
        taskUid,
        staffId: tomas.staffId,
        plannedMinutes: hours * 60,
        dueOn: null,
        isAccountable: false,
      })
    await rescheduleProject(tx, projectId)
  })
})
afterAll(() => db.close())

const datesOf = (tx: Parameters<typeof planOf>[0]) =>
  tx
    .select({ uid: tasks.uid, start: tasks.startsLocal, finish: tasks.finishesLocal })
    .from(tasks)
    .where(eq(tasks.projectId, projectId))
    .orderBy(asc(tasks.position))

describe('levelling a project', () => {
  test('writes delays that leave nobody over, dates as the scheduler does, and can be taken away', async () => {
    await db.tried(mara, async (tx) => {
      const input = (await levelInput(tx, projectId, counted))!
      // Bookings of other projects cannot be avoided by this plan: here it is the plan's own that is levelled.
      const own = { ...input, booked: [] }
      const proposed = levelledWithFigures(own)
      if (!proposed.ok) throw new Error(proposed.why)
      expect(proposed.proposal.before.length).toBeGreaterThan(0)
      expect(proposed.proposal.remaining).toEqual([])
      const { delays } = proposed.proposal
      const before = await datesOf(tx)
      const digest = levellingDigest(input)
      expect(await takeLevelling(tx, { projectId, counted, digest, delays, now })).toMatchObject({ ok: true })
      const after = await datesOf(tx)
      const schedule = schedulePlan((await planOf(tx, projectId))!)
      if (!schedule.ok) throw new Error(schedule.why)
      expect(after).toEqual(schedule.tasks.map(({ uid, start, finish }) => ({ uid, start, finish })))
      expect(schedule.finish).toBe(proposed.proposal.finishAfter)
      const levelled = (await levelInput(tx, projectId, counted))!
      const again = levelledWithFigures({ ...levelled, booked: [] })
      expect(again.ok && again.proposal.before).toEqual([])
      expect(await removeLevelling(tx, { projectId, now })).toMatchObject({ ok: true })
      expect(await datesOf(tx)).toEqual(before)
      expect(await removeLevelling(tx, { projectId, now })).toMatchObject({ why: 'not-levelled' })
    })
  })

  test('counts firm bookings of other projects, and leave where it is asked to', async () => {
    const booked = await db.console.read(mara, async (tx) => ({
      without: (await levelInput(tx, projectId, counted))!.booked,
      withLeave: (await levelInput(tx, projectId, { ...counted, leave: true }))!.booked,
    }))
    expect(booked.without.length).toBeGreaterThan(0)
    expect(booked.withLeave.some(({ unitsPercent }) => unitsPercent >= 100)).toBe(true)
  })

  test('is refused for a plan that changed since it was proposed, and for somebody else’s', async () => {
    const taken = { projectId, counted, digest: '0'.repeat(64), delays: [], now }
    expect(await nothingWritten(db, mara, (tx) => takeLevelling(tx, taken))).toMatchObject({
      why: 'changed-meanwhile',
    })
    const theirs = { ...taken, projectId: await db.idOf.project('SL-2602') }
    expect(await nothingWritten(db, mara, (tx) => takeLevelling(tx, theirs))).toMatchObject({
      why: 'no-such-project',
    })
  })
})

describe('moving work', () => {
  const shift = (more: object = {}) => ({
    projectId,
    taskUid: 7,
    from: tomas.staffId,
    to: aiko.staffId as string | null,
    startOn: null as string | null,
    ...more,
  })

  test('is shown before it is taken, and then is what was shown', async () => {
    const answer = await nothingWritten(db, mara, (tx) => whatIfShift(tx, shift()))
    if (!answer.ok) throw new Error(answer.why)
    const { people, mondays } = answer.difference
    const planned = (loads: { planned: number }[]) => loads.reduce((sum, each) => sum + each.planned, 0)
    const [from, to] = people
    expect(mondays.length).toBeGreaterThan(0)
    expect(planned(from!.before) - planned(from!.after)).toBe(80 * 60)
    expect(planned(to!.after) - planned(to!.before)).toBe(80 * 60)
    await db.tried(mara, async (tx) => {
      expect(await shiftWork(tx, shift())).toMatchObject({ ok: true })
      expect(await shiftWork(tx, shift())).toMatchObject({ why: 'not-assigned' })
    })
  })

  test('to another week moves the task no further than its links let it', async () => {
    const answer = await nothingWritten(db, mara, (tx) =>
      whatIfShift(tx, shift({ to: null, startOn: '2031-03-03' })),
    )
    if (!answer.ok) throw new Error(answer.why)
    expect(answer.difference.task.after.start.slice(0, 10)).toBe('2031-03-03')
    expect(answer.difference.project.after > answer.difference.project.before).toBe(true)
  })

  test('is refused for nothing, the same person, strangers and what is done', async () => {
    const refusal = (more: object) => nothingWritten(db, mara, (tx) => shiftWork(tx, shift(more)))
    expect(await refusal({ to: null })).toMatchObject({ why: 'nothing-to-shift' })
    expect(await refusal({ to: tomas.staffId })).toMatchObject({ why: 'same-person' })
    expect(await refusal({ taskUid: 99 })).toMatchObject({ why: 'no-such-task' })
    expect(await refusal({ to: (await db.staff('priya')).staffId })).toMatchObject({ why: 'no-such-person' })
    expect(await refusal({ projectId: await db.idOf.project('SL-2602') })).toMatchObject({
      why: 'no-such-task',
    })
  })
})
