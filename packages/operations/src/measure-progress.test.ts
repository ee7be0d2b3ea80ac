import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskMeasures } from '@countersign/db/tables/baselines'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { measureProgress } from './measure-progress'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('measure progress')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const measure = (changed: Partial<Parameters<typeof measureProgress>[1]> = {}) => ({
  projectId,
  uid: 12,
  method: 'weighted-milestones' as const,
  steps: [
    { name: 'Staged', weight: 3, isDone: true },
    { name: 'Burnt in', weight: 1, isDone: false },
  ],
  deliverableId: null,
  today: '2031-03-01',
  ...changed,
})
const refusal = (changed: Parameters<typeof measure>[0]) =>
  nothingWritten(db, mara, (tx) => measureProgress(tx, measure(changed)))
const kept = async (tx: Tx) => {
  const [row] = await tx
    .select()
    .from(taskMeasures)
    .where(and(eq(taskMeasures.projectId, projectId), eq(taskMeasures.taskUid, 12)))
  return row
}

describe('measuring progress', () => {
  test('keeps of each step the day on which it was first said to be done', async () => {
    await db.tried(mara, async (tx) => {
      expect(await measureProgress(tx, measure())).toEqual({ ok: true })
      const later = {
        today: '2031-03-09',
        steps: measure().steps.map((step) => ({ ...step, isDone: true })),
      }
      expect(await measureProgress(tx, measure(later))).toEqual({ ok: true })
      expect((await kept(tx))!.steps).toEqual([
        { name: 'Staged', weight: 3, doneOn: '2031-03-01' },
        { name: 'Burnt in', weight: 1, doneOn: '2031-03-09' },
      ])
    })
  })

  test('by accepted criteria names the deliverable and keeps no steps', async () => {
    const deliverableId = await db.idOf.deliverable('HT-2601', 'Low-level design')
    await db.tried(mara, async (tx) => {
      expect(await measureProgress(tx, measure({ method: 'criteria-accepted', deliverableId }))).toEqual({
        ok: true,
      })
      expect(await kept(tx)).toMatchObject({ method: 'criteria-accepted', deliverableId, steps: [] })
    })
  })

  test('is refused for a summary and an unknown task', async () => {
    expect(await refusal({ uid: 1 })).toEqual({ ok: false, why: 'is-a-summary' })
    expect(await refusal({ uid: 99 })).toEqual({ ok: false, why: 'no-such-task' })
    const theirs = await db.idOf.project('SL-2602')
    expect(await refusal({ projectId: theirs, uid: 2 })).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('is refused without steps to weigh, and without a deliverable of the project', async () => {
    expect(await refusal({ steps: [] })).toEqual({ ok: false, why: 'no-steps' })
    const why = { ok: false, why: 'no-such-deliverable' }
    expect(await refusal({ method: 'criteria-accepted' })).toEqual(why)
    const theirs = await db.idOf.deliverable('SL-2602', 'Fachkonzept')
    expect(await refusal({ method: 'criteria-accepted', deliverableId: theirs })).toEqual(why)
  })
})
