import type { StaffActor } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import { timeEntries } from '@countersign/db/tables/time'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { eq, or } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { correctExpense } from './correct-expense'
import { correctTime } from './correct-time'

let db: StoryDatabase
let priya: StaffActor
let old: typeof timeEntries.$inferSelect
let spent: typeof expenses.$inferSelect
const now = new Date()
const today = localDateIn('Europe/Berlin', now)
beforeAll(async () => {
  db = await storyDatabase('correct time')
  priya = await db.staff('priya')
  const [closed] = await db.admin<{ time: string; expense: string }[]>`
    select (select id from time_entries where booked_on <= app.last_closed_day() order by id limit 1) as time,
      (select id from expenses where booked_on <= app.last_closed_day() order by id limit 1) as expense`
  await db.console.read(priya, async (tx) => {
    ;[old] = (await tx.select().from(timeEntries).where(eq(timeEntries.id, closed!.time))) as [typeof old]
    ;[spent] = (await tx.select().from(expenses).where(eq(expenses.id, closed!.expense))) as [typeof spent]
  })
})
afterAll(() => db.close())

type Changed = Partial<Parameters<typeof correctTime>[1]>
const correction = (changed: Changed = {}) => ({
  timeEntryId: old.id,
  right: { taskId: old.taskId, minutes: 30, kind: 'billable' as const },
  reason: 'Half an hour, not more',
  today,
  by: priya,
  now,
  ...changed,
})

describe('correcting hours of a closed month', () => {
  test('takes them back at what they cost then, and books what is right, both today', async () => {
    await db.tried(priya, async (tx) => {
      expect(await correctTime(tx, correction())).toEqual({ ok: true })
      const rows = await tx
        .select()
        .from(timeEntries)
        .where(or(eq(timeEntries.reverses, old.id), eq(timeEntries.corrects, old.id)))
        .orderBy(timeEntries.minutes)
      expect(rows).toMatchObject([
        {
          minutes: -old.minutes,
          costMinor: -old.costMinor!,
          reverses: old.id,
          bookedOn: today,
          workedOn: old.workedOn,
        },
        {
          minutes: 30,
          costHourMinor: old.costHourMinor,
          corrects: old.id,
          bookedOn: today,
          approvedBy: priya.staffId,
        },
      ])
      expect(await correctTime(tx, correction({ right: null }))).toEqual({
        ok: false,
        why: 'corrected-already',
      })
    })
  })

  test('is refused with a reason, and leaves nothing', async () => {
    const [open] = await db.admin<{ id: string }[]>`
      select id from time_entries where booked_on > app.last_closed_day() and staff_id <> ${priya.staffId} limit 1`
    const tries: [Changed, string][] = [
      [{ timeEntryId: '00000000-0000-4000-8000-000000000000' }, 'no-such-entry'],
      [{ timeEntryId: open!.id }, 'month-open'],
      [{ reason: ' ' }, 'no-reason'],
      [{ right: { taskId: old.projectId, minutes: 30, kind: 'billable' } }, 'no-such-task'],
      [{ right: { taskId: old.taskId, minutes: 24 * 60 + 1, kind: 'billable' } }, 'more-than-a-day'],
      [{ today: addDays(old.bookedOn, 0) }, 'month-closed'],
    ]
    for (const [changed, why] of tries)
      expect([why, await nothingWritten(db, priya, (tx) => correctTime(tx, correction(changed)))]).toEqual([
        why,
        { ok: false, why },
      ])
  })

  test('is finance’s alone, and finance logs nothing else', async () => {
    const mara = await db.staff('mara')
    await expect(db.tried(mara, (tx) => correctTime(tx, correction({ by: mara })))).rejects.toThrow()
    await expect(
      db.tried(priya, (tx) =>
        tx.insert(timeEntries).values({
          projectId: old.projectId,
          taskId: old.taskId,
          staffId: old.staffId,
          jobRole: old.jobRole,
          workedOn: today,
          bookedOn: today,
          minutes: 60,
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('correcting an expense of a closed month', () => {
  const wrong = { reason: 'The tax was wrong', today, now }

  test('takes it back whole, and books what is right, both today', async () => {
    await db.tried(priya, async (tx) => {
      const right = { grossMinor: 1190n, taxMinor: 190n, isBillable: false }
      expect(await correctExpense(tx, { expenseId: spent.id, right, by: priya, ...wrong })).toEqual({
        ok: true,
      })
      const rows = await tx
        .select()
        .from(expenses)
        .where(or(eq(expenses.reverses, spent.id), eq(expenses.corrects, spent.id)))
        .orderBy(expenses.grossMinor)
      expect(rows).toMatchObject([
        { grossMinor: -spent.grossMinor, costMinor: -spent.costMinor!, bookedOn: today },
        { grossMinor: 1190n, costMinor: 1000n, bookedOn: today, corrects: spent.id },
      ])
      expect(await correctExpense(tx, { expenseId: spent.id, right: null, by: priya, ...wrong })).toEqual({
        ok: false,
        why: 'corrected-already',
      })
    })
  })

  test('is refused for an amount that is none', async () => {
    const right = { grossMinor: 100n, taxMinor: 100n, isBillable: false }
    expect(
      await nothingWritten(db, priya, (tx) =>
        correctExpense(tx, { expenseId: spent.id, right, by: priya, ...wrong }),
      ),
    ).toEqual({ ok: false, why: 'not-an-amount' })
  })
})
