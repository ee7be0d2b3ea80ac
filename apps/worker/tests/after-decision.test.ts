import { certificates } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect, type Db } from '@countersign/db/connect'
import { afterDecision } from '../src/jobs/after-decision'
import type { Work } from '../src/work'
import { decidedAt, deliveredProject, type DeliveredProject } from './delivered-project'

const now = new Date()
let project: DeliveredProject
let db: Db
let work: Work
beforeEach(async () => {
  project = await deliveredProject('after decision')
  db = connect(project.urls.worker)
  work = { db, storage: project.storage, settings: project.settings(), delivery: { by: 'mailbox' } }
})
afterEach(async () => {
  await db.close()
  await project.close()
})

const allMails = () => db.asLogin((tx) => tx.select().from(mails).orderBy(mails.toAddress))

describe('after an acceptance', () => {
  test('there is one certificate, however often the job runs, and one mail to each who gets it', async () => {
    const decisionId = await project.decide('accepted')
    await afterDecision(work, { decisionId }, now)
    await Promise.all([afterDecision(work, { decisionId }, now), afterDecision(work, { decisionId }, now)])

    const [certificate, ...more] = await db.asLogin((tx) => tx.select().from(certificates))
    expect(more).toEqual([])
    expect(certificate).toMatchObject({ decisionId, number: 'CS1042-D1-V1', issuedAt: decidedAt })
    const bytes = await project.storage.bytes(certificate!.fileSha256)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(certificate!.fileSha256)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')

    const written = await allMails()
    expect(written.map((mail) => mail.toAddress)).toEqual([
      'ada@harbour.example',
      'ben@harbour.example',
      'mia@firm.example',
    ])
    for (const mail of written)
      expect(mail.attachments).toEqual([
        { name: 'CS1042-D1-V1.pdf', sha256: certificate!.fileSha256, mediaType: 'application/pdf' },
      ])
    const jobs = await project.admin.asLogin((tx) =>
      tx.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'mail'`),
    )
    expect(jobs).toHaveLength(3)
  })

  test('two first runs at once give one certificate', async () => {
    const decisionId = await project.decide('accepted')
    await Promise.all([afterDecision(work, { decisionId }, now), afterDecision(work, { decisionId }, now)])
    expect(await db.asLogin((tx) => tx.select().from(certificates))).toHaveLength(1)
    expect(await allMails()).toHaveLength(3)
  })
})

describe('after a rejection', () => {
  test('the project manager reads in German which criterion is not met and why, and there is no certificate', async () => {
    const decisionId = await project.decide('rejected')
    await afterDecision(work, { decisionId }, now)
    await afterDecision(work, { decisionId }, now)

    const written = await allMails()
    expect(written.map((mail) => mail.toAddress)).toEqual(['mia@firm.example'])
    expect(written[0]).toMatchObject({ subject: 'Abgelehnt: Test report, Version 1' })
    expect(written[0]!.text).toContain('Kriterium 1: It is complete\nChapter 2 is missing')
    expect(written[0]!.html).toContain('Harbour &lt;b&gt;gate&lt;/b&gt; &amp; crane')
    expect(await db.asLogin((tx) => tx.select().from(certificates))).toEqual([])
  })
})
