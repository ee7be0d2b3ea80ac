import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, signInDatabase } from './people'

let db: Awaited<ReturnType<typeof signInDatabase>>
beforeAll(async () => void (db = await signInDatabase('who asks')))
afterAll(() => db.close())

async function contactId(token: string): Promise<string | null> {
  const [row] = await db.portal.begin(async (tx) => {
    await tx`select set_config('app.session_token', ${token}, true)`
    return tx<{ id: string | null }[]>`select app.contact_id() as id`
  })
  return row!.id
}

async function staffId(token: string, role: string): Promise<string | null> {
  const [row] = await db.console.begin(async (tx) => {
    await tx`select set_config('app.session_token', ${token}, true), set_config('role', ${role}, true)`
    return tx<{ id: string | null }[]>`select app.staff_id() as id`
  })
  return row!.id
}

describe('who asks, by the database', () => {
  test('is the contact whose token it is', async () => {
    const token = await openSession(db.admin, 'contact', db.ada)
    expect(await contactId(token)).toBe(db.ada)
  })

  test('is nobody for a missing, an empty, a forged token, and for a hash taken as a token', async () => {
    const token = await openSession(db.admin, 'contact', db.ada)
    const [stolen] = await db.admin<{ hash: string }[]>`
      select encode(token_hash, 'hex') as hash from contact_sessions where contact_id = ${db.ada} limit 1`
    expect(await db.portal`select app.contact_id() as id`).toEqual([{ id: null }])
    for (const forged of [
      '',
      'x',
      `${token}x`,
      token.toUpperCase(),
      stolen!.hash,
      `\\x${stolen!.hash}`,
      "' or true --",
    ])
      expect(await contactId(forged)).toBeNull()
  })

  test('is nobody after the transaction that said who', async () => {
    expect(await contactId(await openSession(db.admin, 'contact', db.ada))).toBe(db.ada)
    const rows = await Promise.all([1, 2, 3, 4].map(() => db.portal`select app.contact_id() as id`))
    expect(rows.flat()).toEqual([1, 2, 3, 4].map(() => ({ id: null })))
  })

  test('is nobody when the session has ended, by idling or by its absolute end', async () => {
    const token = await openSession(db.admin, 'contact', db.ben)
    expect(await contactId(token)).toBe(db.ben)
    await db.admin`update contact_sessions set expires_at = now() - interval '1 second' where contact_id = ${db.ben}`
    expect(await contactId(token)).toBeNull()
    await expect(
      db.admin`update contact_sessions set expires_at = now() + interval '40 days' where contact_id = ${db.ben}`,
    ).rejects.toMatchObject({ constraint_name: 'contact_sessions_end' })
  })

  test('is nobody who was made inactive, at once', async () => {
    const token = await openSession(db.admin, 'contact', db.ben)
    await db.admin`update contacts set is_active = false where id = ${db.ben}`
    expect(await contactId(token)).toBeNull()
    await db.admin`update contacts set is_active = true where id = ${db.ben}`
  })

  test('is a member of staff only in the own role', async () => {
    const token = await openSession(db.admin, 'staff', db.mia)
    expect(await staffId(token, 'project_manager')).toBe(db.mia)
    expect(await staffId(token, 'finance')).toBeNull()
    expect(await staffId('forged', 'project_manager')).toBeNull()
  })

  test('is never a contact by a token of staff, nor the other way round', async () => {
    expect(await contactId(await openSession(db.admin, 'staff', db.mia))).toBeNull()
    expect(await staffId(await openSession(db.admin, 'contact', db.ada), 'project_manager')).toBeNull()
  })
})
