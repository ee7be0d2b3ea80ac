import type { StaffActor } from '@countersign/db/connect'
import { baselineBudgets, baselines, baselineTasks } from '@countersign/db/tables/baselines'
import { and, asc, eq } from 'drizzle-orm'
import { onePrice } from '@countersign/domain/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeContract } from './agree-contract'
import { reviseTask } from './revise-task'
import { takeBaseline } from './take-baseline'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let harbour: string
beforeAll(async () => {
  db = await storyDatabase('take baseline')
  mara = await db.staff('mara')
  harbour = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const baseline = (changed: Partial<Parameters<typeof takeBaseline>[1]> = {}) => ({
  projectId: harbour,
  name: 'After the slip',
  reason: 'The design took eleven days longer.',
  by: mara,
  now: new Date('2031-03-01T09:00:00Z'),
  ...changed,
})
const refusal = (changed: Parameters<typeof baseline>[0]) =>
  nothingWritten(db, mara, (tx) => takeBaseline(tx, baseline(changed)))

describe('signing a contract', () => {
  test('keeps the plan as the first baseline, with what people were planned for and what that costs', async () => {
    await db.tried(mara, async (tx) => {
      const [first] = await tx
        .select()
        .from(baselines)
        .where(and(eq(baselines.projectId, harbour), eq(baselines.number, 1)))
      expect(first).toMatchObject({ occasion: 'contract', name: 'HT/2026/118', reason: '' })
      const kept = await tx.select().from(baselineTasks).where(eq(baselineTasks.baselineId, first!.id))
      expect(kept).toHaveLength(21)
      const design = kept.find(({ name }) => name === 'Low-level design')
      // 90 hours of one person and 40 of another, in fifteen working days: as planned before the slip.
      expect(design).toMatchObject({ workMinutes: 130 * 60, workFrom: 'people', durationMinutes: 15 * 480 })
      const routers = kept.find(({ name }) => name === 'Order and receive core routers')
      expect(routers).toMatchObject({ workMinutes: 20 * 480, workFrom: 'duration' })
      const [budget] = await tx
        .select()
        .from(baselineBudgets)
        .where(eq(baselineBudgets.baselineId, first!.id))
      expect(budget).toMatchObject({
        currency: 'EUR',
        plannedMinutes: 310 * 60,
        jobRoles: 2,
        unratedMinutes: 0,
      })
    })
  })

  test('takes none as long as nobody has signed, and no second one', async () => {
    await db.tried(mara, async (tx) => {
      const projectId = await db.idOf.project('GI-2603')
      const image = await db.idOf.deliverable('GI-2603', 'Standard image')
      const before = await tx.select().from(baselines).where(eq(baselines.projectId, projectId))
      expect(before).toHaveLength(1)
      const terms = {
        projectId,
        reference: 'Order 2',
        currency: 'EUR',
        lines: onePrice('All of it', 100n),
        taxBasisPoints: 0,
        paymentTermDays: 30,
        milestones: [{ name: 'All', amountMinor: 100n, dueOn: null, releasedBy: [image] }],
        by: mara,
        now: new Date(),
      }
      expect(await agreeContract(tx, { ...terms, signedOn: null })).toEqual({ ok: true })
      expect(await agreeContract(tx, { ...terms, signedOn: '2031-01-01' })).toEqual({ ok: true })
      expect(await tx.select().from(baselines).where(eq(baselines.projectId, projectId))).toEqual(before)
    })
  })
})

describe('taking a baseline', () => {
  test('keeps the dates of that moment, whatever the plan does afterwards', async () => {
    await db.tried(mara, async (tx) => {
      expect(await takeBaseline(tx, baseline())).toEqual({ ok: true, number: 2 })
      const finishes = async () => {
        const rows = await tx
          .select({ finish: baselineTasks.finishesLocal })
          .from(baselineTasks)
          .innerJoin(baselines, eq(baselines.id, baselineTasks.baselineId))
          .where(and(eq(baselines.projectId, harbour), eq(baselines.number, 2)))
          .orderBy(asc(baselineTasks.position))
        return rows.map(({ finish }) => finish)
      }
      const before = await finishes()
      await reviseTask(tx, { projectId: harbour, uid: 12, durationMinutes: 40 * 480 })
      expect(await finishes()).toEqual(before)
      expect(before).toHaveLength(21)
    })
  })

  test('is refused without a reason, without a name and under a name that is taken', async () => {
    expect(await refusal({ reason: '' })).toEqual({ ok: false, why: 'no-reason' })
    expect(await refusal({ name: ' ' })).toEqual({ ok: false, why: 'no-name' })
    expect(await refusal({ name: 'ht/2026/118' })).toEqual({ ok: false, why: 'name-taken' })
  })

  test('is refused before the contract is signed, and for a plan without tasks', async () => {
    const projectId = await db.idOf.project('GI-2603')
    await db.admin`update contracts set signed_on = null where project_id = ${projectId}`
    expect(await refusal({ projectId })).toEqual({ ok: false, why: 'not-signed' })
    await db.admin`update contracts set signed_on = '2031-01-01' where project_id = ${projectId}`
    await db.admin`delete from tasks where project_id = ${projectId}`
    expect(await refusal({ projectId })).toEqual({ ok: false, why: 'no-tasks' })
  })

  test('is refused for another manager’s project as for one that is not there', async () => {
    const why = { ok: false, why: 'no-such-project' }
    expect(await refusal({ projectId: await db.idOf.project('SL-2602') })).toEqual(why)
    expect(await refusal({ projectId: nobody })).toEqual(why)
  })

  test('waits for another one under way and takes the next number', async () => {
    const [one, two] = await atOnce(
      db.admin,
      { db: db.console, as: mara, does: (tx) => takeBaseline(tx, baseline({ name: 'One' })) },
      { db: db.console, as: mara, does: (tx) => takeBaseline(tx, baseline({ name: 'Two' })) },
    )
    expect([one, two]).toEqual([
      { ok: true, number: 2 },
      { ok: true, number: 3 },
    ])
  })
})
