import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactCast, staffCast } from '@countersign/story/cast'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { inviteContact } from './invite-contact'
import { inviteStaff } from './invite-staff'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('invite contact')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const invites = (changed: Partial<Parameters<typeof inviteContact>[1]> = {}) =>
  db.tried(mara, (tx) =>
    inviteContact(tx, {
      projectId,
      name: 'Nia Brooks',
      email: 'Nia.Brooks@Harbour.example',
      jobTitle: 'Planner',
      role: 'viewer',
      authority: null,
      ...changed,
    }),
  )

async function firstDayOfGrace(): Promise<string> {
  const [row] = await db.admin<{ on: string }[]>`
    select from_on::text as on from signing_authorities a join contacts c on c.id = a.contact_id
    where c.email = ${contactCast.grace.email}`
  return row!.on
}

describe('inviting a contact', () => {
  test('lets a new person follow the project, or a known one of the same customer in another role', async () => {
    expect(await invites()).toMatchObject({ ok: true })
    const lena = await invites({
      ...contactCast.lena,
      email: 'LENA.HART@harbour.example',
      role: 'contributor',
    })
    expect(lena).toEqual({ ok: true, contactId: await db.idOf.person(contactCast.lena.email) })
  })

  test('wants a signatory’s authority', async () => {
    expect(await invites({ role: 'signatory' })).toEqual({ ok: false, why: 'authority-missing' })
  })

  test('never overwrites an authority that signatures were given under', async () => {
    const authority = {
      currency: 'EUR',
      upToMinor: 1n,
      fromOn: await firstDayOfGrace(),
      toOn: null,
      evidence: 'Letter',
    }
    const again = { ...contactCast.grace, role: 'signatory' as const }
    expect(await invites({ ...again, authority })).toEqual({ ok: false, why: 'authority-recorded' })
    expect(await invites({ ...again, authority: { ...authority, fromOn: '2035-01-01' } })).toMatchObject({
      ok: true,
    })
  })

  test('is refused for a person of another customer', async () => {
    expect(await invites({ email: contactCast.katrin.email })).toEqual({
      ok: false,
      why: 'address-not-usable',
    })
  })

  test('is refused for a project that is not one’s own', async () => {
    expect(await invites({ projectId: await db.idOf.project('SL-2602') })).toEqual({
      ok: false,
      why: 'no-such-project',
    })
  })
})

describe('inviting a colleague', () => {
  test('is refused for an address that is taken, however it is written', async () => {
    const ines = await db.staff('ines')
    const colleague = {
      name: 'Noa Berg',
      role: 'team_member' as const,
      jobRole: 'developer',
      locale: 'en' as const,
      timeZone: 'Europe/Berlin',
    }
    await db.tried(ines, async (tx) => {
      expect(await inviteStaff(tx, { ...colleague, email: 'noa@halden.example' })).toMatchObject({ ok: true })
      expect(await inviteStaff(tx, { ...colleague, email: staffCast.mara.email.toUpperCase() })).toEqual({
        ok: false,
        why: 'address-taken',
      })
    })
  })
})
