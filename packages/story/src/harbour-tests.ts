import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { portalTestRounds } from '@countersign/db/views/portal'
import { qualityChecks } from '@countersign/db/tables/quality'
import type { StepResult, TestCase } from '@countersign/domain/testing'
import { openTestRound } from '@countersign/operations/open-test-round'
import { recordCheck } from '@countersign/operations/record-check'
import { runTest } from '@countersign/operations/run-test'
import { setQualityChecks } from '@countersign/operations/set-quality-checks'
import { setTestCases } from '@countersign/operations/set-test-cases'
import { eq } from 'drizzle-orm'
import { paper } from './paper'
import { morningOf, must, type Told } from './teller'

const cases = [
  {
    title: 'Fail-over of the ring',
    criterionPosition: 1,
    preparation: 'The probe runs and the control room knows.',
    steps: [
      {
        action: 'Pull the fibre between Avonmouth and Clevedon',
        expected: 'The probe loses less than 50 ms',
      },
      { action: 'Plug the fibre in again', expected: 'Traffic returns within a minute, no alarm is left' },
    ],
  },
  {
    title: 'Way back',
    criterionPosition: 2,
    preparation: '',
    steps: [
      { action: 'Follow the runbook back to the old router', expected: 'The old router carries all traffic' },
      { action: 'Migrate again', expected: 'The new platform carries all traffic' },
    ],
  },
]

/** The named checker passes the design before it goes out. */
export async function checkDesign(
  { logins, now }: Told,
  ids: { projectId: string; deliverableId: string },
  { mara, aiko }: { mara: StaffActor; aiko: StaffActor },
) {
  const checks = [
    { statement: 'Each cut-over step was walked through backwards in the lab.', checkerId: aiko.staffId },
  ]
  must(await logins.console.write(mara, (tx) => setQualityChecks(tx, { ...ids, checks })))
  const recorded = await logins.console.write(aiko, async (tx) => {
    const [check] = await tx
      .select({ id: qualityChecks.id })
      .from(qualityChecks)
      .where(eq(qualityChecks.deliverableId, ids.deliverableId))
    return recordCheck(tx, {
      checkId: check!.id,
      result: 'passed',
      note: 'Each roll-back twice, the longest took four minutes.',
      by: aiko,
      now: morningOf(now, -3),
    })
  })
  must(recorded)
}

/** The pilot is open for testing; its customer ran one case, which found something. */
export async function testPilot(
  { logins, storage, now }: Told,
  ids: { projectId: string; deliverableId: string },
  { mara, grace }: { mara: StaffActor; grace: ContactActor },
) {
  const { testRoundId } = must(
    await logins.console.write(mara, async (tx) => {
      must(await setTestCases(tx, { ...ids, cases }))
      return openTestRound(tx, {
        ...ids,
        message: 'The lab copy of Avonmouth is yours until Friday. The control room is informed.',
        by: mara,
        now: morningOf(now, -2),
      })
    }),
  )
  const log = await paper(
    'Alarm log',
    ['Port 3, red since the fibre was plugged in again.'],
    morningOf(now, -1),
  )
  const name = 'Alarm log of port 3.pdf'
  const { sha256, size, mediaType } = must(
    await storage.put([log], { declaredType: 'application/pdf', name, maxBytes: log.length }),
  )
  const ran = await logins.portal.write(grace, async (tx) => {
    const [round] = await tx.select().from(portalTestRounds).where(eq(portalTestRounds.id, testRoundId))
    const steps = [
      ['passed', ''],
      ['failed', 'Traffic is back after 20 seconds, but the alarm of the port stays red.'],
    ] as [StepResult, string][]
    return runTest(tx, {
      roundId: testRoundId,
      caseId: (round!.cases as TestCase[])[0]!.id,
      steps: steps.map(([result, comment]) => ({
        result,
        comment,
        files: result === 'failed' ? [{ name, sha256, size, mediaType }] : [],
      })),
      comment: '',
    })
  })
  must(ran)
}
