import type { ContactActor, StaffActor, Tx } from '@countersign/db/connect'
import { signatureRequirements } from '@countersign/db/tables/decision-parts'
import { portalDecisions, portalPunchItems, portalSubmissions } from '@countersign/db/views/portal'
import { billingMilestoneStates, deliverableStates } from '@countersign/db/views/states'
import type { Criterion, CriterionResult, Reservation } from '@countersign/domain/acceptance'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { changeDecision } from './change-decision'
import { decideSubmission } from './decide-submission'
import { delegateSigning, revokeDelegation } from './delegate-signing'
import { issueInvoice } from './issue-invoice'
import { answerTimeRequest, requestTime } from './more-time'
import { closePunchItem, reportPunchItem } from './punch-items'

const now = new Date()
const today = localDateIn('Europe/London', now)
let db: StoryDatabase
let mara: StaffActor
let priya: StaffActor
let grace: ContactActor
let daniel: ContactActor
let projectId: string
let deliverableId: string
let design: string
let criteria: Criterion[]
beforeAll(async () => {
  db = await storyDatabase('decision parts')
  mara = await db.staff('mara')
  priya = await db.staff('priya')
  grace = await db.signatory('grace')
  daniel = await db.signatory('daniel')
  projectId = await db.idOf.project('HT-2601')
  deliverableId = await db.idOf.deliverable('HT-2601', 'Low-level design')
  await db.admin`update contracts set reservation_basis_points = 8000 where project_id = ${projectId}`
  // What was submitted froze the terms as they were: as if they had been these.
  await db.admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update submissions set terms = terms || '{"reservationBasisPoints": 8000}' where deliverable_id = ${deliverableId}`
  })
  design = await db.idOf.submission('HT-2601', 'Low-level design', 2)
  const [row] = await db.portal.read(grace, (tx) =>
    tx.select().from(portalSubmissions).where(eq(portalSubmissions.id, design)),
  )
  criteria = row!.criteria as Criterion[]
})
afterAll(() => db.close())

const results = (result: CriterionResult['result'] = 'met', comment = '') =>
  criteria.map(({ id }, at): CriterionResult => ({
    criterionId: id,
    result: at === 1 ? result : 'met',
    comment: at === 1 ? comment : '',
  }))
const left = (more: Partial<Reservation> = {}): Reservation => ({
  text: 'Chapter 6 lacks the drawing of the ring.',
  criterionId: null,
  ownerSide: 'provider',
  ownerName: 'Mara',
  dueOn: addDays(today, 14),
  ...more,
})
const decides = (
  tx: Tx,
  by: ContactActor,
  more: Partial<Omit<Parameters<typeof decideSubmission>[1], 'by'>> = {},
) =>
  decideSubmission(tx, {
    submissionId: design,
    outcome: 'accepted',
    typedName: by.name,
    statement: 'I decide.',
    results: results(),
    reservations: [],
    now,
    ...more,
    by,
  })
const reserves = (tx: Tx, by = grace) =>
  decides(tx, by, {
    outcome: 'accepted-with-reservations',
    results: results('met-with-reservation'),
    reservations: [left(), left({ text: 'Appendix C is missing.' })],
  })
const milestone = async (tx: Tx) =>
  (
    await tx
      .select()
      .from(billingMilestoneStates)
      .where(
        and(
          eq(billingMilestoneStates.projectId, projectId),
          eq(billingMilestoneStates.name, 'Design accepted'),
        ),
      )
  )[0]!
const items = (tx: Tx) =>
  tx
    .select()
    .from(portalPunchItems)
    .where(eq(portalPunchItems.submissionId, design))
    .orderBy(asc(portalPunchItems.position))

describe('accepting with reservations', () => {
  test('releases the contract’s share at once and the rest with the last closed item, billed one after the other', async () => {
    const copy = db
    expect(await copy.portal.write(grace, (tx) => reserves(tx))).toMatchObject({ ok: true })
    const before = await copy.console.read(priya, milestone)
    expect(before).toMatchObject({ state: 'billable', releasedMinor: 7_680_000n, billedMinor: 0n })
    const bill = () =>
      copy.console.write(priya, (tx) =>
        issueInvoice(tx, { billingMilestoneIds: [before.billingMilestoneId], issuedOn: today, by: priya }),
      )
    expect(await bill()).toMatchObject({ ok: true })
    expect(await bill()).toEqual({ ok: false, why: 'already-invoiced' })
    expect(await copy.console.read(priya, milestone)).toMatchObject({
      state: 'invoiced',
      billedMinor: 7_680_000n,
    })

    const [first, second] = await copy.portal.read(grace, items)
    const report = { projectId, punchItemId: first!.id, note: 'Drawn.', by: mara, now }
    expect(await copy.console.write(mara, (tx) => reportPunchItem(tx, report))).toEqual({ ok: true })
    const closes = (punchItemId: string) =>
      copy.portal.write(grace, (tx) => closePunchItem(tx, { punchItemId, note: '' }))
    expect(await closes(first!.id)).toMatchObject({ ok: true })
    expect(await closes(first!.id)).toEqual({ ok: false, why: 'already-closed' })
    expect(await copy.console.write(mara, (tx) => reportPunchItem(tx, report))).toEqual({
      ok: false,
      why: 'already-closed',
    })
    expect(await copy.console.read(priya, milestone)).toMatchObject({ releasedMinor: 7_680_000n })
    expect(await closes(second!.id)).toMatchObject({ ok: true })
    expect(await copy.console.read(priya, milestone)).toMatchObject({
      state: 'billable',
      releasedMinor: 9_600_000n,
      billedMinor: 7_680_000n,
    })
    expect(await bill()).toMatchObject({ ok: true })
    expect(await copy.console.read(priya, milestone)).toMatchObject({
      state: 'invoiced',
      billedMinor: 9_600_000n,
    })
  })

  test('cannot be changed any more once it is billed', async () => {
    const change = {
      submissionId: design,
      typedName: grace.name,
      statement: 'I withdraw.',
      reason: 'Wrong.',
      by: grace,
      now,
    }
    const refusal = await db.portal.write(grace, (tx) =>
      changeDecision(tx, { ...change, act: { kind: 'withdraws' } }),
    )
    expect(refusal).toEqual({ ok: false, why: 'already-billed' })
  })
})

describe('on another project', () => {
  let katrin: ContactActor
  let concept: string
  let conceptCriteria: Criterion[]
  let lindau: string
  beforeAll(async () => {
    katrin = await db.signatory('katrin')
    lindau = await db.idOf.project('SL-2602')
    concept = await db.idOf.submission('SL-2602', 'Fachkonzept')
    const [row] = await db.portal.read(katrin, (tx) =>
      tx.select().from(portalSubmissions).where(eq(portalSubmissions.id, concept)),
    )
    conceptCriteria = row!.criteria as Criterion[]
  })
  const changes = (tx: Tx, act: Parameters<typeof changeDecision>[1]['act'], reason = 'Ein Irrtum.') =>
    changeDecision(tx, {
      submissionId: concept,
      typedName: katrin.name,
      statement: 'Ich ändere meine Entscheidung.',
      reason,
      act,
      by: katrin,
      now,
    })
  const state = async (tx: Tx) => {
    const [row] = await tx
      .select()
      .from(deliverableStates)
      .where(and(eq(deliverableStates.projectId, lindau), eq(deliverableStates.submissionId, concept)))
    return row!.state
  }

  test('a withdrawn decision stays and holds no longer; the version is open again and can be decided anew', async () => {
    const jonas = await db.staff('jonas')
    expect(await db.portal.write(katrin, (tx) => changes(tx, { kind: 'withdraws' }, ' '))).toEqual({
      ok: false,
      why: 'reason-missing',
    })
    expect(await db.portal.write(katrin, (tx) => changes(tx, { kind: 'withdraws' }))).toMatchObject({
      ok: true,
    })
    expect(await db.console.read(jonas, state)).toBe('submitted')
    const held = await db.portal.read(katrin, (tx) =>
      tx.select().from(portalDecisions).where(eq(portalDecisions.submissionId, concept)),
    )
    expect(held.map(({ act, isInForce }) => [act, isInForce]).sort()).toEqual([
      ['decides', false],
      ['withdraws', false],
    ])
    const again = await db.portal.write(katrin, (tx) =>
      decideSubmission(tx, {
        submissionId: concept,
        outcome: 'accepted',
        typedName: katrin.name,
        statement: 'Ich nehme ab.',
        results: conceptCriteria.map(({ id }) => ({ criterionId: id, result: 'met', comment: '' })),
        reservations: [],
        by: katrin,
        now,
      }),
    )
    expect(again).toMatchObject({ ok: true })
    expect(await db.console.read(jonas, state)).toBe('accepted')
  })

  test('a corrected decision is another one that refers to it', async () => {
    const jonas = await db.staff('jonas')
    const unmet = conceptCriteria.map(({ id }, at): CriterionResult => ({
      criterionId: id,
      result: at === 0 ? 'not-met' : 'met',
      comment: at === 0 ? 'Der Abschlag fehlt.' : '',
    }))
    const corrected = await db.portal.write(katrin, (tx) =>
      changes(tx, { kind: 'corrects', outcome: 'rejected', results: unmet, reservations: [] }),
    )
    expect(corrected).toMatchObject({ ok: true })
    expect(await db.console.read(jonas, state)).toBe('rejected')
  })
})

describe('where several have to sign', () => {
  let submissionId: string
  beforeAll(async () => {
    // The next version of a rejected design: nothing of the ones above holds it.
    const [row] = await db.admin<{ id: string }[]>`
      with put as (select * from submissions where id = ${design})
      insert into submissions (project_id, deliverable_id, version, submitted_by, criteria, criteria_version, releases,
        value_minor, currency, digest, terms)
      select put.project_id, d.id, 1, put.submitted_by, v.criteria, v.number, '[]', 0, 'EUR', put.digest,
        '{"signingOrder": "sequence", "reservationBasisPoints": 5000}'
      from put, deliverables d join criteria_versions v on v.deliverable_id = d.id
      where d.project_id = put.project_id and d.name = 'Migrated core network' returning id`
    submissionId = row!.id
    const [seen] = await db.portal.read(grace, (tx) =>
      tx.select().from(portalSubmissions).where(eq(portalSubmissions.id, submissionId)),
    )
    criteria = seen!.criteria as Criterion[]
    await db.console.write(mara, (tx) =>
      tx.insert(signatureRequirements).values([
        { projectId, deliverableId: seen!.deliverableId, contactId: grace.contactId, position: 1 },
        { projectId, deliverableId: seen!.deliverableId, contactId: daniel.contactId, position: 2 },
      ]),
    )
  })

  test('each signs in the contract’s order, and the last one makes the decision', async () => {
    const signs = (by: ContactActor) =>
      db.portal.write(by, (tx) => decides(tx, by, { submissionId, results: results() }))
    expect(await signs(daniel)).toEqual({ ok: false, why: 'not-your-turn' })
    expect(await signs(grace)).toMatchObject({ ok: true, decisionId: null })
    expect(await signs(grace)).toEqual({ ok: false, why: 'already-signed' })
    const last = await signs(daniel)
    expect(last).toMatchObject({ ok: true })
    expect(last.ok && last.decisionId).not.toBeNull()
  })

  test('a withdrawn decision lets all of them sign the same version again, and counts no earlier signature', async () => {
    const withdrawal = {
      submissionId,
      typedName: grace.name,
      statement: 'I withdraw.',
      reason: 'Too early.',
      now,
    }
    expect(
      await db.portal.write(grace, (tx) =>
        changeDecision(tx, { ...withdrawal, act: { kind: 'withdraws' }, by: grace }),
      ),
    ).toMatchObject({ ok: true })
    const signs = (by: ContactActor) =>
      db.portal.write(by, (tx) => decides(tx, by, { submissionId, results: results() }))
    expect(await signs(daniel)).toEqual({ ok: false, why: 'not-your-turn' })
    expect(await signs(grace)).toMatchObject({ ok: true, decisionId: null })
    expect(await signs(grace)).toEqual({ ok: false, why: 'already-signed' })
    const last = await signs(daniel)
    expect(last.ok && last.decisionId).not.toBeNull()
    if (!last.ok) return expect.unreachable()
    const [entry] = await db.admin<{ signatories: { position: number; contactId: string }[] }[]>`
      select entry::jsonb #> '{body,signatories}' as signatories from ledger_entries
      where fact_id = ${last.decisionId} and kind = 'decision'`
    expect(entry!.signatories.map(({ contactId }) => contactId)).toEqual([grace.contactId, daniel.contactId])
  })
})

describe('delegating', () => {
  test('lets a colleague sign in the own authority until a day, and no longer once it is taken back', async () => {
    const lena = await db.contact('lena')
    const delegation = {
      projectId,
      colleagueId: lena.contactId,
      fromOn: today,
      toOn: addDays(today, 7),
      reason: 'Leave',
      today,
    }
    const delegates = (more: Partial<typeof delegation> = {}) =>
      db.portal.write(grace, (tx) => delegateSigning(tx, { ...delegation, ...more }))
    expect(await delegates({ toOn: addDays(today, -1) })).toEqual({ ok: false, why: 'ends-before-it-begins' })
    const katrin = await db.contact('katrin')
    expect(await delegates({ colleagueId: katrin.contactId })).toEqual({
      ok: false,
      why: 'no-such-colleague',
    })
    expect(await delegates()).toEqual({ ok: true })
    const [row] = await db.admin<{ id: string; holder: string; authority: { delegatedBy: string } }[]>`
      select a.holder, a.authority, a.delegation as id from app.authority_to_sign(${lena.contactId}, ${projectId},
        'acceptance', 'EUR', 9600000, ${today}::date) a`
    expect(row).toMatchObject({ holder: grace.contactId, authority: { delegatedBy: grace.contactId } })
    await db.portal.write(grace, (tx) => revokeDelegation(tx, { delegationId: row!.id, by: grace }))
    expect(
      await db.admin`select from app.authority_to_sign(${lena.contactId}, ${projectId}, 'acceptance', 'EUR', 0, ${today}::date)`,
    ).toHaveLength(0)
  })
})

describe('asking for more time', () => {
  test('is answered once by the manager', async () => {
    const [open] = await db.admin<{ id: string }[]>`
      insert into submissions (project_id, deliverable_id, version, submitted_by, criteria, releases, value_minor, currency, digest)
      select project_id, id, 9, ${mara.staffId}, '[]', '[]', 0, 'EUR', ${'a'.repeat(64)} from deliverables
      where project_id = ${projectId} and kind = 'charter' returning id`
    const asks = (until: string, reason = 'Our auditor is on leave.') =>
      db.portal.write(grace, (tx) => requestTime(tx, { submissionId: open!.id, until, reason, now }))
    expect(await asks(today)).toEqual({ ok: false, why: 'not-a-day-to-come' })
    expect(await asks(addDays(today, 5), ' ')).toEqual({ ok: false, why: 'reason-missing' })
    expect(await asks(addDays(today, 5))).toEqual({ ok: true })
    const [request] = await db.admin<{ id: string }[]>`select id from time_requests`
    const answer = { projectId, timeRequestId: request!.id, isGranted: true, text: 'Yes.', by: mara, now }
    const answers = () => db.console.write(mara, (tx) => answerTimeRequest(tx, answer))
    expect(await answers()).toEqual({ ok: true })
    expect(await answers()).toEqual({ ok: false, why: 'already-answered' })
  })
})
