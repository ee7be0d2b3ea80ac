import { createContactGuard } from '@countersign/auth/contact-guard'
import { newSignInLink } from '@countersign/auth/sign-in-link'
import { createStaffGuard } from '@countersign/auth/staff-guard'
import { connect, type Actor } from '@countersign/db/connect'
import { decisions } from '@countersign/db/tables/delivery'
import { ledgerCheckpoints } from '@countersign/db/tables/ledger'
import { contacts, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { readAccompanying } from '@countersign/evidence/page/build'
import { writePack } from '@countersign/evidence/pack/write-pack'
import { evidencePack } from '@countersign/operations/evidence-pack'
import { packSourceForContact, packSourceForStaff } from '@countersign/operations/pack-source'
import { openTimestampService } from '@countersign/seal/timestamp-service.fixture'
import { contactCast, staffCast, type ContactName, type StaffName } from '@countersign/story/cast'
import { seed } from '@countersign/story/seed'
import { openStorage } from '@countersign/storage/storage'
import { asc, eq } from 'drizzle-orm'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { freshDatabase } from '../../../db/tests/harness/database'
import { afterDecision } from '../src/jobs/after-decision'
import { checkpoint } from '../src/jobs/checkpoint'
import { keepCheckpoint } from '../src/jobs/keep-checkpoint'
import { readSettings } from '../src/settings'
import type { Work } from '../src/work'

/**
 * The demo's story with its files, every decision certified, and checkpoints taken of the ledger, so that packs can be
 * made of it. Timestamps are those of a local authority.
 */
export async function packedStory() {
  const database = await freshDatabase('packed')
  const home = mkdtempSync(join(tmpdir(), 'countersign-packed-'))
  const env = { DATABASE_URL: database.urls.worker, COUNTERSIGN_HOME: home, COUNTERSIGN_DEMO: '1' }
  await seed({ admin: database.adminUrl, ...database.urls }, { now: new Date(), storage: env })
  const service = await openTimestampService(join(home, 'timestamps'))
  const settings = readSettings(env)
  const db = connect(database.urls.worker, { max: 2 })
  const sealing = { ...settings.sealing, timestampAuthority: service.authority }
  const work: Work = {
    db,
    storage: openStorage(env),
    settings: { ...settings, sealing },
    delivery: { by: 'mailbox' },
  }
  const now = () => new Date()
  const taken = await db.asLogin((tx) =>
    tx.select({ decisionId: decisions.id }).from(decisions).orderBy(asc(decisions.decidedAt)),
  )
  await checkpoint(work, now())
  for (const each of taken) await afterDecision(work, each, now())
  await checkpoint(work, now())
  const numbers = await db.asLogin((tx) =>
    tx.select({ number: ledgerCheckpoints.number }).from(ledgerCheckpoints),
  )
  for (const each of numbers) await keepCheckpoint(work, each, now())

  const accompanying = await readAccompanying()
  const portal = connect(database.urls.portal, { max: 2 })
  const console_ = connect(database.urls.console, { max: 2 })

  async function projectId(code: string): Promise<string> {
    const [row] = await db.asLogin((tx) =>
      tx.select({ id: projects.id }).from(projects).where(eq(projects.code, code)),
    )
    return row!.id
  }

  async function visitBy(side: 'contact' | 'staff', email: string) {
    const people = side === 'contact' ? contacts : staff
    const [person] = await db.asLogin((tx) =>
      tx.select({ id: people.id }).from(people).where(eq(people.email, email)),
    )
    const expiresAt = new Date(Date.now() + 3_600_000)
    return newSignInLink(db.sql, { side, personId: person!.id, purpose: 'sign-in', expiresAt })
  }

  async function contact(who: ContactName) {
    const guard = createContactGuard(portal.sql)
    const token = await visitBy('contact', contactCast[who].email)
    return guard.requireContact(visit(await guard.signInContactByLink({ token, request: visit() })))
  }

  async function member(who: StaffName) {
    const guard = createStaffGuard(console_.sql)
    const token = await visitBy('staff', staffCast[who].email)
    return guard.requireStaff(visit(await guard.signInStaffByLink({ token, request: visit() })))
  }

  type Wanted = { code: string; decisionId?: string; as: Actor; withFiles?: boolean }
  /** Writes a pack as that person would get it, and gives its path. */
  async function pack({ code, decisionId, as, withFiles = true }: Wanted): Promise<string> {
    const asked = { projectId: await projectId(code), ...(decisionId ? { decisionId } : {}) }
    const source =
      as.side === 'contact'
        ? await portal.read(as, (tx) => packSourceForContact(tx, asked))
        : await console_.read(as, (tx) =>
            packSourceForStaff(tx, { ...asked, withPersons: as.role === 'project_manager' }),
          )
    if (!source) throw new Error(`there is nothing to pack of ${code}`)
    const scope = decisionId ? ('decision' as const) : ('project' as const)
    const { storage } = work
    const { head, files, name } = await evidencePack({ source, scope, storage, accompanying, withFiles })
    const path = join(home, `${as.side}-${name}`)
    const stream = Readable.fromWeb(writePack(head, files) as NodeStream)
    await pipeline(stream, createWriteStream(path))
    return path
  }

  return {
    home,
    work,
    urls: database.urls,
    adminUrl: database.adminUrl,
    pack,
    contact,
    member,
    decisionIds: taken.map(({ decisionId }) => decisionId),
    root: join(home, 'seal/development-root.pem'),
    authorityRoot: service.rootFile,
    async close() {
      await Promise.all([portal.close(), console_.close(), db.close(), service.close()])
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function visit(signedIn?: { ok: true; headers: Headers } | { ok: false; why: string }): Request {
  if (signedIn && !signedIn.ok) throw new Error(`the link was refused: ${signedIn.why}`)
  const cookie = signedIn?.headers.get('Set-Cookie')?.split(';')[0]
  return new Request('http://localhost/', { headers: cookie ? { Cookie: cookie } : {} })
}

export type PackedStory = Awaited<ReturnType<typeof packedStory>>
