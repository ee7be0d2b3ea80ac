import { connect } from '@countersign/db/connect'
import { certificates } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import type { PackEntry } from '@countersign/evidence/pack/manifest'
import { recordOutsideDecision } from '@countersign/operations/record-outside-decision'
import { whyNotWith } from '@countersign/seal/outside-tools.fixture'
import { eq, sql } from 'drizzle-orm'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterDecision } from '../src/jobs/after-decision'
import { checkpoint } from '../src/jobs/checkpoint'
import { packedStory, type PackedStory } from './packed-story'
import { partsOf, writeAltered } from './tampered-pack'
import { noPython, secondly, verified } from './verified'

const missing = whyNotWith('openssl')
let story: PackedStory
let decisionId: string
let whole: string
beforeAll(async () => {
  if (missing) return
  story = await packedStory()
  const { storage, db } = story.work
  const admin = connect(story.adminUrl)
  const [open] = await admin.asLogin((tx) =>
    tx.execute<{ id: string; project: string; grace: string }>(sql`
      select s.id, s.project_id as project, c.id as grace from submissions s
      join deliverables d on d.id = s.deliverable_id and d.name = 'Low-level design'
      join contacts c on c.email = 'grace.okafor@harbour.example'
      where s.version = 2`),
  )
  await admin.close()
  const kept = async (name: string) => {
    const content = Buffer.from(`%PDF-1.7\n% ${name}\n`)
    const put = await storage.put([content], { name, declaredType: 'application/pdf', maxBytes: 1000 })
    if (!put.ok) throw new Error(put.why)
    return { name, ...put }
  }
  const console_ = connect(story.urls.console)
  const mara = await story.member('mara')
  const now = new Date()
  const [document, completion] = [await kept('Acceptance.pdf'), await kept('Completion.pdf')]
  const recorded = await console_.write(mara, (tx) =>
    recordOutsideDecision(tx, {
      projectId: open!.project,
      submissionId: open!.id,
      outcome: 'accepted',
      signers: [open!.grace],
      completedAt: now,
      service: 'Signing Service Ltd',
      envelopeId: '7f1c-22',
      reason: 'The customer signs with its own service.',
      document,
      completion,
      by: mara,
      now,
    }),
  )
  await console_.close()
  if (!recorded.ok) throw new Error(recorded.why)
  decisionId = recorded.decisionId
  await afterDecision(story.work, { decisionId }, now)
  await checkpoint(story.work, now)
  whole = await story.pack({ code: 'HT-2601', as: await story.contact('grace') })
  expect(await db.asLogin((tx) => tx.select().from(certificates))).not.toHaveLength(0)
}, 180_000)
afterAll(() => story?.close())

const envelope = ({ path }: PackEntry) => path.startsWith('envelopes/')

describe.skipIf(missing !== null)('a decision made outside', () => {
  test('is mailed to both sides as what it is, with its certificate', async () => {
    const written = await story.work.db.asLogin((tx) =>
      tx
        .select({
          to: mails.toAddress,
          subject: mails.subject,
          text: mails.text,
          attachments: mails.attachments,
        })
        .from(mails)
        .where(sql`${mails.key} like ${`certificate of ${decisionId} %`}`),
    )
    expect(written.map(({ to }) => to)).toEqual(expect.arrayContaining([expect.stringContaining('mara')]))
    expect(written.length).toBeGreaterThanOrEqual(3)
    for (const { subject, text, attachments } of written) {
      expect(subject).toBe('Accepted outside, recorded: Low-level design, version 2')
      expect(text).toContain('It was not signed in Countersign')
      expect(attachments).toHaveLength(1)
    }
  })

  test('is in the pack with both files, and every verifier says that nobody verified them', async () => {
    const trust = ['--trust', story.root, '--trust', story.authorityRoot]
    const { exitCode, failed, findings } = await verified(whole, ...trust)
    expect({ exitCode, failed }).toEqual({ exitCode: 0, failed: [] })
    const codes = findings.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['envelope-is-the-recorded', 'envelope-unverified']))
    const { manifest } = await partsOf(whole)
    expect(manifest.entries.filter(envelope).map(({ path }) => path.replace(/^.*\//, ''))).toEqual([
      'document-Acceptance.pdf',
      'completion-Completion.pdf',
    ])
    if (!noPython) expect(secondly(whole)).toEqual({ exitCode: 0, failed: [] })
  })

  test('whose envelope was swapped or taken out is found, also under a list of contents drawn up anew', async () => {
    const altered = async (change: (parts: Map<string, Uint8Array>, path: string) => void) => {
      const pack = await partsOf(whole)
      change(pack.parts, pack.manifest.entries.find(envelope)!.path)
      const entries = pack.manifest.entries.filter(({ path }) => pack.parts.has(path))
      return writeAltered(
        join(story.home, 'altered.zip'),
        { parts: pack.parts, manifest: { ...pack.manifest, entries } },
        'careful',
      )
    }
    const swapped = await altered((parts, path) => void parts.set(path, Buffer.from('%PDF-1.7 another')))
    expect((await verified(swapped)).failed).toEqual(['envelope-not-in-pack'])
    if (!noPython) expect(secondly(swapped).failed).toEqual([expect.stringContaining('outside envelope')])
    const removed = await altered((parts, path) => void parts.delete(path))
    expect((await verified(removed)).failed).toEqual(['envelope-not-in-pack'])
    if (!noPython) expect(secondly(removed).failed).toEqual([expect.stringContaining('outside envelope')])
  })

  test('has its certificate once, however often the job runs', async () => {
    await afterDecision(story.work, { decisionId }, new Date())
    const made = await story.work.db.asLogin((tx) =>
      tx.select().from(certificates).where(eq(certificates.decisionId, decisionId)),
    )
    expect(made).toHaveLength(1)
  })
})
