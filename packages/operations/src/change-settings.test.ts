import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { changeContactSettings, changeStaffSettings } from './change-settings'

let db: StoryDatabase
let grace: ContactActor
let tomas: StaffActor
beforeAll(async () => {
  db = await storyDatabase('change settings')
  ;[grace, tomas] = [await db.contact('grace'), await db.staff('tomas')]
})
afterAll(() => db.close())

const lisbon = { locale: 'de', timeZone: 'Europe/Lisbon' } as const
const peopleWith = (settings: { timeZone: string }) => db.admin<{ name: string; locale: string }[]>`
  select name, locale from contacts where time_zone = ${settings.timeZone}
  union all select name, locale from staff where time_zone = ${settings.timeZone}`

describe('changing the own settings', () => {
  test('changes a contact’s own row and nobody else’s', async () => {
    expect(await db.portal.write(grace, (tx) => changeContactSettings(tx, lisbon))).toEqual({ ok: true })
    expect(await peopleWith(lisbon)).toEqual([{ name: grace.name, locale: 'de' }])
  })

  test('changes a team member’s own row and nobody else’s', async () => {
    const azores = { locale: 'en', timeZone: 'Atlantic/Azores' } as const
    expect(await db.console.write(tomas, (tx) => changeStaffSettings(tx, azores))).toEqual({ ok: true })
    expect(await peopleWith(azores)).toEqual([{ name: tomas.name, locale: 'en' }])
  })

  test('refuses a time zone that the database does not know', async () => {
    const nowhere = { locale: 'en', timeZone: 'Mars/Olympus' } as const
    const refusal = { ok: false, why: 'no-such-time-zone' }
    expect(await db.tried(grace, (tx) => changeContactSettings(tx, nowhere))).toEqual(refusal)
    expect(await db.tried(tomas, (tx) => changeStaffSettings(tx, nowhere))).toEqual(refusal)
  })

  test('is for somebody who is signed in, and no way to a language that nobody wrote', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { cause?: { code?: string } }) => error.cause?.code,
      )
    const forged = { ...grace, token: 'a'.repeat(40) }
    expect(await code(db.tried(forged, (tx) => changeContactSettings(tx, lisbon)))).toBe('42501')
    // The token of one's own, and another role.
    const pretender = { ...tomas, role: 'administrator' as const }
    expect(await code(db.tried(pretender, (tx) => changeStaffSettings(tx, lisbon)))).toBe('42501')
    expect(
      await code(
        db.tried(grace, (tx) => tx.execute(sql`select portal.change_own_settings('tlh', 'Europe/Berlin')`)),
      ),
    ).toBe('22023')
    expect(await code(db.tried(tomas, (tx) => tx.execute(sql`update public.staff set locale = 'de'`)))).toBe(
      '42501',
    )
  })
})
