import type { StaffActor } from '@countersign/db/connect'
import { acceptanceCriteria } from '@countersign/db/tables/contract'
import { criteriaConfirmations } from '@countersign/db/tables/criteria'
import { mails } from '@countersign/db/tables/mails'
import { testDefects, testRuns } from '@countersign/db/tables/testing'
import type { StepResult } from '@countersign/domain/testing'
import { enqueue } from '@countersign/operations/enqueue'
import { openTestRound } from '@countersign/operations/open-test-round'
import { proposeCriteria } from '@countersign/operations/propose-criteria'
import { setTestCases } from '@countersign/operations/set-test-cases'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startWorker, type RunningWorker } from '../src/start-worker'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'

const now = new Date('2026-03-11T09:00:00Z')
let project: DeliveredProject
let worker: RunningWorker
let mia: StaffActor
let ids: { projectId: string; deliverableId: string }
beforeEach(async () => {
  project = await deliveredProject('before submission')
  const { id: staffId, ...person } = project.mia
  mia = { side: 'staff', staffId, ...person, token: '' }
  ids = { projectId: project.projectId, deliverableId: project.deliverableId }
  // What the submission itself writes is not what these tests are about.
  await project.admin.asLogin((tx) =>
    tx.execute(sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`),
  )
  worker = await startWorker(project.settings(), project.env)
})
afterEach(async () => {
  await worker.stop()
  await project.close()
})

const written = () => project.admin.asLogin((tx) => tx.select().from(mails).orderBy(mails.toAddress))
const idle = () =>
  until('no job is left', async () => {
    const jobs = await project.admin.asLogin((tx) => tx.execute(sql`select 1 from graphile_worker.jobs`))
    return jobs.length === 0
  })

/** A further criterion, and all of them put before the customer. */
async function propose() {
  return project.admin.asLogin(async (tx) => {
    const further = { ...ids, position: 3, statement: 'It is in German & English' }
    await tx.insert(acceptanceCriteria).values(further)
    const proposed = await proposeCriteria(tx, { ...ids, by: mia, now })
    if (!proposed.ok) throw new Error(proposed.why)
    return proposed.criteriaVersionId
  })
}

const cases = [
  {
    title: 'Read it aloud',
    criterionPosition: 1,
    preparation: '',
    steps: [{ action: 'Open the report', expected: 'Ten chapters' }],
  },
]

async function openRound() {
  return project.admin.asLogin(async (tx) => {
    await setTestCases(tx, { ...ids, cases })
    const opened = await openTestRound(tx, { ...ids, message: 'Until Friday, please.', by: mia, now })
    if (!opened.ok) throw new Error(opened.why)
    return opened.testRoundId
  })
}

/** As the database's own function records it, with its job. */
async function run(roundId: string, outcome: StepResult) {
  await project.admin.asLogin(async (tx) => {
    const { projectId } = ids
    const [only] = await tx.execute<{ id: string }>(sql`select id from public.test_cases`)
    const caseId = only!.id
    const steps = [{ result: outcome, comment: '' }]
    const [recorded] = await tx
      .insert(testRuns)
      .values({ projectId, roundId, caseId, outcome, steps, runBy: project.tom.id })
      .returning({ id: testRuns.id })
    const runId = recorded!.id
    if (outcome === 'failed')
      await tx.insert(testDefects).values({
        projectId,
        runId,
        step: 1,
        number: 1,
        description: 'Chapter <7> is missing',
        raisedBy: project.tom.id,
      })
    await enqueue(tx, 'after-test-run', { testRunId: runId }, `test run ${runId}`)
  })
}

describe('criteria put before the customer', () => {
  test('are mailed to every signatory and to nobody else, with the way to confirm them', async () => {
    await propose()
    await idle()
    const letters = await written()
    expect(letters.map(({ toAddress }) => toAddress)).toEqual(['ada@harbour.example', 'ben@harbour.example'])
    for (const { subject, text, html } of letters) {
      expect(subject).toBe('Please confirm the acceptance criteria: Test report')
      expect(text).toContain('It is in German & English')
      expect(text).toContain(`/projects/${ids.projectId}/criteria`)
      expect(html).toContain('It is in German &amp; English')
    }
  })

  test('are, once confirmed, told to the project manager in German, and to nobody twice', async () => {
    const criteriaVersionId = await propose()
    await project.admin.asLogin(async (tx) => {
      await tx.insert(criteriaConfirmations).values({
        projectId: ids.projectId,
        criteriaVersionId,
        confirmedBy: project.ada.id,
        confirmedAt: now,
        timeZone: 'Europe/Berlin',
        statement: 'I confirm these criteria.',
      })
      await enqueue(tx, 'after-criteria', { criteriaVersionId }, `criteria confirmed ${criteriaVersionId}`)
    })
    await idle()
    const toMia = (await written()).filter(({ toAddress }) => toAddress === 'mia@firm.example')
    expect(toMia).toHaveLength(1)
    expect(toMia[0]!.subject).toBe('Kriterien bestätigt: Test report')
    expect(toMia[0]!.text).toContain('Ada Harbour')
    expect(toMia[0]!.text).toContain(`/deliverables/${ids.deliverableId}`)
  })
})

describe('a round of tests', () => {
  test('is mailed to the testers, who are told where to run it', async () => {
    await openRound()
    await idle()
    const letters = await written()
    expect(letters.map(({ toAddress }) => toAddress)).toEqual(['tom@harbour.example'])
    expect(letters[0]!.subject).toBe('Ready to be tested: Test report, version 1')
    expect(letters[0]!.text).toContain('Until Friday, please.')
    expect(letters[0]!.text).toContain(`/projects/${ids.projectId}/tests`)
  })

  test('tells the manager of a run that failed, with its defect', async () => {
    await run(await openRound(), 'failed')
    await idle()
    const [letter, ...more] = (await written()).filter(({ toAddress }) => toAddress === 'mia@firm.example')
    expect(more).toEqual([])
    expect(letter!.subject).toContain('Read it aloud')
    expect(letter!.text).toContain('Chapter <7> is missing')
    expect(letter!.html).toContain('Chapter &lt;7&gt; is missing')
    expect(letter!.text).toContain(`/deliverables/${ids.deliverableId}/tests`)
  })

  test('tells nobody of a run that passed', async () => {
    await run(await openRound(), 'passed')
    await idle()
    expect((await written()).map(({ toAddress }) => toAddress)).toEqual(['tom@harbour.example'])
  })
})
