import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { staffCast } from '@countersign/story/cast'
import { inviteStaff } from './invite-staff'

let db: StoryDatabase
let ines: StaffActor
beforeAll(async () => {
  db = await storyDatabase('invite staff')
  ines = await db.staff('ines')
})
afterAll(() => db.close())

const colleague = (email: string) => ({
  name: 'Noa Berg',
  email,
  role: 'team_member' as const,
  jobRole: 'developer',
  locale: 'en' as const,
  timeZone: 'Europe/Berlin',
})

describe('inviting a colleague', () => {
  test('adds somebody new', async () => {
    expect(await db.tried(ines, (tx) => inviteStaff(tx, colleague('Noa@halden.example')))).toMatchObject({
      ok: true,
    })
  })

  test('of a vendor’s person says whose it is', async () => {
    const [vendor] = await db.admin<{ id: string }[]>`select id from vendors limit 1`
    const person = { ...colleague('vik@kranwerk.example'), role: 'vendor' as const, vendorId: vendor!.id }
    expect(await db.tried(ines, (tx) => inviteStaff(tx, person))).toMatchObject({ ok: true })
    for (const vendorId of [null, '00000000-0000-4000-8000-000000000000'])
      expect(await nothingWritten(db, ines, (tx) => inviteStaff(tx, { ...person, vendorId }))).toEqual({
        ok: false,
        why: 'no-such-vendor',
      })
  })

  test('is refused for an address that is taken, however it is written', async () => {
    const taken = colleague(staffCast.mara.email.toUpperCase())
    expect(await nothingWritten(db, ines, (tx) => inviteStaff(tx, taken))).toEqual({
      ok: false,
      why: 'address-taken',
    })
  })
})
