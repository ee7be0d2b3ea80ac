import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { reviseTask } from './revise-task'
import { rescheduleProject } from './schedule-project'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('revise task')
  mara = await db.staff('mara')
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

  test('is refused where the plan would end in centuries, and leaves the plan as it was', async () => {
    await db.tried(mara, async (tx) => {
      const plan = () => tx.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(tasks.uid)
      const before = await plan()
      const far = {
        projectId,
        uid: 3,
        percentComplete: 99,
        constraint: { type: 'SNET', at: '2900-01-01T08:00' } as const,
      }
      expect(await reviseTask(tx, far)).toMatchObject({ ok: false, why: 'bad-date' })
      expect(await plan()).toEqual(before)
    })
  })

  test('computes two edits at once on each other’s dates', async () => {
    const part = (uid: number, revision: object) => ({
      db: db.console,
      as: mara,
      does: (tx: Tx) => reviseTask(tx, { projectId, uid, ...revision }),
    })
    const results = await atOnce(
      db.admin,
      part(2, { durationMinutes: 40 * 480 }),
      part(3, { durationMinutes: 20 * 480 }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const plan = () =>
      db.admin`select uid, starts_local, finishes_local, percent_complete from tasks
        where project_id = ${projectId} order by uid`
    const written = await plan()
    await db.console.write(mara, (tx) => rescheduleProject(tx, projectId))
    expect(written).toEqual(await plan())
  })
})
