import type { ContactActor, StaffActor, Tx } from '@countersign/db/connect'
import { contacts } from '@countersign/db/tables/people'
import { portalTestDefects, portalTestRounds, portalTestRuns } from '@countersign/db/views/portal'
import type { StepResult, TestCase } from '@countersign/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { answerDefect } from './answer-defect'
import { openTestRound } from './open-test-round'
import { runTest } from './run-test'
import { setTestCases } from './set-test-cases'
import { testsOfVersion } from './tests-of-version'

const now = new Date('2026-05-04T10:00:00Z')
let db: StoryDatabase
let mara: StaffActor
let grace: ContactActor
let lena: ContactActor
let projectId: string
let deliverableId: string
let round: { id: string; cases: TestCase[] }
const cases = [
  {
    title: 'Fail over',
    criterionPosition: 1,
    preparation: 'Traffic is running.',
    steps: [
      { action: 'Pull the fibre', expected: 'Traffic goes on' },
      { action: 'Plug it in', expected: 'No alarm is left' },
    ],
  },
  {
    title: 'Roll back',
    criterionPosition: 2,
    preparation: '',
    steps: [{ action: 'Run the runbook backwards', expected: 'The old router carries traffic' }],
  },
]
beforeAll(async () => {
  db = await storyDatabase('run test')
  mara = await db.staff('mara')
  grace = await db.contact('grace')
  lena = await db.contact('lena')
  projectId = await db.idOf.project('HT-2601')
  deliverableId = await db.idOf.deliverable('HT-2601', 'Migrated core network')
  round = await opened()
})
afterAll(() => db.close())

async function opened() {
  await db.console.write(mara, (tx) => setTestCases(tx, { projectId, deliverableId, cases }))
  const result = await db.console.write(mara, (tx) =>
    openTestRound(tx, { projectId, deliverableId, message: 'Please test.', by: mara, now }),
  )
  if (!result.ok) throw new Error(result.why)
  const [row] = await db.portal.read(grace, (tx) =>
    tx.select().from(portalTestRounds).where(eq(portalTestRounds.id, result.testRoundId)),
  )
  return { id: result.testRoundId, cases: row!.cases as TestCase[] }
}

const ran = (results: [StepResult, string][], more: Partial<Parameters<typeof runTest>[1]> = {}) => ({
  roundId: round.id,
  caseId: round.cases[0]!.id,
  steps: results.map(([result, comment]) => ({ result, comment, files: [] })),
  comment: '',
  ...more,
})

describe('running a test case', () => {
  test('records each step, and a numbered defect with its files for each that failed', async () => {
    const files = [{ name: 'alarm.txt', sha256: 'e'.repeat(64), size: 9, mediaType: 'text/plain' }]
    const run = ran([
      ['passed', ''],
      ['failed', 'The alarm stays.'],
    ])
    run.steps[1]!.files = files as never
    expect(await db.portal.write(grace, (tx) => runTest(tx, run))).toEqual({ ok: true })
    await db.portal.read(grace, async (tx) => {
      expect(
        await tx.select().from(portalTestRuns).where(eq(portalTestRuns.roundId, round.id)),
      ).toMatchObject([{ outcome: 'failed', runByName: grace.name }])
      expect(
        await tx.select().from(portalTestDefects).where(eq(portalTestDefects.roundId, round.id)),
      ).toMatchObject([
        {
          number: 2,
          step: 2,
          description: 'The alarm stays.',
          isClosed: false,
          files: [{ name: 'alarm.txt' }],
        },
      ])
    })
  })

  test('is refused for those who do not test, and for what is not there', async () => {
    const passed = ran([
      ['passed', ''],
      ['passed', ''],
    ])
    expect(await db.tried(lena, (tx) => runTest(tx, passed))).toEqual({ ok: false, why: 'not-a-tester' })
    const katrin = await db.contact('katrin')
    expect(await db.tried(katrin, (tx) => runTest(tx, passed))).toEqual({ ok: false, why: 'no-such-case' })
    const nowhere = { ...passed, caseId: '00000000-0000-4000-8000-000000000000' }
    expect(await db.tried(grace, (tx) => runTest(tx, nowhere))).toEqual({ ok: false, why: 'no-such-case' })
  })

  test('is refused with a step missing, or a failure that nobody describes', async () => {
    const tries = (run: ReturnType<typeof ran>) => db.tried(grace, (tx) => runTest(tx, run))
    expect(await tries(ran([['passed', '']]))).toEqual({ ok: false, why: 'step-without-result' })
    expect(
      await tries(
        ran([
          ['passed', ''],
          ['failed', '  '],
        ]),
      ),
    ).toEqual({
      ok: false,
      why: 'failure-without-description',
    })
  })

  test('again, when the defect was mended, closes it; the submission keeps the latest run', async () => {
    const [defect] = await db.admin<{ id: string }[]>`select id from test_defects where number = 2`
    const answer = {
      projectId,
      defectId: defect!.id,
      answer: 'mended' as const,
      text: 'New firmware.',
      by: mara,
      now,
    }
    expect(await db.console.write(mara, (tx) => answerDefect(tx, answer))).toEqual({ ok: true })
    const before = await db.console.read(mara, (tx) => testsOfVersion(tx, deliverableId, 1))
    expect(before.map(({ outcome }) => outcome)).toEqual(['failed', null])

    round = await opened()
    expect(
      await db.portal.write(grace, (tx) =>
        runTest(
          tx,
          ran([
            ['passed', ''],
            ['passed', 'As expected.'],
          ]),
        ),
      ),
    ).toEqual({ ok: true })
    const after = await db.console.read(mara, (tx) => testsOfVersion(tx, deliverableId, 1))
    expect(after).toMatchObject([
      { title: 'Fail over', outcome: 'passed', defects: [{ number: 2, isClosed: true }] },
      { title: 'Roll back', outcome: null, defects: [] },
    ])
  })

  test('of an earlier round is refused', async () => {
    const [first] = await db.admin<
      { id: string }[]
    >`select id from test_rounds where deliverable_id = ${deliverableId} order by number limit 1`
    const refusal = await db.tried(grace, (tx) =>
      runTest(
        tx,
        ran(
          [
            ['passed', ''],
            ['passed', ''],
          ],
          { roundId: first!.id },
        ),
      ),
    )
    expect(refusal).toEqual({ ok: false, why: 'later-round' })
  })

  test('cannot be made undone by anybody', async () => {
    for (const table of ['test_runs', 'test_defects', 'test_rounds'])
      await expect(db.admin`delete from ${db.admin(table)}`).rejects.toMatchObject({ code: '42501' })
  })
})

describe('whoever mends what was found', () => {
  test('reads the tester’s name, and of nobody else at the customer’s', async () => {
    const tomas = await db.staff('tomas')
    const names = await db.console.read(tomas, (tx) =>
      tx.select({ name: contacts.name }).from(contacts).orderBy(contacts.name),
    )
    expect(names).toEqual([{ name: grace.name }])
  })
})

describe('test cases', () => {
  const sets = (changed: Partial<(typeof cases)[number]>) =>
    db.tried(mara, (tx: Tx) =>
      setTestCases(tx, { projectId, deliverableId, cases: [{ ...cases[0]!, ...changed }] }),
    )

  test('have steps and belong to a criterion', async () => {
    expect(await sets({ steps: [] })).toEqual({ ok: false, why: 'no-steps' })
    expect(await sets({ criterionPosition: 9 })).toEqual({ ok: false, why: 'no-such-criterion' })
    expect(await sets({ title: 'Another title' })).toEqual({ ok: true })
  })
})
