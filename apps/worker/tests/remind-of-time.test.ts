import { connect, type Db } from '@countersign/db/connect'
import { mails } from '@countersign/db/tables/mails'
import { timeReminders } from '@countersign/db/tables/time'
import { asc, eq } from 'drizzle-orm'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { remindOfTime } from '../src/jobs/remind-of-time'
import { readSettings } from '../src/settings'
import type { Work } from '../src/work'

let story: StoryDatabase
let db: Db
let work: Work
/** A Wednesday long after the story: its people log one day each in the weeks before. */
const wednesday = '2031-03-12'
beforeAll(async () => {
  story = await storyDatabase('remind of time')
  db = connect(story.urls.worker)
  const settings = readSettings({
    DATABASE_URL: story.urls.worker,
    COUNTERSIGN_DEMO: '1',
    COUNTERSIGN_HOME: mkdtempSync(join(tmpdir(), 'countersign-time-')),
    OFFICE_TIME_ZONE: 'Europe/Berlin',
  })
  work = { db, settings } as Work
  const log = (email: string, day: string) => story.admin`
    insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
    select t.project_id, t.id, s.id, s.job_role, ${day}, ${day}, 60
    from staff s, tasks t join projects p on p.id = t.project_id
    where s.email = ${email} and p.code = 'HT-2601' and t.name = 'Low-level design'`
  await log('tomas@halden.example', '2031-03-07')
  await log('tomas@halden.example', '2031-03-10')
  await log('aiko@halden.example', '2030-01-07')
})
afterAll(async () => {
  await db.close()
  await story.close()
})

const asked = () =>
  db.asLogin((tx) =>
    tx
      .select({ to: mails.toAddress, day: timeReminders.missedOn })
      .from(timeReminders)
      .innerJoin(mails, eq(mails.id, timeReminders.mailId))
      .orderBy(asc(timeReminders.missedOn)),
  )
const at = (time: string) => remindOfTime(work, new Date(time))

describe('reminders of missing days', () => {
  test('wait for the morning of the office', async () => {
    await at(`${wednesday}T06:59:00Z`)
    expect(await asked()).toEqual([])
  })

  test('ask whoever logs time about weekdays without an hour, once, however often they run', async () => {
    for (const time of ['07:12', '08:12', '15:12']) await at(`${wednesday}T${time}:00Z`)
    const days = ['2031-03-05', '2031-03-06', '2031-03-11']
    expect(await asked()).toEqual(days.map((day) => ({ to: 'tomas@halden.example', day })))
    const written = await db.asLogin((tx) =>
      tx.select().from(mails).where(eq(mails.toAddress, 'tomas@halden.example')),
    )
    const [mail] = written.filter(({ subject }) => subject === '3 days without hours')
    expect(mail!.text).toContain('5 March 2031, 6 March 2031 and 11 March 2031')
    expect(mail!.text).toContain('/time?week=2031-03-05#week')
  })

  test('name only what is new the day after', async () => {
    await at('2031-03-13T08:12:00Z')
    expect((await asked()).at(-1)).toEqual({ to: 'tomas@halden.example', day: wednesday })
    expect(await asked()).toHaveLength(4)
  })
})
