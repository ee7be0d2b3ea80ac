import type { StaffActor, Tx } from '@countersign/db/connect'
import { projectContacts } from '@countersign/db/tables/participants'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactCast } from '@countersign/story/cast'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { inviteContact } from './invite-contact'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('invite contact')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const invitation = (changed: Partial<Parameters<typeof inviteContact>[1]> = {}) => ({
  projectId,
  name: 'Nia Brooks',
  email: 'Nia.Brooks@Harbour.example',
  jobTitle: 'Planner',
  role: 'viewer' as const,
  authority: null,
  ...changed,
})
const invites = (changed?: Parameters<typeof invitation>[0]) =>
  db.tried(mara, (tx) => inviteContact(tx, invitation(changed)))
const refusal = (changed: Parameters<typeof invitation>[0]) =>
  nothingWritten(db, mara, (tx) => inviteContact(tx, invitation(changed)))

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

  test('marks an end user, who tests for a group and does not sign', async () => {
    const tester = { role: 'tester' as const, endUserGroup: 'Control room, night shift' }
    const group = await db.tried(mara, async (tx) => {
      const invited = await inviteContact(tx, invitation(tester))
      const [row] = await tx
        .select({ role: projectContacts.role, endUserGroup: projectContacts.endUserGroup })
        .from(projectContacts)
        .where(eq(projectContacts.contactId, invited.ok ? invited.contactId : ''))
      return row
    })
    expect(group).toEqual(tester)
    const authority = { currency: 'EUR', upToMinor: 1n, fromOn: '2035-01-01', toOn: null, evidence: 'Letter' }
    expect(await refusal({ ...tester, role: 'signatory', authority })).toEqual({
      ok: false,
      why: 'end-user-cannot-sign',
    })
  })

  test('wants a signatory’s authority', async () => {
    expect(await refusal({ role: 'signatory' })).toEqual({ ok: false, why: 'authority-missing' })
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
    expect(await refusal({ ...again, authority })).toEqual({ ok: false, why: 'authority-recorded' })
    expect(await invites({ ...again, authority: { ...authority, fromOn: '2035-01-01' } })).toMatchObject({
      ok: true,
    })
  })

  test('records one authority from a day on when two are given at once', async () => {
    const authority = { currency: 'EUR', upToMinor: 1n, fromOn: '2035-01-01', toOn: null, evidence: 'Letter' }
    const part = {
      db: db.console,
      as: mara,
      does: (tx: Tx) => inviteContact(tx, invitation({ ...contactCast.grace, role: 'signatory', authority })),
    }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, why: 'authority-recorded' })
  })

  test('is refused for a person of another customer', async () => {
    expect(await refusal({ email: contactCast.katrin.email })).toEqual({
      ok: false,
      why: 'address-not-usable',
    })
  })

  test('is refused for a project that is not one’s own', async () => {
    expect(await refusal({ projectId: await db.idOf.project('SL-2602') })).toEqual({
      ok: false,
      why: 'no-such-project',
    })
  })
})
