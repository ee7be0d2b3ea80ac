import { createContactGuard } from '@countersign/auth/contact-guard'
import { newSignInLink } from '@countersign/auth/sign-in-link'
import { createStaffGuard } from '@countersign/auth/staff-guard'
import {
  castPassword,
  contactCast,
  staffCast,
  type ContactName,
  type StaffName,
} from '@countersign/story/cast'
import { seed } from '@countersign/story/seed'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import { inject } from 'vitest'
import { connect, type Actor, type ContactActor, type Db, type StaffActor, type Tx } from '../../src/connect'
import { freshDatabase } from './database'

const STORY = 'countersign_story'

export type StoryDatabase = Awaited<ReturnType<typeof storyDatabase>>

/** A database of the caller's own in which the demo's story was told, with everybody's pools. */
export async function storyDatabase(name: string) {
  await tellStoryOnce()
  const copy = await freshDatabase(name, STORY)
  const admin = postgres(copy.adminUrl, { max: 4, onnotice: () => {} })
  const portal = connect(copy.urls.portal, { max: 8 })
  const console_ = connect(copy.urls.console, { max: 10 })
  const worker = connect(copy.urls.worker, { max: 2 })
  const dbOf = (actor: Actor): Db => (actor.side === 'contact' ? portal : console_)

  async function link(side: 'contact' | 'staff', email: string) {
    const [person] = await (side === 'contact'
      ? admin<{ id: string }[]>`select id from contacts where email = ${email}`
      : admin<{ id: string }[]>`select id from staff where email = ${email}`)
    const expiresAt = new Date(Date.now() + 60 * 60 * 1000)
    return newSignInLink(worker.sql, { side, personId: person!.id, purpose: 'sign-in', expiresAt })
  }

  return {
    adminUrl: copy.adminUrl,
    urls: copy.urls,
    admin,
    portal,
    console: console_,
    worker,

    /** A member of the cast, or of staff with that address, signed in through the console's guard. */
    async staff(who: StaffName | (string & {})): Promise<StaffActor> {
      const guard = createStaffGuard(console_.sql)
      const token = await link('staff', who in staffCast ? staffCast[who as StaffName].email : who)
      return guard.requireStaff(visit(await guard.signInStaffByLink({ token, request: visit() })))
    },

    /** A contact of the cast, or one with that address, signed in through the portal's guard. */
    async contact(who: ContactName | (string & {})): Promise<ContactActor> {
      const guard = createContactGuard(portal.sql)
      const email = who in contactCast ? contactCast[who as ContactName].email : who
      const token = await link('contact', email)
      return guard.requireContact(visit(await guard.signInContactByLink({ token, request: visit() })))
    },

    /** A contact who has just proved the password again, as before a signature. */
    async signatory(who: ContactName): Promise<ContactActor> {
      const steppedUp = await createContactGuard(portal.sql).stepUpContact(
        await this.contact(who),
        castPassword,
      )
      if (!steppedUp.ok) throw new Error(`the password was refused: ${steppedUp.why}`)
      return steppedUp.actor
    },

    /** Ids of what the story made, by the names that it gave. */
    idOf: {
      project: (code: string) => id(admin`select id from projects where code = ${code}`),
      person: (email: string) =>
        id(
          admin`select id from staff where email = ${email} union select id from contacts where email = ${email}`,
        ),
      task: (code: string, name: string) =>
        id(
          admin`select t.id from tasks t join projects p on p.id = t.project_id where code = ${code} and t.name = ${name}`,
        ),
      deliverable: (code: string, name: string) =>
        id(admin`
          select d.id from deliverables d join projects p on p.id = d.project_id
          where p.code = ${code} and d.name = ${name}`),
      milestone: (code: string, name: string) =>
        id(admin`
          select m.id from billing_milestones m join projects p on p.id = m.project_id
          where p.code = ${code} and m.name = ${name}`),
      submission: (code: string, name: string, version = 1) =>
        id(admin`
          select s.id from submissions s join deliverables d on d.id = s.deliverable_id
          join projects p on p.id = s.project_id
          where p.code = ${code} and d.name = ${name} and s.version = ${version}`),
      invoice: (code: string, milestone: string) =>
        id(admin`
          select l.invoice_id as id from invoice_lines l join projects p on p.id = l.project_id
          where p.code = ${code} and l.description = ${milestone}`),
    },

    /** What `work` comes to as that person, everything checked that a commit would check, and nothing kept. */
    async tried<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
      let outcome: { value: T } | null = null
      const undo = new Error('undo')
      await dbOf(actor)
        .write(actor, async (tx) => {
          outcome = { value: await work(tx) }
          await tx.execute(statement`set constraints all immediate`)
          throw undo
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error
        })
      return outcome!.value
    },

    async close() {
      await Promise.all([admin.end({ timeout: 5 }), portal.close(), console_.close(), worker.close()])
      await copy.drop()
    },
  }
}

async function id(found: postgres.PendingQuery<postgres.Row[]>): Promise<string> {
  const rows = await found
  if (rows.length !== 1) throw new Error(`the story has ${rows.length} of these`)
  return (rows[0] as { id: string }).id
}

/** Whoever comes first tells the story into a template; the others wait for it and copy it. */
async function tellStoryOnce() {
  const { adminUrl } = inject('cluster')
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const files = mkdtempSync(join(tmpdir(), 'countersign-story-'))
  try {
    await sql`select pg_advisory_lock(hashtext(${STORY}))`
    const told = await sql`select from pg_database where datname = ${STORY}`
    if (told.length > 0) return
    const fresh = await freshDatabase('story')
    await seed(
      { admin: fresh.adminUrl, ...fresh.urls },
      { now: new Date(), storage: { COUNTERSIGN_HOME: files } },
    )
    const database = new URL(fresh.adminUrl).pathname.slice(1)
    await sql`alter database ${sql(database)} with is_template true allow_connections false`
    await sql`alter database ${sql(database)} rename to ${sql(STORY)}`
  } finally {
    await sql.end()
    rmSync(files, { recursive: true, force: true })
  }
}

function visit(signedIn?: { ok: true; headers: Headers } | { ok: false; why: string }): Request {
  if (signedIn && !signedIn.ok) throw new Error(`the link was refused: ${signedIn.why}`)
  const cookie = signedIn?.headers.get('Set-Cookie')?.split(';')[0]
  return new Request('http://localhost/', { headers: cookie ? { Cookie: cookie } : {} })
}
