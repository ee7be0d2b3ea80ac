import type { StaffActor } from '@countersign/db/connect'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../../../db/tests/harness/story'
import { weekOfReport, weeksOfReports } from './queries.server'

let db: StoryDatabase
let staff: Record<'mara' | 'ewan' | 'tomas' | 'priya', StaffActor>
const today = localDateIn('Europe/Berlin', new Date())
const lastMonday = addDays(mondayOf(today), -7)
beforeAll(async () => {
  db = await storyDatabase('report weeks page')
  const [mara, ewan, tomas, priya] = await Promise.all([
    db.staff('mara'),
    db.staff('ewan'),
    db.staff('tomas'),
    db.staff('priya'),
  ])
  staff = { mara, ewan, tomas, priya }
})
afterAll(() => db.close())

const weeks = (who: keyof typeof staff) => db.console.read(staff[who], (tx) => weeksOfReports(tx, today))

describe('the weeks of those who report to a line manager', () => {
  test('are those of the last weeks, with hours, what is billable of them and working days without any', async () => {
    const own = await weeks('mara')
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ who }) => who))).toEqual(new Set([staff.tomas.name]))
    const [expected] = await db.admin<{ minutes: number; days: number }[]>`
      select sum(minutes)::integer as minutes, count(distinct worked_on)::integer as days from time_entries
      where staff_id = ${staff.tomas.staffId} and worked_on between ${lastMonday} and ${lastMonday}::date + 6
        and reverses is null and corrects is null`
    const last = own.find(({ weekOn }) => weekOn === lastMonday)!
    expect(last.minutes).toBe(expected!.minutes)
    expect(last.projects.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(expected!.minutes)
    for (const on of last.missing) expect(on >= lastMonday && on < addDays(lastMonday, 5)).toBe(true)
  })

  test('name leave as no missing day, and nothing as missing of who logs no time', async () => {
    await db.admin`delete from leaves where staff_id = ${staff.tomas.staffId}`
    await db.admin`delete from time_reviews`
    await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`delete from time_entries where staff_id = ${staff.tomas.staffId} and worked_on >= ${lastMonday}`
    })
    const missing = () =>
      db.console
        .read(staff.mara, (tx) => weekOfReport(tx, staff.tomas.staffId, lastMonday, today))
        .then((week) => week!.missing)
    const before = await missing()
    expect(before.length).toBeGreaterThan(0)
    await db.admin`
      insert into leaves (staff_id, kind, from_on, to_on, is_half_day, note, asked_at, verdict, decided_by, decided_at)
      values (${staff.tomas.staffId}, 'holiday', ${before[0]!}, ${before[0]!}, false, '', now(), 'approved',
        ${staff.mara.staffId}, now())`
    expect(await missing()).toEqual(before.slice(1))
    expect((await weeks('ewan')).filter(({ who }) => who === staff.priya.name)).toEqual([])
  })

  test('are nobody else’s: neither listed nor found', async () => {
    expect(await weeks('tomas')).toEqual([])
    const asked = db.console.read(staff.priya, (tx) =>
      weekOfReport(tx, staff.tomas.staffId, lastMonday, today),
    )
    expect(await asked).toBeNull()
  })
})
