import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import {
  calendarFeedSince,
  closeCalendarFeed,
  contactFeed,
  openCalendarFeed,
  staffFeed,
} from './calendar-feed'

let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let grace: ContactActor
beforeAll(async () => {
  db = await storyDatabase('calendar feed')
  ;[mara, tomas, grace] = await Promise.all([db.staff('mara'), db.staff('tomas'), db.contact('grace')])
})
afterAll(() => db.close())

const fetched = (token: string) => db.console.asLogin((tx) => staffFeed(tx, token))
const published = (token: string) => db.portal.asLogin((tx) => contactFeed(tx, token))
const opened = (who: StaffActor) => db.console.write(who, (tx) => openCalendarFeed(tx, 'staff'))

describe('the calendar feed of a member of staff', () => {
  test('holds the milestones of the projects that the person delivers, without a session', async () => {
    const feed = await fetched(await opened(mara))
    const own = await db.admin<{ code: string }[]>`
      select code from projects where manager_id = ${mara.staffId} order by code`
    expect([...new Set(feed!.milestones.map(({ code }) => code))]).toEqual(own.map(({ code }) => code))
    expect(await db.console.read(mara, (tx) => calendarFeedSince(tx, 'staff'))).toBeInstanceOf(Date)
  })

  test('is one: a new address ends the old, and ending it ends the new', async () => {
    const first = await opened(tomas)
    const second = await opened(tomas)
    expect(await fetched(first)).toBeNull()
    expect(await fetched(second)).not.toBeNull()
    await db.console.write(tomas, (tx) => closeCalendarFeed(tx, 'staff'))
    expect(await fetched(second)).toBeNull()
    expect(await db.console.read(tomas, (tx) => calendarFeedSince(tx, 'staff'))).toBeNull()
  })

  test('is nothing for a token that nobody gave out, for the other side’s, and for somebody without access', async () => {
    expect(await fetched('A'.repeat(43))).toBeNull()
    const token = await opened(tomas)
    expect(await published(token)).toBeNull()
    await db.admin`update staff set is_active = false where id = ${tomas.staffId}`
    expect(await fetched(token)).toBeNull()
    await db.admin`update staff set is_active = true where id = ${tomas.staffId}`
  })

  test('keeps the token nowhere', async () => {
    const token = await opened(mara)
    const kept = await db.admin`select f::text as row from calendar_feeds f`
    expect(JSON.stringify(kept)).not.toContain(token)
  })
})

describe('the calendar feed of a contact', () => {
  test('holds what was published and nothing that is only planned', async () => {
    const token = await db.portal.write(grace, (tx) => openCalendarFeed(tx, 'contact'))
    const before = await published(token)
    expect(before!.milestones.length).toBeGreaterThan(0)
    expect(new Set(before!.milestones.map(({ code }) => code))).toEqual(new Set(['HT-2601']))
    await db.admin`update tasks set name = 'Secret', finishes_local = '2031-01-01T17:00' where is_milestone`
    expect(await published(token)).toEqual(before)
  })

  test('is not read through the console’s login, nor the staff’s through the portal’s', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { cause?: { code?: string } }) => error.cause?.code,
      )
    expect(await code(db.console.asLogin((tx) => contactFeed(tx, 'x')))).toBe('42501')
    expect(await code(db.portal.asLogin((tx) => staffFeed(tx, 'x')))).toBe('42501')
  })
})
