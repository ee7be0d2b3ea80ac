import type { StaffActor } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { budgetSheets, budgetsInForce } from '@countersign/db/views/budgets'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { answerTransfer } from './answer-transfer'
import { askTransfer } from './ask-transfer'
import { budgetPositions } from './budget-positions'
import { changeRisk } from './change-risk'
import { estimateCompletion } from './estimate-completion'
import { keepCostForecast } from './keep-cost-forecast'
import { recordRisk } from './record-risk'
import { reviewBudget } from './review-budget'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let jonas: StaffActor
let priya: StaffActor
let projectId: string
let lines: { id: string; workPackage: string; costType: string; costMinor: bigint | null }[]
beforeAll(async () => {
  db = await storyDatabase('budget transfer')
  jonas = await db.staff('jonas')
  priya = await db.staff('priya')
  projectId = await db.idOf.project('NW-2604')
  lines = await db.console.read(priya, (tx) =>
    tx
      .select({
        id: budgetSheets.id,
        workPackage: budgetSheets.workPackage,
        costType: budgetSheets.costType,
        costMinor: budgetSheets.costMinor,
      })
      .from(budgetSheets)
      .innerJoin(budgetsInForce, eq(budgetsInForce.budgetId, budgetSheets.budgetId))
      .where(eq(budgetSheets.projectId, projectId))
      .orderBy(asc(budgetSheets.position)),
  )
})
afterAll(() => db.close())

const of = (workPackage: string, costType: string) =>
  lines.find((line) => line.workPackage === workPackage && line.costType === costType)!
const transfer = (changed: Partial<Parameters<typeof askTransfer>[1]> = {}) => ({
  projectId,
  fromLineId: of('Anbindung der Krane', 'vendors').id,
  toLineId: of('Anbindung der Krane', 'expenses').id,
  amountMinor: 100_000n,
  reason: 'More journeys, fewer hands.',
  riskId: null,
  by: jonas,
  ...changed,
})
const refusal = (changed: Parameters<typeof transfer>[0]) =>
  nothingWritten(db, jonas, (tx) => askTransfer(tx, transfer(changed)))
const answer = (transferId: string, changed: Partial<Parameters<typeof answerTransfer>[1]> = {}) => ({
  db: db.console,
  as: priya,
  does: (tx: Parameters<typeof answerTransfer>[0]) =>
    answerTransfer(tx, { projectId, transferId, answer: 'approved', reason: '', by: priya, ...changed }),
})
const budgetOf = async (workPackage: string, costType: string) => {
  const rows = await db.console.read(priya, (tx) => budgetPositions(tx, projectId))
  return rows.find((row) => row.workPackage === workPackage && row.costType === costType)!.budgetMinor
}

describe('a budget transfer', () => {
  test('is refused with the reason, and nothing is written', async () => {
    expect(await refusal({ reason: ' ' })).toEqual({ ok: false, why: 'no-reason' })
    expect(await refusal({ amountMinor: 0n })).toEqual({ ok: false, why: 'not-positive' })
    expect(await refusal({ toLineId: nobody })).toEqual({ ok: false, why: 'no-such-line' })
    expect(await refusal({ toLineId: transfer().fromLineId })).toEqual({ ok: false, why: 'same-line' })
    expect(await refusal({ amountMinor: 1_300_001n })).toEqual({ ok: false, why: 'above-line' })
    expect(await refusal({ riskId: nobody })).toEqual({ ok: false, why: 'no-such-risk' })
    const reserve = of('Reserve', 'contingency').id
    expect(await refusal({ fromLineId: reserve })).toEqual({ ok: false, why: 'risk-needed' })
    const open = await db.console.read(jonas, (tx) =>
      tx
        .select()
        .from(risks)
        .where(and(eq(risks.projectId, projectId), eq(risks.state, 'open'))),
    )
    expect(await refusal({ fromLineId: reserve, riskId: open[0]!.id })).toEqual({
      ok: false,
      why: 'risk-not-occurred',
    })
  })

  test('counts when somebody else approves it, once, however many do so at once', async () => {
    const before = await budgetOf('Anbindung der Krane', 'expenses')
    const asked = await db.console.write(jonas, (tx) => askTransfer(tx, transfer()))
    if (!asked.ok) return expect.unreachable()
    expect(await budgetOf('Anbindung der Krane', 'expenses')).toBe(before)
    expect(await nothingWritten(db, priya, answer(asked.transferId, { answer: 'refused' }).does)).toEqual({
      ok: false,
      why: 'no-reason',
    })
    expect(await nothingWritten(db, priya, answer(nobody).does)).toEqual({
      ok: false,
      why: 'no-such-transfer',
    })
    const results = await atOnce(db.admin, answer(asked.transferId), answer(asked.transferId))
    expect(results).toEqual([{ ok: true }, { ok: false, why: 'already-answered' }])
    expect(await budgetOf('Anbindung der Krane', 'expenses')).toBe(before + 100_000n)
  })

  test('of what two ask for at once is approved as long as the line holds it', async () => {
    const ask = () => db.console.write(jonas, (tx) => askTransfer(tx, transfer({ amountMinor: 1_000_000n })))
    const [one, two] = [await ask(), await ask()]
    if (!one.ok || !two.ok) return expect.unreachable()
    expect(await atOnce(db.admin, answer(one.transferId), answer(two.transferId))).toEqual([
      { ok: true },
      { ok: false, why: 'above-line' },
    ])
  })

  test('of a budget that was replaced moves nothing', async () => {
    const asked = await db.console.write(jonas, (tx) => askTransfer(tx, transfer()))
    if (!asked.ok) return expect.unreachable()
    await db.tried(priya, async (tx) => {
      const approved = { projectId, version: 2, act: 'approved' as const, reason: '', by: priya }
      expect(await reviewBudget(tx, approved)).toEqual({ ok: true })
      expect(await answer(asked.transferId).does(tx)).toEqual({ ok: false, why: 'not-in-force' })
    })
  })
})

describe('a budget’s positions', () => {
  test('hold every cost of the project once, as booked for finance and at standard rates for the manager', async () => {
    const [booked, standard] = await Promise.all([
      db.console.read(priya, (tx) => budgetPositions(tx, projectId)),
      db.console.read(jonas, (tx) => budgetPositions(tx, projectId)),
    ])
    const sum = (rows: typeof booked) => rows.reduce((total, { actualMinor }) => total + actualMinor, 0n)
    const [costs] = await db.admin<{ real: string; standard: string }[]>`
      select (select coalesce(sum(cost_minor), 0) from time_entries where project_id = ${projectId}) + o.minor as real,
        (select coalesce(sum(standard_minor), 0) from time_entries where project_id = ${projectId}) + o.minor as standard
      from (select
        (select coalesce(sum(cost_minor), 0) from expenses
          where project_id = ${projectId} and submitted_at is not null)
        + (select coalesce(sum(cost_minor), 0) from vendor_invoices where project_id = ${projectId}) as minor) o`
    expect(sum(booked)).toBe(BigInt(costs!.real))
    expect(sum(standard)).toBe(BigInt(costs!.standard))
    for (const row of [...booked, ...standard]) expect(row.eacMinor).toBe(row.actualMinor + row.etcMinor)
  })

  test('do not move for the manager when a person’s own rate does', async () => {
    const seen = () => db.console.read(jonas, (tx) => budgetPositions(tx, projectId))
    const before = await seen()
    await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update task_month_costs set labour_minor = labour_minor * 3 where project_id = ${projectId}`
    })
    expect(await seen()).toEqual(before)
    const booked = await db.console.read(priya, (tx) => budgetPositions(tx, projectId))
    expect(booked).not.toEqual(before)
  })

  test('are nobody’s of another project', async () => {
    const mara = await db.staff('mara')
    expect(await db.console.read(mara, (tx) => budgetPositions(tx, projectId))).toEqual([])
  })
})

describe('estimating what is still to spend', () => {
  const estimate = (changed: Partial<Parameters<typeof estimateCompletion>[1]>) => ({
    projectId,
    taskUid: null,
    workPackage: 'Reserve',
    costType: 'contingency' as const,
    amountMinor: 123n,
    reason: 'Nothing else will happen.',
    by: jonas,
    ...changed,
  })

  test('counts instead of the rule until it is taken back', async () => {
    const reserve = (tx: Parameters<typeof budgetPositions>[0]) =>
      budgetPositions(tx, projectId).then((rows) => rows.find(({ workPackage }) => workPackage === 'Reserve'))
    await db.tried(jonas, async (tx) => {
      const rule = await reserve(tx)
      expect(rule).toMatchObject({ etcMethod: 'expected-risks', etcMinor: 240_000n })
      expect(await estimateCompletion(tx, estimate({}))).toEqual({ ok: true })
      expect(await reserve(tx)).toMatchObject({ etcMethod: 'estimated', etcMinor: 123n })
    })
  })

  test('is refused without a reason and for what is not in the budget', async () => {
    const why = (changed: Parameters<typeof estimate>[0]) =>
      nothingWritten(db, jonas, (tx) => estimateCompletion(tx, estimate(changed)))
    expect(await why({ reason: ' ' })).toEqual({ ok: false, why: 'no-reason' })
    expect(await why({ workPackage: 'Elsewhere' })).toEqual({ ok: false, why: 'no-such-package' })
  })
})

describe('a cost forecast', () => {
  test('is kept as the database sums it, for finance and the manager', async () => {
    const keep = (tx: Parameters<typeof keepCostForecast>[0]) =>
      keepCostForecast(tx, { projectId, monthOn: '2031-05-17', note: 'May' })
    expect(await db.tried(priya, keep)).toEqual({ ok: true })
    expect(await db.tried(jonas, keep)).toEqual({ ok: true })
    const mara = await db.staff('mara')
    expect(await db.tried(mara, keep)).toEqual({ ok: false, why: 'no-budget' })
    expect(
      await nothingWritten(db, jonas, (tx) =>
        keepCostForecast(tx, { projectId, monthOn: '2031-05-17', note: '' }),
      ),
    ).toEqual({ ok: false, why: 'no-note' })
  })
})

describe('a risk', () => {
  const words = {
    title: 'The lift arrives late',
    response: '',
    probabilityPercent: 30,
    impactMinor: 10_000n,
    reviewOn: null,
  }

  test('is numbered in its project, and settled once', async () => {
    await db.tried(jonas, async (tx) => {
      const risk = { projectId, ...words, ownerId: jonas.staffId }
      const recorded = await recordRisk(tx, { ...risk, kind: 'threat' })
      expect(recorded).toEqual({ ok: true, number: 5 })
      expect(await changeRisk(tx, { ...risk, number: 5, state: 'occurred' })).toEqual({ ok: true })
      expect(await changeRisk(tx, { ...risk, number: 5, state: 'open' })).toEqual({
        ok: false,
        why: 'already-settled',
      })
    })
  })

  test('is refused with the reason', async () => {
    const why = (changed: object) =>
      nothingWritten(db, jonas, (tx) =>
        recordRisk(tx, { projectId, ...words, ownerId: jonas.staffId, kind: 'threat', ...changed }),
      )
    expect(await why({ title: '' })).toEqual({ ok: false, why: 'no-title' })
    expect(await why({ probabilityPercent: 101 })).toEqual({ ok: false, why: 'not-a-probability' })
    expect(await why({ impactMinor: -1n })).toEqual({ ok: false, why: 'no-impact' })
    expect(await why({ ownerId: nobody })).toEqual({ ok: false, why: 'no-such-owner' })
    expect(await why({ projectId: nobody })).toEqual({ ok: false, why: 'no-such-project' })
    expect(
      await nothingWritten(db, jonas, (tx) =>
        changeRisk(tx, { projectId, ...words, number: 99, ownerId: jonas.staffId, state: 'open' }),
      ),
    ).toEqual({ ok: false, why: 'no-such-risk' })
  })
})
