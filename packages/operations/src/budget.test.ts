import type { StaffActor } from '@countersign/db/connect'
import { budgetSheets } from '@countersign/db/views/budgets'
import type { SheetLine } from '@countersign/domain/budget/estimate-sheet'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { budgetOf } from './budget-of'
import { discardBudget } from './discard-budget'
import { reviewBudget } from './review-budget'
import { startBudget } from './start-budget'
import { submitBudget } from './submit-budget'
import { takeBaseline } from './take-baseline'
import { writeEstimateSheet } from './write-estimate-sheet'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let priya: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('budget')
  mara = await db.staff('mara')
  priya = await db.staff('priya')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const line = (changed: Partial<SheetLine>): SheetLine => ({
  workPackage: 'Design',
  costType: 'labour',
  jobRole: null,
  minutes: 0,
  billHourMinor: null,
  shareBasisPoints: null,
  costMinor: null,
  note: '',
  ...changed,
})
const lines = [
  line({ jobRole: 'network engineer', minutes: 90 }),
  line({ jobRole: 'developer', minutes: 60, billHourMinor: 15_000n }),
  line({ workPackage: 'Routers', costType: 'vendors', costMinor: 100_000n }),
  line({ workPackage: 'Reserve', costType: 'contingency', shareBasisPoints: 1_000 }),
]
const begin = () =>
  db.console.write(mara, async (tx) => {
    const begun = await startBudget(tx, { projectId, reason: 'As sold', by: mara })
    if (!begun.ok) throw new Error(begun.why)
    await writeEstimateSheet(tx, { projectId, version: begun.version, lines, by: mara })
    return begun.version
  })
const submit = (version: number) =>
  db.console.write(mara, (tx) => submitBudget(tx, { projectId, version, by: mara }))
const review = (version: number, act: 'approved' | 'sent-back', reason = '') => ({
  db: db.console,
  as: priya,
  does: (tx: Parameters<typeof reviewBudget>[0]) =>
    reviewBudget(tx, { projectId, version, act, reason, by: priya }),
})

describe('a budget', () => {
  test('begins with a reason, in a project of one’s own that has a contract', async () => {
    const why = (changed: object) =>
      nothingWritten(db, mara, (tx) =>
        startBudget(tx, { projectId, reason: 'As sold', by: mara, ...changed }),
      )
    expect(await why({ reason: ' ' })).toEqual({ ok: false, why: 'no-reason' })
    expect(await why({ projectId: nobody })).toEqual({ ok: false, why: 'no-such-project' })
    expect(await why({ projectId: await db.idOf.project('SL-2602') })).toEqual({
      ok: false,
      why: 'no-such-project',
    })
  })

  test('is priced by the database, and what an hour or a line of labour costs is finance’s alone', async () => {
    const version = await begin()
    const seen = (who: StaffActor) =>
      db.console.read(who, async (tx) => {
        const budget = await budgetOf(tx, projectId, version)
        return tx
          .select({
            cost: budgetSheets.costMinor,
            hour: budgetSheets.costHourMinor,
            bill: budgetSheets.billMinor,
            uid: budgetSheets.taskUid,
          })
          .from(budgetSheets)
          .where(eq(budgetSheets.budgetId, budget!.id))
          .orderBy(asc(budgetSheets.position))
      })
    const uid = expect.any(Number) as number
    // An hour and a half at 82, an hour at 76, 1,000 of goods; a tenth of all that.
    expect(await seen(priya)).toEqual([
      { cost: 12_300n, hour: 8_200n, bill: 0n, uid },
      { cost: 7_600n, hour: 7_600n, bill: 15_000n, uid },
      { cost: 100_000n, hour: null, bill: 0n, uid: null },
      { cost: 11_990n, hour: null, bill: 0n, uid: null },
    ])
    expect((await seen(mara)).map(({ cost, hour }) => [cost, hour])).toEqual([
      [null, null],
      [null, null],
      [100_000n, null],
      [11_990n, null],
    ])
    await expect(
      db.console.read(mara, (tx) => tx.execute('select cost_minor from public.budget_lines')),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await db.console.write(mara, (tx) => discardBudget(tx, { projectId, version }))).toEqual({
      ok: true,
    })
  })

  test('names the line that is wrong and keeps the sheet as it was', async () => {
    const version = await begin()
    const why = (changed: Partial<SheetLine>) =>
      nothingWritten(db, mara, (tx) =>
        writeEstimateSheet(tx, { projectId, version, lines: [lines[0]!, line(changed)], by: mara }),
      )
    expect(await why({ jobRole: 'diver', minutes: 60 })).toEqual({ ok: false, why: 'no-such-role', line: 2 })
    expect(await why({ jobRole: 'developer' })).toEqual({ ok: false, why: 'no-hours', line: 2 })
    expect(await why({ costType: 'vendors' })).toEqual({ ok: false, why: 'no-amount', line: 2 })
    await db.console.write(mara, (tx) => discardBudget(tx, { projectId, version }))
  })

  test('is handed in, sent back with a reason, handed in again and approved by somebody else', async () => {
    const version = await begin()
    const early = await db.console.write(priya, review(version, 'approved').does)
    expect(early).toEqual({ ok: false, why: 'not-submitted' })
    expect(await submit(version)).toEqual({ ok: true })
    expect(await submit(version)).toEqual({ ok: false, why: 'already-submitted' })
    expect(
      await nothingWritten(db, mara, (tx) => writeEstimateSheet(tx, { projectId, version, lines, by: mara })),
    ).toEqual({ ok: false, why: 'not-a-draft' })
    const baseline = () =>
      db.tried(mara, (tx) =>
        takeBaseline(tx, { projectId, name: 'Re-planned', reason: 'New scope', by: mara, now: new Date() }),
      )
    expect(await baseline()).toEqual({ ok: false, why: 'budget-not-approved' })
    expect(await nothingWritten(db, priya, review(version, 'sent-back').does)).toEqual({
      ok: false,
      why: 'no-reason',
    })
    expect(await db.console.write(priya, review(version, 'sent-back', 'No travel in it.').does)).toEqual({
      ok: true,
    })
    expect(await nothingWritten(db, mara, (tx) => discardBudget(tx, { projectId, version }))).toEqual({
      ok: false,
      why: 'not-a-draft',
    })
    await submit(version)
    const [one, two] = await atOnce(db.admin, review(version, 'approved'), review(version, 'approved'))
    expect(one).toEqual({ ok: true })
    expect(two).toMatchObject({ ok: false })
    expect(await baseline()).toMatchObject({ ok: true })
  })

  test('is followed by a version with the same lines, one at a time', async () => {
    await db.tried(mara, async (tx) => {
      const next = await startBudget(tx, { projectId, reason: 'Change order 1', by: mara })
      expect(next).toMatchObject({ ok: true, version: 2 })
      if (!next.ok) return
      const copied = await tx.select().from(budgetSheets).where(eq(budgetSheets.budgetId, next.budgetId))
      expect(copied).toHaveLength(4)
      expect(await startBudget(tx, { projectId, reason: 'Another', by: mara })).toEqual({
        ok: false,
        why: 'not-approved-yet',
      })
    })
  })

  test('takes a hundred thousand lines at once', async () => {
    await db.tried(mara, async (tx) => {
      const next = await startBudget(tx, { projectId, reason: 'Whole plant', by: mara })
      if (!next.ok) return expect.unreachable()
      const many = Array.from({ length: 100_000 }, () => lines[0]!)
      expect(await writeEstimateSheet(tx, { projectId, version: 2, lines: many, by: mara })).toEqual({
        ok: true,
        lines: 100_000,
      })
    })
  }, 180_000)
})
