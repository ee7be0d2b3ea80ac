import type { StaffActor } from '@countersign/db/connect'
import { submissionFiles, submissions } from '@countersign/db/tables/delivery'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import type { SubmissionTerms } from '@countersign/domain/acceptance'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { criteriaOf } from './criteria-of'
import { defineDeliverable } from './define-deliverable'
import { recordCheck } from './record-check'
import { setQualityChecks } from './set-quality-checks'
import { submissionDigest } from './submission-digest'
import { submitDeliverable } from './submit-deliverable'
import { testsOfVersion } from './tests-of-version'

const nobody = '00000000-0000-4000-8000-000000000000'
const files = [
  { name: 'pilot.pdf', sha256: 'b'.repeat(64), size: 12, mediaType: 'application/pdf' },
  { name: 'measured.csv', sha256: 'c'.repeat(64), size: 7, mediaType: 'text/csv' },
]
let db: StoryDatabase
let mara: StaffActor
let projectId: string
let pilot: string
const now = new Date('2026-05-04T10:00:00Z')
beforeAll(async () => {
  db = await storyDatabase('submit deliverable')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
  pilot = await db.idOf.deliverable('HT-2601', 'Pilot site Avonmouth')
})
afterAll(() => db.close())

const submission = (changed: Partial<Parameters<typeof submitDeliverable>[1]> = {}) => ({
  projectId,
  deliverableId: pilot,
  message: 'The pilot.',
  files,
  by: mara,
  now,
  ...changed,
})
const submits = (changed?: Parameters<typeof submission>[0]) =>
  db.tried(mara, (tx) => submitDeliverable(tx, submission(changed)))

describe('submitting a deliverable', () => {
  test('freezes its files, its criteria and what it releases, under their digest', async () => {
    await db.tried(mara, async (tx) => {
      const result = await submitDeliverable(tx, submission())
      if (!result.ok) return expect.unreachable()
      expect(result.version).toBe(1)
      const [row] = await tx.select().from(submissions).where(eq(submissions.id, result.submissionId))
      expect(row).toMatchObject({
        valueMinor: 9_600_000n,
        currency: 'EUR',
        releases: [{ name: 'Pilot accepted', amountMinor: '9600000' }],
        submittedBy: mara.staffId,
      })
      const criteria = await criteriaOf(tx, pilot)
      expect(row!.criteria).toEqual(criteria)
      expect(row!.digest).toBe(
        submissionDigest({
          projectId,
          deliverableId: pilot,
          version: 1,
          files: files.map(({ name, sha256, size }) => ({ name, sha256, size })),
          criteria,
          releases: [{ name: 'Pilot accepted', amountMinor: '9600000' }],
          criteriaVersion: 1,
          tests: await testsOfVersion(tx, pilot, 1),
          stage: 'first',
          terms: row!.terms as SubmissionTerms,
        }),
      )
      const named = await tx.select().from(submissionFiles).where(eq(submissionFiles.submissionId, row!.id))
      expect(named.map(({ name, position }) => [position, name])).toEqual([
        [1, 'pilot.pdf'],
        [2, 'measured.csv'],
      ])
    })
  })

  test('is refused after acceptance', async () => {
    const accepted = await db.idOf.deliverable('HT-2601', 'Project charter')
    expect(await submits({ deliverableId: accepted })).toEqual({ ok: false, why: 'already-accepted' })
  })

  test('after a provisional acceptance puts the next version for the final one, which releases other milestones', async () => {
    const deliverableId = await db.idOf.deliverable('HT-2601', 'Site survey report')
    await db.tried(mara, async (tx) => {
      const result = await submitDeliverable(tx, submission({ deliverableId }))
      if (!result.ok) return expect.unreachable()
      const [row] = await tx.select().from(submissions).where(eq(submissions.id, result.submissionId))
      expect(row).toMatchObject({ version: 2, stage: 'final', valueMinor: 0n, releases: [] })
    })
  })

  test('is refused without files', async () => {
    expect(await submits({ files: [] })).toEqual({ ok: false, why: 'no-files' })
  })

  test('is refused without criteria', async () => {
    const why = await db.tried(mara, async (tx) => {
      await tx.delete(acceptanceCriteria).where(eq(acceptanceCriteria.deliverableId, pilot))
      return submitDeliverable(tx, submission())
    })
    expect(why).toEqual({ ok: false, why: 'no-criteria' })
  })

  test('is refused without a contract', async () => {
    const bare = await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      const [project] = await sql<{ id: string }[]>`
        insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
        select 'XX-1', 'Bare', customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day
        from projects where id = ${projectId} returning id`
      return project!.id
    })
    const refusal = await db.tried(mara, async (tx) => {
      const defined = await defineDeliverable(tx, {
        projectId: bare,
        name: 'Result',
        description: '',
        dueTaskUid: null,
        criteria: [{ statement: 'It is there.', howChecked: '' }],
      })
      if (!defined.ok) return expect.unreachable()
      const { deliverableId } = defined
      await tx.update(deliverables).set({ kind: 'charter' }).where(eq(deliverables.id, deliverableId))
      return submitDeliverable(tx, submission({ projectId: bare, deliverableId }))
    })
    expect(refusal).toEqual({ ok: false, why: 'no-contract' })
  })

  test('is refused for what is not there or not one’s own', async () => {
    const refusal = { ok: false, why: 'no-such-deliverable' }
    expect(await submits({ deliverableId: nobody })).toEqual(refusal)
    const theirs = await db.idOf.deliverable('SL-2602', 'Kundenportal')
    expect(await submits({ projectId: await db.idOf.project('SL-2602'), deliverableId: theirs })).toEqual(
      refusal,
    )
    expect(await submits({ deliverableId: theirs })).toEqual(refusal)
  })

  test('twice at once puts one version before the customer', async () => {
    const does = { db: db.console, as: mara }
    const second = [{ ...files[0]!, name: 'other.pdf', sha256: 'd'.repeat(64) }]
    const results = await atOnce(
      db.admin,
      { ...does, does: (tx) => submitDeliverable(tx, submission()) },
      { ...does, does: (tx) => submitDeliverable(tx, submission({ files: second })) },
    )
    expect(results).toEqual([
      { ok: true, submissionId: expect.any(String) as string, version: 1 },
      { ok: false, why: 'another-at-once' },
    ])
    expect(await db.admin`select version from submissions where deliverable_id = ${pilot}`).toEqual([
      { version: 1 },
    ])
    expect(await db.admin`select from files where sha256 = ${'d'.repeat(64)}`).toEqual([])
  })

  test('takes the place of a version that waits, which nobody can decide any more', async () => {
    expect(await submits()).toMatchObject({ ok: true, version: 2 })
  })

  test('while its criteria are being defined anew is refused: nobody has confirmed those', async () => {
    const network = await db.idOf.deliverable('HT-2601', 'Migrated core network')
    const [defined, submitted] = await atOnce(
      db.admin,
      {
        db: db.console,
        as: mara,
        does: (tx) =>
          defineDeliverable(tx, {
            projectId,
            deliverableId: network,
            name: 'Migrated core network',
            description: '',
            dueTaskUid: null,
            criteria: [{ statement: 'Only this one.', howChecked: '' }],
          }),
      },
      {
        db: db.console,
        as: mara,
        does: (tx) => submitDeliverable(tx, submission({ deliverableId: network })),
      },
    )
    expect(defined).toMatchObject({ ok: true })
    expect(submitted).toEqual({ ok: false, why: 'criteria-not-confirmed' })
  })

  test('is refused before the customer has confirmed its criteria, by the database too', async () => {
    const report = await db.idOf.deliverable('HT-2601', 'Acceptance test report')
    expect(await submits({ deliverableId: report })).toEqual({ ok: false, why: 'criteria-not-confirmed' })
    const forced = db.admin`insert into submissions (project_id, deliverable_id, version, submitted_by, criteria,
        criteria_version, releases, value_minor, currency, digest)
      select project_id, deliverable_id, 1, proposed_by, criteria, number, '[]', 0, 'EUR', digest
      from criteria_versions where deliverable_id = ${report}`
    await expect(forced).rejects.toMatchObject({ constraint_name: 'criteria_are_confirmed' })
  })

  test('is refused until each named checker has passed this version', async () => {
    const tomas = await db.staff('tomas')
    const checks = [{ statement: 'The probe report is complete.', checkerId: tomas.staffId }]
    await db.console.write(mara, (tx) => setQualityChecks(tx, { projectId, deliverableId: pilot, checks }))
    const [check] = await db.admin`select id from quality_checks where deliverable_id = ${pilot}`
    const checkId = check!.id as string
    const result = { checkId, result: 'passed' as const, note: '', now }
    expect(await submits()).toEqual({ ok: false, why: 'checks-not-passed' })
    const records = (by: StaffActor, more: Partial<Parameters<typeof recordCheck>[1]> = {}) =>
      db.console.write(by, (tx) => recordCheck(tx, { ...result, by, ...more }))
    expect(await records(mara)).toEqual({ ok: false, why: 'not-the-checker' })
    expect(await records(tomas, { result: 'failed' })).toEqual({ ok: false, why: 'failed-without-reason' })
    expect(await records(tomas, { result: 'failed', note: 'Page 3 is missing.' })).toEqual({ ok: true })
    expect(await submits()).toEqual({ ok: false, why: 'checks-not-passed' })
    expect(await records(tomas, { now: new Date(now.getTime() + 1000) })).toEqual({ ok: true })
    expect(await submits()).toMatchObject({ ok: true })
  })
})
