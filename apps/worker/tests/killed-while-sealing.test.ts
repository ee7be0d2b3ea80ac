import { certificates } from '@countersign/db/tables/delivery'
import { ledgerEntries } from '@countersign/db/tables/ledger'
import { mails } from '@countersign/db/tables/mails'
import { certificateSeals } from '@countersign/db/tables/seals'
import { certificatesInPem } from '@countersign/seal/certificates'
import { checkSeal } from '@countersign/seal/check-seal'
import { serve } from '@countersign/seal/timestamp-service.fixture'
import { eq, sql, type SQL } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'
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

let project: DeliveredProject
let decisionId: string
beforeEach(async () => {
  project = await deliveredProject('killed while sealing')
})
afterEach(() => project.close())

async function holdAt(step: SQL) {
  await project.admin.asLogin(async (tx) => {
    // Of the jobs only the one that makes certificates.
    await tx.execute(sql`create function public.hold() returns trigger
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if tg_op = 'DELETE' then
          if exists (select from graphile_worker._private_tasks t
            where t.id = old.task_id and t.identifier = 'after-decision') then perform pg_sleep(600); end if;
          return old;
        end if;
        perform pg_sleep(600);
        return new;
      end $$`)
    await tx.execute(sql`create trigger hold ${step} execute function public.hold()`)
  })
}

const isHeld = () =>
  project.admin.asLogin(async (tx) => {
    const held = await tx.execute(sql`select pid from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`)
    return held.length > 0
  })

/** As when a server notices that its client is gone: what was not committed is undone. */
async function letGo() {
  await project.admin.asLogin(async (tx) => {
    await tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`)
  })
  await project.admin.asLogin((tx) => tx.execute(sql`drop function public.hold() cascade`))
}

async function finishedByAnother() {
  const second = runWorker(project.env, await freePort())
  await until(
    'the job’s end',
    async () => {
      const left = await project.admin.asLogin((tx) =>
        tx.execute(
          sql`select 1 from graphile_worker.jobs where task_identifier in ('after-decision', 'mail')`,
        ),
      )
      return left.length === 0
    },
    45_000,
  )
  second.kill('SIGTERM')
  expect(await second.ended).toBe(0)
}

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
      await holdAt(step)
      decisionId = await project.decide('accepted')
      const first = runWorker(project.env, await freePort())
      await until('the worker being held', isHeld, 45_000)
      first.kill('SIGKILL')
      await first.ended
      await letGo()
      await finishedByAnother()
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
    await finishedByAnother()
    await expectOneOfEach()
  }, 120_000)
})
