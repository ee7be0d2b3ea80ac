import type { StaffActor } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { timeEntries } from '@countersign/db/tables/costs'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { assignTask } from './assign-task'
import { logTime, removeTime } from './log-time'
import { reviseTask } from './revise-task'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('revise task')
  mara = await db.staff('mara')
  tomas = await db.staff('tomas')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

/** In the internal project: 1 is the summary "Preparation", 3 "Standard image", 4 the milestone "Image approved". */
const revises = (uid: number, revision: object, of = projectId) =>
  db.tried(mara, (tx) => reviseTask(tx, { projectId: of, uid, ...revision }))

describe('revising a task', () => {
  test('moves what follows it', async () => {
    await db.tried(mara, async (tx) => {
      const finishes = async () =>
        (
          await tx
            .select({ on: tasks.finishesLocal })
            .from(tasks)
            .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, 4)))
        )[0]!.on
      const before = await finishes()
      expect(await reviseTask(tx, { projectId, uid: 3, durationMinutes: 30 * 480 })).toMatchObject({
        ok: true,
      })
      expect((await finishes()) > before).toBe(true)
      expect(await reviseTask(tx, { projectId, uid: 4, milestoneKind: 'acceptance' })).toMatchObject({
        ok: true,
      })
    })
  })

  test('is refused for a summary, whose dates are those of its tasks', async () => {
    expect(await revises(1, { percentComplete: 50 })).toEqual({ ok: false, why: 'is-a-summary' })
  })

  test('gives no length to a milestone and no kind to a task', async () => {
    expect(await revises(4, { durationMinutes: 60 })).toEqual({ ok: false, why: 'milestone-has-no-length' })
    expect(await revises(3, { milestoneKind: 'billing' })).toEqual({ ok: false, why: 'not-a-milestone' })
  })

  test('is refused for what is not there or not one’s own', async () => {
    expect(await revises(99, { percentComplete: 1 })).toEqual({ ok: false, why: 'no-such-task' })
    const theirs = await db.idOf.project('SL-2602')
    expect(await revises(2, { percentComplete: 1 }, theirs)).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('is refused where the plan would end in centuries', async () => {
    expect(await revises(3, { notBefore: '2900-01-01T08:00' })).toMatchObject({ ok: false })
  })
})

describe('assigning a task', () => {
  const assigns = (changed: Partial<Parameters<typeof assignTask>[1]> = {}) =>
    db.tried(mara, async (tx) => {
      const result = await assignTask(tx, {
        projectId,
        taskUid: 3,
        staffId: tomas.staffId,
        plannedMinutes: 60,
        dueOn: null,
        isAccountable: true,
        ...changed,
      })
      return {
        result,
        accountable: await tx.select().from(taskAssignments).where(eq(taskAssignments.projectId, projectId)),
      }
    })

  test('makes somebody of the team, and accountable', async () => {
    const { result, accountable } = await assigns()
    expect(result).toEqual({ ok: true })
    expect(accountable.filter(({ isAccountable }) => isAccountable)).toHaveLength(1)
  })

  test('is refused for a summary, an unknown task and an unknown person', async () => {
    expect((await assigns({ taskUid: 1 })).result).toEqual({ ok: false, why: 'is-a-summary' })
    expect((await assigns({ taskUid: 99 })).result).toEqual({ ok: false, why: 'no-such-task' })
    expect((await assigns({ staffId: nobody })).result).toEqual({ ok: false, why: 'no-such-person' })
  })
})

describe('logging time', () => {
  const today = '2031-03-03' as const
  const log = (changed: Partial<Parameters<typeof logTime>[1]> & { taskId: string }) => ({
    workedOn: today,
    minutes: 60,
    note: '',
    today,
    by: tomas,
    ...changed,
  })

  test('is at most a day’s worth a day, in the own job role', async () => {
    const taskId = await db.idOf.task('HT-2601', 'Low-level design')
    await db.tried(tomas, async (tx) => {
      const first = await logTime(tx, log({ taskId, minutes: 23 * 60 }))
      if (!first.ok) return expect.unreachable()
      expect(await logTime(tx, log({ taskId, minutes: 61 }))).toEqual({ ok: false, why: 'more-than-a-day' })
      expect(await logTime(tx, log({ taskId, minutes: 60 }))).toMatchObject({ ok: true })
      const [entry] = await tx.select().from(timeEntries).where(eq(timeEntries.id, first.timeEntryId))
      expect(entry).toMatchObject({ staffId: tomas.staffId, jobRole: 'network engineer' })
      expect(await removeTime(tx, { timeEntryId: first.timeEntryId })).toEqual({ ok: true })
      expect(await removeTime(tx, { timeEntryId: first.timeEntryId })).toEqual({
        ok: false,
        why: 'no-such-entry',
      })
    })
  })

  test('is refused ahead of time, on a summary, and on a task of a project that one is not in', async () => {
    const logs = (changed: Parameters<typeof log>[0]) => db.tried(tomas, (tx) => logTime(tx, log(changed)))
    const design = await db.idOf.task('HT-2601', 'Low-level design')
    expect(await logs({ taskId: design, workedOn: '2031-03-04' })).toEqual({
      ok: false,
      why: 'in-the-future',
    })
    expect(await logs({ taskId: await db.idOf.task('HT-2601', 'Design') })).toEqual({
      ok: false,
      why: 'is-a-summary',
    })
    expect(await logs({ taskId: await db.idOf.task('GI-2603', 'Standard image') })).toEqual({
      ok: false,
      why: 'no-such-task',
    })
    expect(await logs({ taskId: nobody })).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('takes back nobody else’s entry', async () => {
    const aiko = await db.staff('aiko')
    const [entry] = await db.admin<{ id: string }[]>`
      select id from time_entries where staff_id = ${tomas.staffId} limit 1`
    expect(await db.tried(aiko, (tx) => removeTime(tx, { timeEntryId: entry!.id }))).toEqual({
      ok: false,
      why: 'no-such-entry',
    })
  })
})
