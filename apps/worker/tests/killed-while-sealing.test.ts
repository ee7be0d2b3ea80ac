import { certificates } from '@countersign/db/tables/delivery'
import { ledgerEntries } from '@countersign/db/tables/ledger'
import { mails } from '@countersign/db/tables/mails'
import { certificateSeals } from '@countersign/db/tables/seals'
import { certificatesInPem } from '@countersign/seal/certificates'
import { checkSeal } from '@countersign/seal/check-seal'
import { serve } from '@countersign/seal/timestamp-service.fixture'
import { eq, sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'
import { finishedByAnother, holdAt, killedWhereHeld } from './held-worker'
import { freePort, runWorker } from './run-worker'

// Where the worker is held until it is killed: it waits for the database there, as it would for a slow one.
const steps = {
  'while its file, already stored, is entered': sql`before insert on public.files for each row
    when (new.media_type = 'application/pdf')`,
  'while the certificate is recorded': sql`before insert on public.certificates for each row`,
  'while its seal is recorded': sql`before insert on public.certificate_seals for each row`,
  'while its mails are written': sql`before insert on public.mails for each row
    when (new.key like 'certificate of %')`,
  'while its chain entry is made, at the commit': sql`before insert on public.ledger_entries for each row
    when (new.kind = 'certificate')`,
  'after the commit, while the job is put away': sql`before delete on graphile_worker._private_jobs for each row`,
}

const jobs = ['after-decision', 'mail']
let project: DeliveredProject
let decisionId: string
beforeEach(async () => {
  project = await deliveredProject('killed while sealing')
})
afterEach(() => project.close())

async function expectOneOfEach() {
  const found = await project.admin.asLogin(async (tx) => ({
    certificates: await tx.select().from(certificates),
    seals: await tx.select().from(certificateSeals),
    entries: await tx.select().from(ledgerEntries).where(eq(ledgerEntries.kind, 'certificate')),
    decisions: await tx.select().from(ledgerEntries).where(eq(ledgerEntries.kind, 'decision')),
    mails: await tx
      .select({ to: mails.toAddress, attachments: mails.attachments })
      .from(mails)
      .where(sql`${mails.key} like ${`certificate of ${decisionId} %`}`),
  }))
  for (const one of [found.certificates, found.seals, found.entries, found.decisions])
    expect(one).toHaveLength(1)
  const [certificate] = found.certificates
  expect(found.seals[0]).toMatchObject({
    certificateId: certificate!.id,
    fileSha256: certificate!.fileSha256,
  })
  expect(found.mails.map(({ to }) => to).sort()).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
    'mia@firm.example',
  ])
  for (const { attachments } of found.mails)
    expect(attachments).toMatchObject([{ sha256: certificate!.fileSha256 }])
  const seals = certificatesInPem(readFileSync(join(project.home, 'seal/development-root.pem'), 'utf8'))
  const bytes = await project.storage.bytes(certificate!.fileSha256)
  expect(checkSeal(bytes, { seals, timestamps: [] })).toMatchObject({ ok: true, level: 'B-B' })
}

describe('a worker killed leaves one certificate, one seal, one chain entry and each mail once:', () => {
  test.each(Object.entries(steps))(
    '%s',
    async (_, step) => {
      await holdAt(project, step)
      decisionId = await project.decide('accepted')
      await killedWhereHeld(project)
      expect(await finishedByAnother(project, jobs)).toBe(0)
      await expectOneOfEach()
    },
    120_000,
  )

  test('while it waits for the timestamp, after the signature', async () => {
    let asked = false
    const silent = await serve(() => {
      asked = true
    })
    decisionId = await project.decide('accepted')
    const file = join(project.home, 'seal/development-root.pem')
    project.settings()
    const env = { ...project.env, TIMESTAMP_URL: silent.url, TIMESTAMP_CERTIFICATES_FILE: file }
    const first = runWorker(env, await freePort())
    await until('the authority being asked', async () => asked, 45_000)
    first.kill('SIGKILL')
    await first.ended
    await silent.close()
    expect(await finishedByAnother(project, jobs)).toBe(0)
    await expectOneOfEach()
  }, 120_000)
})
