import { createHash, randomInt } from 'node:crypto'
import { contactCast, staffCast, type ContactName, type StaffName } from '@countersign/story/cast'
import postgres from 'postgres'
import { ask, encoded, fromOurPage, type Answer, type Asked, type Fields } from './ask'

export const portalCookie = '__Host-countersign-portal'
export const consoleCookie = '__Host-countersign-console'

export type Visitor = {
  name: string
  cookie: string | undefined
  get: (path: string, headers?: Asked['headers']) => Promise<Answer>
  post: (path: string, fields: Fields, headers?: Asked['headers']) => Promise<Answer>
  send: (path: string, form: { body: Uint8Array; type: string }) => Promise<Answer>
}

/** Somebody with a browser; a cookie that an answer sets is kept. */
export function visitorOf(origin: string, name = 'nobody', cookie?: string): Visitor {
  const visitor: Visitor = {
    name,
    cookie,
    get: (path, headers) => visit(path, { headers }),
    post: (path, fields, headers) =>
      visit(path, { method: 'POST', headers: { ...fromOurPage, ...headers }, body: encoded(fields) }),
    send: (path, { body, type }) =>
      visit(path, { method: 'POST', headers: { ...fromOurPage, 'content-type': type }, body }),
  }
  async function visit(path: string, asked: Asked) {
    const answer = await ask(origin, path, { ...asked, cookie: visitor.cookie })
    for (const set of answer.headers['set-cookie'] ?? []) visitor.cookie = set.split(';')[0]
    return answer
  }
  return visitor
}

type Running = { origins: { portal: string; console: string }; adminUrl: string }

/** A connection as the database's administrator, for looking behind the walls. */
export function administrator(adminUrl: string): postgres.Sql {
  return postgres(adminUrl, { max: 2, onnotice: () => undefined })
}

/**
 * Somebody of the cast, signed in. The session is opened as the doors open it, but not through them: they let sixty
 * in per quarter of an hour and address, and all walls together try more.
 */
export async function contactVisits(product: Running, sql: postgres.Sql, who: ContactName): Promise<Visitor> {
  const [contact] = await sql<{ id: string }[]>`
    select id from public.contacts where email = ${contactCast[who].email}`
  return visitorOf(product.origins.portal, who, `${portalCookie}=${await contactToken(sql, contact!.id)}`)
}

export async function staffVisits(product: Running, sql: postgres.Sql, who: StaffName): Promise<Visitor> {
  const [member] = await sql<
    { id: string }[]
  >`select id from public.staff where email = ${staffCast[who].email}`
  return visitorOf(product.origins.console, who, `${consoleCookie}=${await staffToken(sql, member!.id)}`)
}

export async function contactToken(sql: postgres.Sql, contactId: string): Promise<string> {
  const token = newToken()
  await sql`select app.insert_contact_session(${contactId}, ${hashOf(token)})`
  return token
}

export async function staffToken(sql: postgres.Sql, staffId: string): Promise<string> {
  const token = newToken()
  await sql`select app.insert_staff_session(${staffId}, ${hashOf(token)})`
  return token
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function newToken(): string {
  return Array.from({ length: 40 }, () => 'abcdefghijklmnopqrstuvwxyz234567'[randomInt(32)]).join('')
}
