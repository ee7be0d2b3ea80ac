import type { ContactActor, StaffActor, Tx } from '@countersign/db/connect'
import { portalCriteria } from '@countersign/db/views/portal'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { confirmCriteria } from './confirm-criteria'
import { defineDeliverable } from './define-deliverable'
import { proposeCriteria } from './propose-criteria'

const statement = 'I agree to these criteria.'
const now = new Date('2026-05-04T10:00:00Z')
let db: StoryDatabase
let mara: StaffActor
let grace: ContactActor
let lena: ContactActor
let projectId: string
let report: string
beforeAll(async () => {
  db = await storyDatabase('confirm criteria')
  mara = await db.staff('mara')
  grace = await db.contact('grace')
  lena = await db.contact('lena')
  projectId = await db.idOf.project('HT-2601')
  report = await db.idOf.deliverable('HT-2601', 'Acceptance test report')
})
afterAll(() => db.close())

const waiting = (tx: Tx, deliverableId = report) =>
  tx
    .select()
    .from(portalCriteria)
    .where(and(eq(portalCriteria.projectId, projectId), eq(portalCriteria.deliverableId, deliverableId)))
    .then(([version]) => version!)
const redefine = (tx: Tx, statement: string) =>
  defineDeliverable(tx, {
    projectId,
    deliverableId: report,
    name: 'Acceptance test report',
    description: '',
    dueTaskUid: null,
    criteria: [{ statement, howChecked: '', evidenceWanted: 'Export', weight: 2 }],
  })

describe('confirming the criteria of a deliverable', () => {
  test('is a fact with who, when and the words, once', async () => {
    await db.tried(grace, async (tx) => {
      const { id } = await waiting(tx)
      expect(await confirmCriteria(tx, { criteriaVersionId: id, statement })).toEqual({ ok: true, projectId })
      expect(await waiting(tx)).toMatchObject({ confirmedByName: grace.name, statement, number: 1 })
      expect(await confirmCriteria(tx, { criteriaVersionId: id, statement })).toEqual({
        ok: false,
        why: 'already-confirmed',
      })
    })
  })

  test('is a signatory’s', async () => {
    const refusal = await db.tried(lena, async (tx) =>
      confirmCriteria(tx, { criteriaVersionId: (await waiting(tx)).id, statement }),
    )
    expect(refusal).toEqual({ ok: false, why: 'not-a-signatory' })
  })

  test('is not another customer’s, who cannot even see them', async () => {
    const katrin = await db.contact('katrin')
    const { id } = await db.portal.read(grace, (tx) => waiting(tx))
    expect(await db.tried(katrin, (tx) => confirmCriteria(tx, { criteriaVersionId: id, statement }))).toEqual(
      {
        ok: false,
        why: 'replaced',
      },
    )
  })

  test('happens once when two signatories confirm at once', async () => {
    const daniel = await db.contact('daniel')
    const { id } = await db.portal.read(grace, (tx) => waiting(tx))
    const results = await atOnce(
      db.admin,
      { db: db.portal, as: grace, does: (tx) => confirmCriteria(tx, { criteriaVersionId: id, statement }) },
      { db: db.portal, as: daniel, does: (tx) => confirmCriteria(tx, { criteriaVersionId: id, statement }) },
    )
    expect(results).toEqual([
      { ok: true, projectId },
      { ok: false, why: 'already-confirmed' },
    ])
  })

  test('is of the latest version: a changed one takes its place and waits anew', async () => {
    const former = await db.portal.read(grace, (tx) => waiting(tx))
    await db.console.write(mara, async (tx) => {
      expect(await proposeCriteria(tx, { projectId, deliverableId: report, by: mara, now })).toEqual({
        ok: false,
        why: 'already-proposed',
      })
      await redefine(tx, 'Measured over thirty days.')
      expect(await proposeCriteria(tx, { projectId, deliverableId: report, by: mara, now })).toMatchObject({
        ok: true,
        number: 2,
      })
    })
    await db.portal.read(grace, async (tx) => {
      expect(await waiting(tx)).toMatchObject({ number: 2, confirmedAt: null })
      expect(await confirmCriteria(tx, { criteriaVersionId: former.id, statement })).toEqual({
        ok: false,
        why: 'replaced',
      })
    })
  })
})

describe('proposing criteria', () => {
  test('is refused for a charter and for what is not there', async () => {
    const charter = await db.idOf.deliverable('HT-2601', 'Project charter')
    const proposes = (deliverableId: string) =>
      db.tried(mara, (tx) => proposeCriteria(tx, { projectId, deliverableId, by: mara, now }))
    expect(await proposes(charter)).toEqual({ ok: false, why: 'charter' })
    expect(await proposes('00000000-0000-4000-8000-000000000000')).toEqual({
      ok: false,
      why: 'no-such-deliverable',
    })
  })
})
