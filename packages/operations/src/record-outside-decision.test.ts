import type { StaffActor, Tx } from '@countersign/db/connect'
import { correctionAgreements } from '@countersign/db/tables/outside-decisions'
import { portalDecisions, portalOutsideEnvelopes } from '@countersign/db/views/portal'
import { billingMilestoneStates, deliverableStates } from '@countersign/db/views/states'
import { valueOf } from '@countersign/evidence/evidence'
import schema from '@countersign/evidence/schema/decision-evidence-2.schema.json'
import { entryIsIn, verifyEvidence } from '@countersign/evidence/verify-evidence'
import { Ajv2020 } from 'ajv/dist/2020'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { chainIn } from '../../../db/tests/ledger/reading'
import { changeDecision } from './change-decision'
import { decideSubmission } from './decide-submission'
import { evidenceOfDecision } from './evidence-of-decision'
import { recordOutsideDecision } from './record-outside-decision'

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
const now = new Date()
let db: StoryDatabase
let mara: StaffActor
let projectId: string
let deliverableId: string
let design: string
let grace: string
let daniel: string
beforeAll(async () => {
  db = await storyDatabase('outside decision')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
  deliverableId = await db.idOf.deliverable('HT-2601', 'Low-level design')
  design = await db.idOf.submission('HT-2601', 'Low-level design', 2)
  grace = (await db.contact('grace')).contactId
  daniel = (await db.contact('daniel')).contactId
})
afterAll(() => db.close())

const pdf = (digit: string, name: string) => ({
  name,
  sha256: digit.repeat(64),
  size: 1200,
  mediaType: 'application/pdf',
})
type Decision = Parameters<typeof recordOutsideDecision>[1]
const records = (tx: Tx, more: Partial<Decision> = {}) =>
  recordOutsideDecision(tx, {
    projectId,
    submissionId: design,
    outcome: 'accepted',
    signers: [grace],
    completedAt: new Date(now.getTime() - 60_000),
    service: 'Signing Service Ltd',
    envelopeId: '7f1c-22',
    reason: 'The customer signs with its own service.',
    document: pdf('b', 'Acceptance.pdf'),
    completion: pdf('c', 'Completion.pdf'),
    by: mara,
    now,
    ...more,
  })
const tries = (more?: Partial<Decision>) => db.tried(mara, (tx) => records(tx, more))

describe('recording a decision made outside', () => {
  test.each<[string, () => Partial<Decision>]>([
    ['no-such-submission', () => ({ submissionId: crypto.randomUUID() })],
    ['nobody-signed', () => ({ signers: [] })],
    ['not-two-pdfs', () => ({ completion: pdf('b', 'Again.pdf') })],
    ['not-two-pdfs', () => ({ document: { ...pdf('b', 'a.png'), mediaType: 'image/png' } })],
    ['in-the-future', () => ({ completedAt: new Date(now.getTime() + 3_600_000) })],
    ['before-submission', () => ({ completedAt: new Date('2020-01-01T12:00:00Z') })],
    ['beyond-authority', () => ({ signers: [daniel] })],
    ['beyond-authority', () => ({ signers: [grace, daniel] })],
    ['beyond-authority', () => ({ signers: [crypto.randomUUID()] })],
  ])('is refused as %s', async (why, more) => {
    expect(await tries(more())).toEqual({ ok: false, why })
  })

  test('is refused on a version that is decided, and on one that a later took the place of', async () => {
    const survey = await db.idOf.submission('HT-2601', 'Site survey report')
    expect(await tries({ submissionId: survey })).toEqual({ ok: false, why: 'already-decided' })
    const first = await db.idOf.submission('HT-2601', 'Low-level design', 1)
    expect(await tries({ submissionId: first })).toEqual({ ok: false, why: 'superseded' })
  })

  test('is nobody’s but the manager’s of the project', async () => {
    const theirs = await db.idOf.submission('SL-2602', 'Fachkonzept')
    const lindau = await db.idOf.project('SL-2602')
    expect(await tries({ projectId: lindau, submissionId: theirs })).toEqual({
      ok: false,
      why: 'no-such-submission',
    })
    const priya = await db.staff('priya')
    await expect(db.tried(priya, (tx) => records(tx, { by: priya }))).rejects.toThrow()
  })

  test('asks for everybody whose signature the contract asks for', async () => {
    await db.admin`insert into signature_requirements (project_id, contact_id, position)
      values (${projectId}, ${grace}, 1), (${projectId}, ${daniel}, 2)`
    expect(await tries()).toEqual({ ok: false, why: 'others-sign' })
    await db.admin`delete from signature_requirements where project_id = ${projectId}`
  })

  test('leaves nothing written where it was refused', async () => {
    expect(await db.admin`select from files where sha256 in (${'b'.repeat(64)}, ${'c'.repeat(64)})`).toEqual(
      [],
    )
    expect(await db.admin`select from outside_envelopes`).toEqual([])
  })

  test('at once with a signature here is one decision', async () => {
    const signatory = await db.signatory('grace')
    const [row] = await db.admin<{ criteria: { id: string }[] }[]>`
      select criteria from submissions where id = ${design}`
    const results = row!.criteria.map(({ id }) => ({
      criterionId: id,
      result: 'met' as const,
      comment: '',
    }))
    const outcome = 'accepted' as const
    const signed = { submissionId: design, outcome, typedName: signatory.name, statement: 'I accept.' }
    const [outside, here] = await atOnce(
      db.admin,
      { db: db.console, as: mara, does: (tx) => records(tx) },
      {
        db: db.portal,
        as: signatory,
        does: (tx) => decideSubmission(tx, { ...signed, results, reservations: [], by: signatory, now }),
      },
    )
    expect(outside).toMatchObject({ ok: true })
    expect(here).toEqual({ ok: false, why: 'already-decided' })
  })
})

describe('a decision made outside', () => {
  const decisionId = async () =>
    (await db.admin<{ id: string }[]>`select id from decisions where submission_id = ${design}`)[0]!.id

  test('releases billing, is of its own kind, and is read by the customer as what it is', async () => {
    const read = await db.console.read(mara, async (tx) => ({
      state: (
        await tx.select().from(deliverableStates).where(eq(deliverableStates.deliverableId, deliverableId))
      )[0],
      milestone: (
        await tx
          .select()
          .from(billingMilestoneStates)
          .where(
            and(
              eq(billingMilestoneStates.projectId, projectId),
              eq(billingMilestoneStates.name, 'Design accepted'),
            ),
          )
      )[0],
    }))
    expect(read.state).toMatchObject({ state: 'accepted', decisionKind: 'outside' })
    expect(read.milestone).toMatchObject({ state: 'billable' })
    const contact = await db.contact('lena')
    const [decision] = await db.portal.read(contact, (tx) =>
      tx.select().from(portalDecisions).where(eq(portalDecisions.submissionId, design)),
    )
    expect(decision).toMatchObject({ kind: 'outside', decidedByName: null, typedName: '', statement: '' })
    const [envelope] = await db.portal.read(contact, (tx) => tx.select().from(portalOutsideEnvelopes))
    expect(envelope).toMatchObject({
      service: 'Signing Service Ltd',
      recordedByName: mara.name,
      documentName: 'Acceptance.pdf',
      completionSha256: 'c'.repeat(64),
      signers: [{ name: 'Grace Okafor', onBehalfOf: null }],
    })
    const stranger = await db.contact('katrin')
    expect(await db.portal.read(stranger, (tx) => tx.select().from(portalOutsideEnvelopes))).toEqual([])
  })

  test('stands in the ledger without a name in it, and its evidence fits the schema and the chain', async () => {
    const evidence = (await db.worker.asLogin(async (tx) =>
      evidenceOfDecision(tx, { decisionId: await decisionId(), provider: { name: 'Halden Systems GmbH' } }),
    ))!
    expect([validate(evidence), validate.errors]).toEqual([true, null])
    expect((await verifyEvidence(evidence)).filter(({ ok }) => !ok)).toEqual([])
    expect(entryIsIn(await chainIn(db.admin, projectId), evidence)).toBe(true)
    const { kind, signatories, outside, reason } = evidence.decision
    expect([kind, signatories]).toEqual(['outside', []])
    expect(outside!.files.map(({ is, name, size }) => [is, name, size])).toEqual([
      ['document', 'Acceptance.pdf', 1200],
      ['completion', 'Completion.pdf', 1200],
    ])
    expect(valueOf(outside!.signers[0]!.name)).toBe('Grace Okafor')
    expect(valueOf(outside!.signers[0]!.authority)).toMatchObject({ upToMinor: '25000000' })
    expect(valueOf(reason)).toBe('The customer signs with its own service.')
    for (const word of ['Grace', 'Signing Service', '7f1c-22', 'own service'])
      expect(evidence.ledger.entry).not.toContain(word)
  })

  test('is never changed, and can be withdrawn by the customer, who then decides here', async () => {
    const who = await db.signatory('grace')
    await db.tried(who, async (tx) => {
      const change = { submissionId: design, typedName: who.name, statement: 'I withdraw.', by: who, now }
      expect(
        await changeDecision(tx, {
          ...change,
          reason: 'It was about another version.',
          act: { kind: 'withdraws' },
        }),
      ).toMatchObject({ ok: true })
      return { ok: false as const, why: 'undone' }
    })
    await expect(db.admin`update outside_envelopes set service = 'x'`).rejects.toThrow('fact')
    await expect(db.admin`delete from outside_signers`).rejects.toThrow('fact')
    expect(await db.console.read(mara, (tx) => tx.select().from(correctionAgreements))).toEqual([])
  })
})
