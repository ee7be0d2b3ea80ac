import { certificates, decisions } from '@countersign/db/tables/delivery'
import { ledgerEntries, ledgerKeys } from '@countersign/db/tables/ledger'
import { mails } from '@countersign/db/tables/mails'
import { staff } from '@countersign/db/tables/people'
import { certificateSeals } from '@countersign/db/tables/seals'
import { connect, type Db } from '@countersign/db/connect'
import { certificatesInPem } from '@countersign/seal/certificates'
import { checkSeal } from '@countersign/seal/check-seal'
import { whyNotWith } from '@countersign/seal/outside-tools.fixture'
import { openTimestampService, type TimestampService } from '@countersign/seal/timestamp-service.fixture'
import { eq } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { afterDecision } from '../src/jobs/after-decision'
import { raiseSeals } from '../src/jobs/raise-seals'
import { warnOfExpiry } from '../src/jobs/warn-of-expiry'
import type { Work } from '../src/work'
import { deliveredProject, type DeliveredProject } from './delivered-project'

const missing = whyNotWith('openssl')
const now = new Date()
let project: DeliveredProject
let db: Db
let service: TimestampService | null
beforeEach(async (context) => {
  if (missing) context.skip(missing)
  project = await deliveredProject('sealing')
  db = connect(project.urls.worker)
  service = null
})
afterEach(async () => {
  await service?.close()
  await db?.close()
  await project?.close()
})

const rows = () => db.asLogin((tx) => tx.select().from(certificateSeals).orderBy(certificateSeals.level))
const roots = () => certificatesInPem(readFileSync(join(project.home, 'seal/development-root.pem'), 'utf8'))

function workWith(timestamps: TimestampService | null): Work {
  const settings = project.settings()
  const sealing = { ...settings.sealing, timestampAuthority: timestamps?.authority ?? null }
  return { db, storage: project.storage, settings: { ...settings, sealing }, delivery: { by: 'mailbox' } }
}

describe('the certificate of a decision', () => {
  test('is sealed with a timestamp; its key’s certificates and its place in the chain are kept', async () => {
    service = await openTimestampService(join(project.home, 'timestamps'))
    const decisionId = await project.decide('accepted')
    await afterDecision(workWith(service), { decisionId }, now)

    const [seal, ...more] = await rows()
    expect(more).toEqual([])
    expect(seal).toMatchObject({ level: 'B-T', sealedAt: now })
    const trust = { seals: roots(), timestamps: service.authority.trusted }
    const bytes = await project.storage.bytes(seal!.fileSha256)
    expect(checkSeal(bytes, trust)).toMatchObject({ ok: true, level: 'B-T' })
    const [key] = await db.asLogin((tx) => tx.select().from(ledgerKeys))
    expect(key).toMatchObject({ fingerprint: seal!.keyFingerprint, algorithm: 'ECDSA-P256-SHA256' })
    expect(key!.certificates).toHaveLength(2)
    const entries = await db.asLogin((tx) =>
      tx
        .select({ kind: ledgerEntries.kind })
        .from(ledgerEntries)
        .where(eq(ledgerEntries.kind, 'certificate')),
    )
    expect(entries).toHaveLength(1)
  })

  test('is issued one level lower where no authority answers, and raised once it does, as a file of its own', async () => {
    service = await openTimestampService(join(project.home, 'timestamps'))
    const { authority } = service
    await service.close()
    const decisionId = await project.decide('accepted')
    await afterDecision(workWith(service), { decisionId }, now)
    expect(await rows()).toMatchObject([{ level: 'B-B', timestampedAt: null }])
    expect(await raiseSeals(workWith(service), now)).toBe(0)

    service = await openTimestampService(join(project.home, 'timestamps again'))
    const work = workWith(service)
    const later = new Date(now.getTime() + 60_000)
    expect(await raiseSeals(work, later)).toBe(1)
    expect(await raiseSeals(work, later)).toBe(0)
    const [first, raised] = await rows()
    expect(raised).toMatchObject({ level: 'B-T', sealedAt: now, keyFingerprint: first!.keyFingerprint })
    const trust = { seals: roots(), timestamps: [...service.authority.trusted, ...authority.trusted] }
    const bytes = await project.storage.bytes(raised!.fileSha256)
    expect(checkSeal(bytes, trust)).toMatchObject({ ok: true, level: 'B-T', sealedAt: expect.any(Date) })

    // The file raised is a fact of its own; what was issued with its seal stands in the certificate's entry.
    const entered = await db.asLogin((tx) =>
      tx.select().from(ledgerEntries).where(eq(ledgerEntries.kind, 'raised-seal')),
    )
    expect(entered.map(({ entry }) => JSON.parse(entry) as unknown)).toMatchObject([
      {
        fact: { digest: raised!.fileSha256 },
        body: { certificateId: raised!.certificateId, level: 'B-T', number: 'CS1042-D1-V1' },
      },
    ])

    // The certificate itself is a fact and stays; who asks for its file gets the better one.
    const [certificate] = await db.asLogin((tx) => tx.select().from(certificates))
    expect(certificate!.fileSha256).toBe(first!.fileSha256)
  })

  test('is raised once by two workers at the same time', async () => {
    const decisionId = await project.decide('accepted')
    await afterDecision(workWith(null), { decisionId }, now)
    service = await openTimestampService(join(project.home, 'timestamps'))
    const work = workWith(service)
    await Promise.all([raiseSeals(work, now), raiseSeals(work, now)])
    expect((await rows()).map(({ level }) => level)).toEqual(['B-B', 'B-T'])
  })

  test('cannot be recorded again, changed or taken away, not even by the worker', async () => {
    const decisionId = await project.decide('accepted')
    await afterDecision(workWith(null), { decisionId }, now)
    await expect(
      db.asLogin((tx) => tx.update(certificateSeals).set({ level: 'B-T', timestampedAt: now })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(project.admin.asLogin((tx) => tx.delete(certificateSeals))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    expect(await db.asLogin((tx) => tx.select().from(decisions))).toHaveLength(1)
  })
})

describe('the sealing certificate’s end', () => {
  const endOf = () => new Date(project.settings().sealing.signer && lastDay())
  function lastDay(): Date {
    const pem = readFileSync(join(project.home, 'seal/development-certificates.pem'), 'utf8')
    return new Date(certificatesInPem(pem)[0]!.validTo)
  }
  const before = (days: number) => new Date(endOf().getTime() - days * 24 * 3600 * 1000)

  test('is told to the administrators from sixty days before, once for each warning', async () => {
    const work = workWith(null)
    await project.admin.asLogin((tx) =>
      tx.insert(staff).values({
        name: 'Otto Operator',
        email: 'otto@firm.example',
        role: 'administrator',
        jobRole: 'operations',
        locale: 'de',
        timeZone: 'Europe/Berlin',
      }),
    )
    const subjects = async () =>
      (await db.asLogin((tx) => tx.select().from(mails).orderBy(mails.writtenAt))).map(
        ({ toAddress, subject }) => `${toAddress}: ${subject}`,
      )
    await warnOfExpiry(work, before(61.5))
    expect(await subjects()).toEqual([])
    await warnOfExpiry(work, before(60))
    await warnOfExpiry(work, before(59))
    await warnOfExpiry(work, before(31))
    expect(await subjects()).toEqual(['otto@firm.example: Das Siegelzertifikat läuft in 60 Tagen ab'])
    await warnOfExpiry(work, before(30))
    await warnOfExpiry(work, before(0.5))
    expect((await subjects()).slice(1)).toEqual([
      'otto@firm.example: Das Siegelzertifikat läuft in 30 Tagen ab',
      'otto@firm.example: Das Siegelzertifikat läuft heute ab',
    ])
  })
})
