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

  test('is refused for an address that is taken, however it is written', async () => {
    const taken = colleague(staffCast.mara.email.toUpperCase())
    expect(await nothingWritten(db, ines, (tx) => inviteStaff(tx, taken))).toEqual({
      ok: false,
      why: 'address-taken',
    })
  })
})
