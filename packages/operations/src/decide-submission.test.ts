import { submissions } from '@countersign/db/tables/delivery'
import type { ContactActor } from '@countersign/db/connect'
import { localDateIn } from '@countersign/domain/calendar-day'
import type { CriterionResult } from '@countersign/domain/acceptance'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { decideSubmission } from './decide-submission'
import { decisionEvidence } from './decision-evidence'
import { inviteContact } from './invite-contact'

let db: StoryDatabase
let grace: ContactActor
let daniel: ContactActor
let design: string
let met: CriterionResult[]
beforeAll(async () => {
  db = await storyDatabase('decide submission')
  grace = await db.signatory('grace')
  daniel = await db.signatory('daniel')
  design = await db.idOf.submission('HT-2601', 'Low-level design', 2)
  const [row] = await db.admin<
    { criteria: { id: string }[] }[]
  >`select criteria from submissions where id = ${design}`
  met = row!.criteria.map(({ id }) => ({ criterionId: id, result: 'met', comment: '' }))
})
afterAll(() => db.close())

const now = new Date()
const decides = (
  by: ContactActor,
  changed: Partial<Omit<Parameters<typeof decideSubmission>[1], 'by'>> = {},
) => ({
  submissionId: design,
  outcome: 'accepted' as const,
  typedName: by.name,
  statement: 'I accept version 2.',
  results: met,
  reservations: [],
  now,
  ...changed,
  by,
})
const tries = (by: ContactActor, changed?: Parameters<typeof decides>[1]) =>
  db.tried(by, (tx) => decideSubmission(tx, decides(by, changed)))
const unmet = (comment: string) =>
  met.map((each, i) => (i === 1 ? { ...each, result: 'not-met' as const, comment } : each))

describe('deciding a submission', () => {
  test('accepts it, or rejects it with a reason', async () => {
    expect(await tries(grace)).toMatchObject({ ok: true })
    expect(
      await tries(grace, { outcome: 'rejected', results: unmet('Step 4 has no way back.') }),
    ).toMatchObject({
      ok: true,
    })
  })

  test('is refused for a submission of another customer as for one that is not there', async () => {
    const theirs = await db.idOf.submission('SL-2602', 'Fachkonzept')
    for (const submissionId of [theirs, '00000000-0000-4000-8000-000000000000'])
      expect(await tries(grace, { submissionId })).toEqual({ ok: false, why: 'no-such-submission' })
  })

  test('is refused a second time', async () => {
    const survey = await db.idOf.submission('HT-2601', 'Site survey report')
    expect(await tries(grace, { submissionId: survey })).toEqual({ ok: false, why: 'already-decided' })
  })

  test('is refused beyond the authority, and to whoever has none', async () => {
    expect(await tries(daniel)).toEqual({ ok: false, why: 'beyond-authority' })
    const beforeIt = new Date('2020-01-01T12:00:00Z')
    expect(await tries(grace, { now: beforeIt })).toEqual({ ok: false, why: 'no-authority' })
  })

  test('is refused to a viewer', async () => {
    const lena = await db.contact('lena')
    expect(await tries(lena)).toEqual({ ok: false, why: 'not-a-signatory' })
  })

  test.each([
    ['name-differs', { typedName: 'Grace O’Kafor' }],
    ['accepts-what-is-not-met', { results: () => unmet('No.') }],
    ['rejects-without-unmet-criterion', { outcome: 'rejected' as const }],
    ['unmet-without-reason', { outcome: 'rejected' as const, results: () => unmet('  ') }],
    ['criterion-without-result', { results: () => met.slice(1) }],
    ['criterion-without-result', { results: () => [...met, met[0]!] }],
    [
      'criterion-without-result',
      { results: () => [...met.slice(1), { ...met[0]!, criterionId: crypto.randomUUID() }] },
    ],
  ])(
    'is refused as %s',
    async (why, { results, ...changed }: { results?: () => CriterionResult[] } & object) => {
      expect(await tries(grace, { ...changed, ...(results && { results: results() }) })).toEqual({
        ok: false,
        why,
      })
    },
  )

  test('leaves nothing written where it was refused', async () => {
    const rows = await db.admin`select from decisions where submission_id = ${design}`
    expect(rows).toEqual([])
  })

  test('by two signatories at once is one decision, bound to this version', async () => {
    const mara = await db.staff('mara')
    const projectId = await db.idOf.project('HT-2601')
    await db.console.write(mara, (tx) =>
      inviteContact(tx, {
        projectId,
        name: daniel.name,
        email: daniel.email,
        jobTitle: '',
        role: 'signatory',
        authority: {
          currency: 'EUR',
          upToMinor: 25_000_000n,
          fromOn: localDateIn('Europe/Berlin', now),
          toOn: null,
          evidence: 'Letter of today',
        },
      }),
    )
    const [first, second] = await atOnce(
      db.admin,
      { db: db.portal, as: grace, does: (tx) => decideSubmission(tx, decides(grace)) },
      {
        db: db.portal,
        as: daniel,
        does: (tx) =>
          decideSubmission(tx, decides(daniel, { outcome: 'rejected', results: unmet('Not yet.') })),
      },
    )
    expect(second).toEqual({ ok: false, why: 'already-decided' })
    if (!first.ok) return expect.unreachable()

    const evidence = await db.worker.asLogin((tx) => decisionEvidence(tx, first.decisionId!))
    const [submission] = await db.worker.asLogin((tx) =>
      tx.select().from(submissions).where(eq(submissions.id, design)),
    )
    expect(evidence?.submissionDigest).toBe(submission!.digest)
    expect(evidence?.evidence.decision).toMatchObject({
      decidedBy: grace.contactId,
      submissionDigest: submission!.digest,
      authority: { upToMinor: '25000000', currency: 'EUR' },
    })
    const jobs =
      await db.admin`select from graphile_worker._private_jobs where key = ${`decision ${first.decisionId}`}`
    expect(jobs).toHaveLength(1)
  })
})
