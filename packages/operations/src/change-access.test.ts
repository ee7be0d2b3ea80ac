import { createContactGuard } from '@countersign/auth/contact-guard'
import { createStaffGuard } from '@countersign/auth/staff-guard'
import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { changeAccess } from './change-access'

let db: StoryDatabase
let ines: StaffActor
beforeAll(async () => {
  db = await storyDatabase('change access')
  ines = await db.staff('ines')
})
afterAll(() => db.close())

const changes = (kind: 'colleague' | 'contact', personId: string, isActive: boolean) =>
  db.console.write(ines, (tx) => changeAccess(tx, { kind, personId, isActive, by: ines }))
const asks = (app: string, token: string) =>
  new Request('http://localhost/', { headers: { Cookie: `__Host-countersign-${app}=${token}` } })

describe('ending somebody’s access', () => {
  test('signs a contact out at once, and giving it back opens no former session', async () => {
    const grace = await db.contact('grace')
    const isIn = () => createContactGuard(db.portal.sql).optionalContact(asks('portal', grace.token))
    expect(await isIn()).not.toBeNull()
    expect(await changes('contact', grace.contactId, false)).toEqual({ ok: true })
    expect(await isIn()).toBeNull()
    expect(await changes('contact', grace.contactId, true)).toEqual({ ok: true })
    expect(await isIn()).toBeNull()
    expect((await db.contact('grace')).contactId).toBe(grace.contactId)
  })

  test('signs a colleague out at once, and leaves everybody else in', async () => {
    const [tomas, aiko] = [await db.staff('tomas'), await db.staff('aiko')]
    const isIn = ({ token }: StaffActor) =>
      createStaffGuard(db.console.sql).optionalStaff(asks('console', token))
    expect(await changes('colleague', tomas.staffId, false)).toEqual({ ok: true })
    expect(await isIn(tomas)).toBeNull()
    expect(await isIn(aiko)).not.toBeNull()
  })

  test('is refused for oneself, and for nobody', async () => {
    expect(await changes('colleague', ines.staffId, false)).toEqual({ ok: false, why: 'yourself' })
    expect(await changes('contact', ines.staffId, false)).toEqual({ ok: false, why: 'no-such-person' })
  })
})
