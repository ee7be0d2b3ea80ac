import type { StaffActor } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/time'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { startTimer, stopTimer } from './run-timer'

let db: StoryDatabase
let tomas: StaffActor
let taskId: string
beforeAll(async () => {
  db = await storyDatabase('timer')
  tomas = await db.staff('tomas')
  taskId = await db.idOf.task('HT-2601', 'Low-level design')
})
afterAll(() => db.close())

const start = (at: string) => ({
  taskId,
  kind: 'overtime' as const,
  note: 'Racks',
  by: tomas,
  now: new Date(at),
})
const stop = (at: string, keep = true) => ({ by: tomas, timeZone: 'Europe/Berlin', now: new Date(at), keep })

describe('a timer', () => {
  test('logs what it measured on the days on which it ran, and is one a person', async () => {
    await db.tried(tomas, async (tx) => {
      expect(await startTimer(tx, start('2031-03-03T22:30:00Z'))).toEqual({ ok: true })
      expect(await startTimer(tx, start('2031-03-03T22:31:00Z'))).toEqual({ ok: false, why: 'timer-runs' })
      expect(await stopTimer(tx, stop('2031-03-03T23:45:00Z'))).toEqual({ ok: true })
      const { workedOn, minutes, kind, note } = timeEntries
      const entries = await tx
        .select({ workedOn, minutes, kind, note })
        .from(timeEntries)
        .where(and(eq(timeEntries.staffId, tomas.staffId), eq(note, 'Racks'), eq(kind, 'overtime')))
        .orderBy(asc(workedOn))
      expect(entries).toEqual([
        { workedOn: '2031-03-03', minutes: 30, kind: 'overtime', note: 'Racks' },
        { workedOn: '2031-03-04', minutes: 45, kind: 'overtime', note: 'Racks' },
      ])
      expect(await stopTimer(tx, stop('2031-03-04T00:00:00Z'))).toEqual({ ok: false, why: 'no-timer' })
    })
  })

  test('is thrown away without a trace', async () => {
    await db.tried(tomas, async (tx) => {
      await startTimer(tx, start('2031-03-03T08:00:00Z'))
      expect(await stopTimer(tx, stop('2031-03-03T09:00:00Z', false))).toEqual({ ok: true })
    })
  })

  test('runs on where a day would have more than 24 hours', async () => {
    await db.tried(tomas, async (tx) => {
      await startTimer(tx, start('2031-03-03T00:00:00Z'))
      await stopTimer(tx, stop('2031-03-03T20:00:00Z'))
      await startTimer(tx, start('2031-03-03T10:00:00Z'))
      expect(await stopTimer(tx, stop('2031-03-03T20:00:00Z'))).toEqual({ ok: false, why: 'more-than-a-day' })
      expect(await stopTimer(tx, stop('2031-03-03T20:00:00Z', false))).toEqual({ ok: true })
    })
  })

  test('starts on no summary and no task of another project', async () => {
    await db.tried(tomas, async (tx) => {
      const on = async (id: string) => startTimer(tx, { ...start('2031-03-03T08:00:00Z'), taskId: id })
      expect(await on(await db.idOf.task('HT-2601', 'Design'))).toMatchObject({ why: 'is-a-summary' })
      expect(await on(await db.idOf.task('GI-2603', 'Standard image'))).toMatchObject({ why: 'no-such-task' })
    })
  })
})
