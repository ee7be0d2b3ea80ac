import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries, timeReviews } from '@countersign/db/tables/time'
import { addDays } from '@countersign/domain/calendar-day'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { approveWeek, approveWeeks, sendBackWeek } from './approve-week'
import { logTime, removeTime } from './log-time'
import { inWeek, setWeek, type WeekRow } from './set-week'
import { submitWeek, takeBackWeek } from './submit-week'

const now = new Date()
/** Nobody of the story has worked in that week, and no month of it is closed. */
const today = '2031-03-09' as const
const weekOn = '2031-03-03' as const
let db: StoryDatabase
let tomas: StaffActor
let jonas: StaffActor
let mara: StaffActor
let priya: StaffActor
let projectId: string
let cranes: string
let care: string
beforeAll(async () => {
  db = await storyDatabase('weeks')
  tomas = await db.staff('tomas')
  jonas = await db.staff('jonas')
  mara = await db.staff('mara')
  priya = await db.staff('priya')
  projectId = await db.idOf.project('NW-2604')
  cranes = await db.idOf.task('NW-2604', 'Anbindung der Krane')
  care = await db.idOf.task('NW-2604', 'Betriebsbegleitung')
})
afterAll(() => db.close())

const none = [0, 0, 0, 0, 0, 0, 0]
const row = (minutes: number[], changed: Partial<WeekRow> = {}): WeekRow => ({
  taskId: cranes,
  kind: 'billable',
  shown: none,
  minutes,
  ...changed,
})
const set = (tx: Tx, rows: WeekRow[], by = tomas) => setWeek(tx, { weekOn, rows, today, by })
const logged = (tx: Tx) =>
  tx
    .select({ on: timeEntries.workedOn, minutes: timeEntries.minutes, kind: timeEntries.kind })
    .from(timeEntries)
    .where(inWeek(tomas.staffId, weekOn))
    .orderBy(asc(timeEntries.workedOn), asc(timeEntries.kind), asc(timeEntries.minutes))

describe('a week', () => {
  test('becomes what was typed, cell by cell, and keeps what was not touched', async () => {
    await db.tried(tomas, async (tx) => {
      expect(await set(tx, [row([60, 90]), row([0, 30], { kind: 'overtime' })])).toEqual({
        ok: true,
        changed: 3,
      })
      expect(await set(tx, [row([0, 120], { shown: [60, 90] })])).toEqual({ ok: true, changed: 2 })
      expect(await logged(tx)).toEqual([
        { on: addDays(weekOn, 1), minutes: 120, kind: 'billable' },
        { on: addDays(weekOn, 1), minutes: 30, kind: 'overtime' },
      ])
    })
  })

  test('takes less from the latest entry of a cell, then from those before it', async () => {
    await db.tried(tomas, async (tx) => {
      for (const minutes of [60, 30, 15])
        await logTime(tx, { taskId: cranes, workedOn: weekOn, minutes, note: `${minutes}`, today, by: tomas })
      expect(await set(tx, [row([50], { shown: [105] })])).toMatchObject({ ok: true })
      expect((await logged(tx)).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(50)
    })
  })

  test('is not overwritten where it changed meanwhile, and nothing of it is kept then', async () => {
    await db.tried(tomas, async (tx) => {
      await set(tx, [row([60])])
      const stale = await set(tx, [row([90], { shown: none }), row([0, 0, 45], { taskId: care })])
      expect(stale).toEqual({ ok: false, why: 'changed-meanwhile', taskId: cranes, on: weekOn })
      expect(await logged(tx)).toEqual([{ on: weekOn, minutes: 60, kind: 'billable' }])
    })
  })

  test('has at most 24 hours a day, may be moved about within them, and is not of the future', async () => {
    await db.tried(tomas, async (tx) => {
      expect(await set(tx, [row([0, 0, 1440]), row([0, 0, 60], { taskId: care })])).toMatchObject({
        why: 'more-than-a-day',
        on: addDays(weekOn, 2),
      })
      expect(await set(tx, [row([1440])])).toMatchObject({ ok: true })
      const moved = [row([0], { shown: [1440] }), row([1440], { taskId: care })]
      expect(await set(tx, moved)).toMatchObject({ ok: true })
      const coming = { weekOn: addDays(weekOn, 7), rows: [row([60])], today, by: tomas }
      expect(await setWeek(tx, coming)).toMatchObject({ why: 'in-the-future' })
    })
  })
})

describe('a week handed in', () => {
  const week = () => ({ projectId, weekOn, now })
  const handedIn = (tx: Tx) => submitWeek(tx, { ...week(), by: tomas })

  test('cannot be changed or removed until its author takes it back', async () => {
    await db.tried(tomas, async (tx) => {
      await set(tx, [row([60])])
      expect(await handedIn(tx)).toEqual({ ok: true })
      expect(await handedIn(tx)).toEqual({ ok: false, why: 'nothing-to-hand-in' })
      expect(await set(tx, [row([90], { shown: [60] })])).toMatchObject({ why: 'handed-in' })
      const [entry] = await tx
        .select({ id: timeEntries.id })
        .from(timeEntries)
        .where(inWeek(tomas.staffId, weekOn))
      expect(await removeTime(tx, { timeEntryId: entry!.id })).toEqual({ ok: false, why: 'handed-in' })
      expect(await takeBackWeek(tx, { ...week(), by: tomas })).toEqual({ ok: true })
      expect(await set(tx, [row([90], { shown: [60] })])).toMatchObject({ ok: true })
      expect(await takeBackWeek(tx, { ...week(), by: tomas })).toEqual({
        ok: false,
        why: 'nothing-to-take-back',
      })
    })
  })

  test('is approved by the project’s manager as it was seen, and never by its author or another manager', async () => {
    await db.console.write(tomas, async (tx) => {
      await set(tx, [row([60, 30])])
      await handedIn(tx)
    })
    const approval = { ...week(), staffId: tomas.staffId, minutes: 90 }
    const approve = (by: StaffActor, changed: object = {}) =>
      db.console.write(by, (tx) => approveWeek(tx, { ...approval, by, ...changed }))
    expect(await approve(tomas)).toMatchObject({ why: 'own-hours' })
    expect(await approve(mara)).toMatchObject({ why: 'nothing-handed-in' })
    expect(await approve(jonas, { minutes: 60 })).toMatchObject({ why: 'changed-meanwhile' })

    const part = {
      db: db.console,
      as: jonas,
      does: (tx: Tx) => approveWeeks(tx, { weeks: [approval], by: jonas, now }),
    }
    const [first, second] = await atOnce(db.admin, part, part)
    expect([first, second]).toMatchObject([{ ok: true }, { why: 'nothing-handed-in' }])
    expect(await db.console.write(tomas, (tx) => takeBackWeek(tx, { ...week(), by: tomas }))).toMatchObject({
      why: 'nothing-to-take-back',
    })

    // Sent back although approved: no invoice has billed it.
    const sending = { ...week(), staffId: tomas.staffId, reason: 'Monday was a holiday.', by: jonas }
    expect(await db.console.write(jonas, (tx) => sendBackWeek(tx, sending))).toEqual({ ok: true })
    expect(await db.console.write(jonas, (tx) => sendBackWeek(tx, sending))).toMatchObject({
      why: 'nothing-handed-in',
    })
    const acts = await db.console.read(tomas, (tx) =>
      tx
        .select({ act: timeReviews.act, minutes: timeReviews.minutes, reason: timeReviews.reason })
        .from(timeReviews)
        .where(and(eq(timeReviews.staffId, tomas.staffId), eq(timeReviews.weekOn, weekOn)))
        .orderBy(asc(timeReviews.doneAt), asc(timeReviews.act)),
    )
    expect(acts.map(({ act }) => act).sort()).toEqual(['approved', 'sent-back', 'submitted'])
    expect(acts.find(({ act }) => act === 'sent-back')).toMatchObject({
      minutes: 90,
      reason: 'Monday was a holiday.',
    })
  })

  test('of a manager is approved by finance', async () => {
    await db.tried(jonas, async (tx) => {
      await set(tx, [row([120], { taskId: care })], jonas)
      await submitWeek(tx, { ...week(), by: jonas })
      const own = { ...week(), staffId: jonas.staffId, minutes: 120, by: jonas }
      expect(await approveWeek(tx, own)).toMatchObject({ why: 'own-hours' })
    })
    await db.console.write(jonas, async (tx) => {
      await set(tx, [row([120], { taskId: care })], jonas)
      await submitWeek(tx, { ...week(), by: jonas })
    })
    const approval = { ...week(), staffId: jonas.staffId, minutes: 120, by: priya }
    expect(await db.console.write(priya, (tx) => approveWeek(tx, approval))).toEqual({ ok: true })
  })

  test('is refused by the database too, whoever asks it directly', async () => {
    const approveOwn = db.admin`update time_entries set submitted_at = now(), approved_at = now(), approved_by = staff_id
      where id = (select id from time_entries where approved_at is null limit 1)`
    await expect(approveOwn).rejects.toThrow(/approved_by_another|month/)
    const change = db.admin`update time_entries set minutes = minutes + 1
      where id = (select id from time_entries where approved_at is not null and reverses is null limit 1)`
    await expect(change).rejects.toThrow(/handed in is not changed|closed/)
  })
})
