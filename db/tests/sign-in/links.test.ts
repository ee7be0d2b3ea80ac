import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, sha256, signInDatabase } from './people'

let db: Awaited<ReturnType<typeof signInDatabase>>
beforeAll(async () => void (db = await signInDatabase('links')))
afterAll(() => db.close())

async function newLink(
  purpose: 'invitation' | 'sign-in',
  side = 'contact',
  person = db.ada,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.worker`
    select app.record_sign_in_link(${side}, ${person}, ${purpose}, ${sha256(token)}, now() + interval '1 hour')`
  return token
}

const use = async (link: string) => {
  const [row] = await db.portal<{ outcome: string }[]>`
    select app.open_contact_session_by_link(${link}, ${randomBytes(32)}) as outcome`
  return row!.outcome
}

const invite = async (link: string, proof = randomBytes(32)) => {
  const [row] = await db.portal<{ outcome: string }[]>`
    select app.accept_contact_invitation(
      ${link}, ${randomBytes(16)}, 65536, 3, ${sha256(proof)}, ${randomBytes(32)}) as outcome`
  return row!.outcome
}

describe('a link from a mail', () => {
  test('says who it is for and uses nothing up by saying so', async () => {
    const link = await newLink('sign-in')
    const shown = () => db.portal`select purpose, name, locale from app.contact_link(${link})`
    expect(await shown()).toEqual([{ purpose: 'sign-in', name: 'Ada Harbour', locale: 'en' }])
    expect(await shown()).toHaveLength(1)
    expect(await use(link)).toBe('opened')
    expect(await shown()).toEqual([])
  })

  test('opens one session when eight use it at once', async () => {
    const link = await newLink('sign-in', 'contact', db.ben)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => use(link)))
    expect(outcomes.sort()).toEqual(['opened', ...Array.from({ length: 7 }, () => 'used')])
    expect(await db.admin`select from contact_sessions where contact_id = ${db.ben}`).toHaveLength(1)
  })

  test('is worth nothing after its time, for an inactive person, on the other side and for the other purpose', async () => {
    const late = await newLink('sign-in')
    await db.admin`update sign_in_links set expires_at = now() where token_hash = ${sha256(late)}`
    expect(await use(late)).toBe('used')

    const early = await newLink('sign-in')
    await db.admin`update contacts set is_active = false where id = ${db.ada}`
    expect(await use(early)).toBe('used')
    await db.admin`update contacts set is_active = true where id = ${db.ada}`
    expect(await use(early)).toBe('opened')

    expect(await use(await newLink('sign-in', 'staff', db.mia))).toBe('used')
    expect(await use(await newLink('invitation'))).toBe('used')
    expect(await invite(await newLink('sign-in'))).toBe('used')
  })

  test('that invites sets a password, ends the former sessions and the other invitations', async () => {
    const session = await openSession(db.admin, 'contact', db.ada)
    const [first, second] = [await newLink('invitation'), await newLink('invitation')]
    const proof = randomBytes(32)
    expect(await invite(second, proof)).toBe('opened')
    expect(await invite(first)).toBe('used')
    expect(await db.portal`select * from app.contact_session(${session})`).toEqual([])
    expect(
      await db.portal`select app.open_contact_session('Ada@Harbour.example ', ${proof}, ${randomBytes(32)}) as outcome`,
    ).toEqual([{ outcome: 'opened' }])
  })

  test('is refused a weak password cost by the table', async () => {
    await expect(
      db.portal`select app.accept_contact_invitation(
        ${await newLink('invitation')}, ${randomBytes(16)}, 1024, 1, ${randomBytes(32)}, ${randomBytes(32)})`,
    ).rejects.toMatchObject({ constraint_name: 'contact_credentials_cost' })
  })

  test('is made for active people only, and for at most 30 days', async () => {
    const make = (person: string, days: number) =>
      db.worker`select app.record_sign_in_link(
        'contact', ${person}, 'sign-in', ${randomBytes(32)}, now() + make_interval(days => ${days}::int))`
    await expect(make(db.mia, 1)).rejects.toMatchObject({ code: 'P0002' })
    await expect(make(db.ada, 31)).rejects.toMatchObject({ code: '23514' })
    await expect(make(db.ada, -1)).rejects.toMatchObject({ code: '23514' })
  })
})
