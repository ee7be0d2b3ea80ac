import { connect } from '@countersign/db/connect'
import { certificates, decisions } from '@countersign/db/tables/delivery'
import { ledgerEntries } from '@countersign/db/tables/ledger'
import { mails } from '@countersign/db/tables/mails'
import { certificateSeals } from '@countersign/db/tables/seals'
import { isNull, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runAcceptanceClocks } from '../src/jobs/run-acceptance-clocks'
import { deliveredProject, type DeliveredProject } from './delivered-project'
import { finishedByAnother, holdAt, killedWhereHeld } from './held-worker'

// From the clock's reading that the period is over to the mails that say so.
const steps = {
  'while the decision is recorded': sql`before insert on public.decisions for each row`,
  'while its certificate is asked for': sql`before insert on graphile_worker._private_jobs for each row
    when (new.key like 'decision %')`,
  'while its chain entry is made, at the commit': sql`before insert on public.ledger_entries for each row
    when (new.kind = 'decision')`,
  'after the commit, while the clock’s job is put away': sql`before delete on graphile_worker._private_jobs for each row`,
  'while the certificate is recorded': sql`before insert on public.certificates for each row`,
  'while the certificate’s chain entry is made': sql`before insert on public.ledger_entries for each row
    when (new.kind = 'certificate')`,
  'while its mails are written': sql`before insert on public.mails for each row
    when (new.key like 'certificate of %')`,
}

let project: DeliveredProject
/** A version whose period is over since March: reminded and warned of in time. */
beforeEach(async () => {
  project = await deliveredProject('killed while deeming', {
    acceptanceDays: 10,
    acceptanceFirstDay: 'next-business-day',
    deemedClause: '§ 7 (3): silence for ten business days is acceptance.',
    reminderDays: [],
    warningDays: 2,
    warrantyMonths: 0,
  })
  const db = connect(project.urls.worker)
  const work = {
    db,
    storage: project.storage,
    settings: project.settings(),
    delivery: { by: 'mailbox' as const },
  }
  const warnedAt = new Date('2026-03-20T06:00:00Z')
  await runAcceptanceClocks(work, warnedAt)
  await db.asLogin((tx) =>
    tx.update(mails).set({ sentAt: warnedAt, sentBy: 'smtp', receipt: '250 ok' }).where(isNull(mails.sentAt)),
  )
  await db.close()
})
afterEach(() => project.close())

async function expectOneOfEach() {
  const found = await project.admin.asLogin(async (tx) => ({
    decisions: await tx.select().from(decisions),
    certificates: await tx.select().from(certificates),
    seals: await tx.select().from(certificateSeals),
    entries: await tx.select({ kind: ledgerEntries.kind }).from(ledgerEntries),
    mails: await tx
      .select({ to: mails.toAddress })
      .from(mails)
      .where(sql`${mails.key} like 'certificate of %'`),
  }))
  for (const one of [found.decisions, found.certificates, found.seals]) expect(one).toHaveLength(1)
  expect(found.decisions[0]).toMatchObject({ kind: 'deemed', outcome: 'accepted' })
  const kinds = found.entries.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'decision')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'certificate')).toHaveLength(1)
  expect(found.mails.map(({ to }) => to).sort()).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
    'mia@firm.example',
  ])
}

describe('a worker killed leaves one deemed acceptance, one certificate, one chain entry each and each mail once:', () => {
  test.each(Object.entries(steps))(
    '%s',
    async (_, step) => {
      await holdAt(project, step)
      await project.admin.asLogin((tx) =>
        tx.execute(sql`select graphile_worker.add_job('run-acceptance-clocks', '{}')`),
      )
      await killedWhereHeld(project)
      // What the clock would run again within a quarter of an hour.
      await project.admin.asLogin((tx) =>
        tx.execute(sql`select graphile_worker.add_job('run-acceptance-clocks', '{}')`),
      )
      const jobs = ['run-acceptance-clocks', 'after-decision', 'mail']
      expect(await finishedByAnother(project, jobs)).toBe(0)
      await expectOneOfEach()
    },
    120_000,
  )
})
