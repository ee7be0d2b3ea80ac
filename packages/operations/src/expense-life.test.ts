import type { StaffActor, Tx } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { changeExpense, draftExpense, removeExpense, type ExpenseDraft } from './draft-expense'
import { approveExpense, sendBackExpense } from './review-expense'
import { submitExpense } from './submit-expense'

const nobody = '00000000-0000-4000-8000-000000000000'
const today = '2031-03-10'
const now = new Date('2031-03-10T09:00:00Z')
let db: StoryDatabase
let tomas: StaffActor
let jonas: StaffActor
let priya: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('expense life')
  tomas = await db.staff('tomas')
  jonas = await db.staff('jonas')
  priya = await db.staff('priya')
  projectId = await db.idOf.project('NW-2604')
})
afterAll(() => db.close())

const trip = (more: Partial<ExpenseDraft> = {}): ExpenseDraft => ({
  projectId,
  taskId: null,
  category: 'travel',
  description: 'Train to Kiel',
  spentOn: '2031-03-09',
  currency: 'EUR',
  grossMinor: 10_700n,
  taxMinor: 700n,
  isBillable: true,
  overLimitReason: '',
  receipt: { name: 'ticket.pdf', sha256: 'f'.repeat(64), size: 3, mediaType: 'application/pdf' },
  ...more,
})
const drafts = (tx: Tx, more: Partial<ExpenseDraft> = {}, by = tomas) =>
  draftExpense(tx, { ...trip(more), today, by })

/** Committed, so that somebody else sees it. */
async function handedIn(more: Partial<ExpenseDraft> = {}, by = tomas): Promise<string> {
  return db.console.write(by, async (tx) => {
    const drafted = await drafts(tx, more, by)
    if (!drafted.ok) throw new Error(drafted.why)
    expect(await submitExpense(tx, { expenseId: drafted.expenseId, by, now })).toEqual({ ok: true })
    return drafted.expenseId
  })
}
const approves = (expenseId: string, by: StaffActor) => (tx: Tx) =>
  approveExpense(tx, { expenseId, contractLineId: null, by, now })
const stored = async (expenseId: string) => {
  const [row] = await db.admin<Record<string, unknown>[]>`select * from expenses where id = ${expenseId}`
  return row!
}

describe('noting an expense', () => {
  test('keeps it as the author’s draft, priced in the contract’s currency', async () => {
    await db.tried(tomas, async (tx) => {
      const drafted = await drafts(tx)
      expect(drafted).toMatchObject({ ok: true })
    })
  })

  test('is refused for what cannot be, with nothing written', async () => {
    const refused = (more: Partial<ExpenseDraft>) => nothingWritten(db, tomas, (tx) => drafts(tx, more))
    expect(await refused({ projectId: nobody })).toEqual({ ok: false, why: 'no-such-project' })
    expect(await refused({ taskId: nobody })).toEqual({ ok: false, why: 'no-such-task' })
    expect(await refused({ spentOn: '2031-03-11' })).toEqual({ ok: false, why: 'in-the-future' })
    expect(await refused({ taxMinor: 10_700n })).toEqual({ ok: false, why: 'tax-is-not-a-part' })
  })

  test('is the author’s to change and delete, until it is handed in', async () => {
    await db.tried(tomas, async (tx) => {
      const drafted = await drafts(tx)
      if (!drafted.ok) return expect.unreachable()
      const change = { expenseId: drafted.expenseId, ...trip({ grossMinor: 500n, taxMinor: 0n }), today }
      expect(await changeExpense(tx, { ...change, by: tomas })).toMatchObject({ ok: true })
      expect(await removeExpense(tx, { expenseId: drafted.expenseId, by: tomas })).toEqual({ ok: true })
    })
    const expenseId = await handedIn()
    const change = { expenseId, ...trip(), today, by: tomas }
    expect(await nothingWritten(db, tomas, (tx) => changeExpense(tx, change))).toEqual({
      ok: false,
      why: 'handed-in',
    })
    expect(await nothingWritten(db, tomas, (tx) => removeExpense(tx, { expenseId, by: tomas }))).toEqual({
      ok: false,
      why: 'handed-in',
    })
    expect(await nothingWritten(db, jonas, (tx) => removeExpense(tx, { expenseId, by: jonas }))).toEqual({
      ok: false,
      why: 'no-such-expense',
    })
  })
})

describe('handing an expense in', () => {
  const tries = (more: Partial<ExpenseDraft>) =>
    db.tried(tomas, async (tx) => {
      const drafted = await drafts(tx, more)
      if (!drafted.ok) return expect.unreachable()
      return submitExpense(tx, { expenseId: drafted.expenseId, by: tomas, now })
    })

  test('wants the receipt and the reason that finance asks for', async () => {
    expect(await tries({ receipt: null })).toEqual({ ok: false, why: 'receipt-wanted' })
    expect(await tries({ grossMinor: 99_900n })).toEqual({ ok: false, why: 'reason-wanted' })
    expect(await tries({ grossMinor: 99_900n, overLimitReason: 'The last seat.' })).toEqual({ ok: true })
    expect(await tries({ receipt: null, grossMinor: 2_499n })).toEqual({ ok: true })
  })

  test('is once, and for one’s own', async () => {
    const expenseId = await handedIn()
    for (const by of [tomas, jonas])
      expect(await db.tried(by, (tx) => submitExpense(tx, { expenseId, by, now }))).toEqual({
        ok: false,
        why: 'no-such-draft',
      })
  })
})

describe('approving an expense', () => {
  test('fixes what it costs: a rate that comes later changes nothing', async () => {
    await db.admin`insert into exchange_rates (from_currency, to_currency, from_on, rate, recorded_by)
      values ('SEK', 'EUR', '2031-01-01', 0.1, ${priya.staffId})`
    const expenseId = await handedIn({ currency: 'SEK', taxMinor: 705n })
    const waiting = await handedIn({ currency: 'SEK', taxMinor: 705n })
    expect(await db.console.write(jonas, approves(expenseId, jonas))).toEqual({ ok: true })
    expect(await stored(expenseId)).toMatchObject({ cost_minor: '1000', approved_by: jonas.staffId })
    expect((await stored(expenseId)).contract_line_id).not.toBeNull()
    await db.admin`insert into exchange_rates (from_currency, to_currency, from_on, rate, recorded_by)
      values ('SEK', 'EUR', '2031-03-01', 0.2, ${priya.staffId})`
    expect(await stored(expenseId)).toMatchObject({ cost_minor: '1000' })
    expect(await stored(waiting)).toMatchObject({ cost_minor: '1999' })
    await expect(
      db.admin`update expenses set gross_minor = 1 where id = ${expenseId}`.execute(),
    ).rejects.toMatchObject({ constraint_name: 'expense_is_approved' })
  })

  test('is refused without an exchange rate, for one’s own, and for what does not wait', async () => {
    const strange = await handedIn({ currency: 'JPY' })
    expect(await db.tried(jonas, approves(strange, jonas))).toEqual({ ok: false, why: 'no-exchange-rate' })
    const own = await handedIn({}, jonas)
    expect(await db.tried(jonas, approves(own, jonas))).toEqual({ ok: false, why: 'own-expense' })
    expect(await db.tried(priya, approves(own, priya))).toEqual({ ok: true })
    expect(await db.tried(jonas, approves(nobody, jonas))).toEqual({ ok: false, why: 'no-such-expense' })
    const line = await db.admin<{ id: string }[]>`
      select id from contract_lines where project_id = ${projectId} and kind = 'fixed-price'`
    const byFixed = { expenseId: own, contractLineId: line[0]!.id, by: priya, now }
    expect(await db.tried(priya, (tx) => approveExpense(tx, byFixed))).toEqual({
      ok: false,
      why: 'no-such-line',
    })
  })

  test('by two at once is done once', async () => {
    const expenseId = await handedIn()
    const part = (as: StaffActor) => ({ db: db.console, as, does: approves(expenseId, as) })
    const [first, second] = await atOnce(db.admin, part(jonas), part(priya))
    expect(first).toEqual({ ok: true })
    expect(second).toEqual({ ok: false, why: 'not-submitted' })
  })

  test('or sending it back gives it to its author again, with the reason', async () => {
    const expenseId = await handedIn()
    const review = { expenseId, reason: 'Who came along?', by: jonas, now }
    expect(await db.console.write(jonas, (tx) => sendBackExpense(tx, review))).toEqual({ ok: true })
    expect(await db.tried(jonas, (tx) => sendBackExpense(tx, review))).toEqual({
      ok: false,
      why: 'not-submitted',
    })
    await db.tried(tomas, async (tx) => {
      const change = { expenseId, ...trip({ description: 'Train, with Aiko' }), today, by: tomas }
      expect(await changeExpense(tx, change)).toMatchObject({ ok: true })
      const [row] = await tx
        .select({ description: expenses.description, receiptName: expenses.receiptName })
        .from(expenses)
        .where(eq(expenses.id, expenseId))
      expect(row).toEqual({ description: 'Train, with Aiko', receiptName: 'ticket.pdf' })
    })
  })
})
