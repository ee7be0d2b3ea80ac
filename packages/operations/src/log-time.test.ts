import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { logTime, removeTime } from './log-time'

const nobody = '00000000-0000-4000-8000-000000000000'
const today = '2031-03-03' as const
let db: StoryDatabase
let tomas: StaffActor
let design: string
beforeAll(async () => {
  db = await storyDatabase('log time')
  tomas = await db.staff('tomas')
  design = await db.idOf.task('HT-2601', 'Low-level design')
})
afterAll(() => db.close())

const log = (changed: Partial<Parameters<typeof logTime>[1]> = {}) => ({
  taskId: design,
  workedOn: today,
  minutes: 60,
  note: '',
  today,
  by: tomas,
  ...changed,
})

describe('logging time', () => {
  test('is at most a day’s worth a day, in the own job role', async () => {
    await db.tried(tomas, async (tx) => {
      const first = await logTime(tx, log({ minutes: 23 * 60 }))
      if (!first.ok) return expect.unreachable()
      expect(await logTime(tx, log({ minutes: 61 }))).toEqual({ ok: false, why: 'more-than-a-day' })
      expect(await logTime(tx, log({ minutes: 60 }))).toMatchObject({ ok: true })
      const { staffId, jobRole } = timeEntries
      const [entry] = await tx
        .select({ staffId, jobRole })
        .from(timeEntries)
        .where(eq(timeEntries.id, first.timeEntryId))
      expect(entry).toMatchObject({ staffId: tomas.staffId, jobRole: 'network engineer' })
      expect(await removeTime(tx, { timeEntryId: first.timeEntryId })).toEqual({ ok: true })
      expect(await removeTime(tx, { timeEntryId: first.timeEntryId })).toEqual({
        ok: false,
        why: 'no-such-entry',
      })
    })
  })

  test('twice at once is at most a day’s worth too', async () => {
    const part = {
      db: db.console,
      as: tomas,
      does: (tx: Tx) => logTime(tx, log({ workedOn: '2031-03-02', minutes: 13 * 60 })),
    }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, why: 'more-than-a-day' })
  })

  test('is refused in a closed month, and nothing is written', async () => {
    const [closed] = await db.admin<{ day: string }[]>`select app.last_closed_day()::text as day`
    const logs = (workedOn: string) => nothingWritten(db, tomas, (tx) => logTime(tx, log({ workedOn })))
    expect(await logs(closed!.day)).toEqual({ ok: false, why: 'month-closed' })
    expect(await logs('2020-02-01')).toEqual({ ok: false, why: 'month-closed' })
  })

  test('is refused ahead of time, on a summary, and on a task of a project that one is not in', async () => {
    const logs = (changed: Parameters<typeof log>[0]) =>
      nothingWritten(db, tomas, (tx) => logTime(tx, log(changed)))
    expect(await logs({ workedOn: '2031-03-04' })).toEqual({ ok: false, why: 'in-the-future' })
    expect(await logs({ taskId: await db.idOf.task('HT-2601', 'Design') })).toEqual({
      ok: false,
      why: 'is-a-summary',
    })
    const image = await db.idOf.task('GI-2603', 'Standard image')
    for (const taskId of [image, nobody])
      expect(await logs({ taskId })).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('takes back nobody else’s entry', async () => {
    const aiko = await db.staff('aiko')
    const [entry] = await db.admin<{ id: string }[]>`
      select id from time_entries where staff_id = ${tomas.staffId} limit 1`
    expect(await nothingWritten(db, aiko, (tx) => removeTime(tx, { timeEntryId: entry!.id }))).toEqual({
      ok: false,
      why: 'no-such-entry',
    })
  })
})
