import { deliverables } from '@countersign/db/tables/contract'
import { contacts } from '@countersign/db/tables/people'
import { testDefects, testRounds, testRuns } from '@countersign/db/tables/testing'
import type { TestCase } from '@countersign/domain/testing'
import type { Jobs } from '@countersign/operations/enqueue'
import { asc, eq } from 'drizzle-orm'
import { consoleTests } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/** The manager is told of a test that did not pass, with the defects; one that passed is nobody's mail. */
export async function afterTestRun({ db, settings }: Work, { testRunId }: Jobs['after-test-run']) {
  await db.asLogin(async (tx) => {
    const [run] = await tx
      .select({
        projectId: testRuns.projectId,
        deliverableId: testRounds.deliverableId,
        caseId: testRuns.caseId,
        outcome: testRuns.outcome,
        comment: testRuns.comment,
        version: testRounds.version,
        cases: testRounds.cases,
        tester: contacts.name,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(testRuns)
      .innerJoin(testRounds, eq(testRounds.id, testRuns.roundId))
      .innerJoin(deliverables, eq(deliverables.id, testRounds.deliverableId))
      .innerJoin(contacts, eq(contacts.id, testRuns.runBy))
      .where(eq(testRuns.id, testRunId))
    if (!run) throw new Error(`there is no test run ${testRunId}`)
    if (run.outcome === 'passed') return
    const [project, defects] = await Promise.all([
      projectNamed(tx, run.projectId),
      tx
        .select({ number: testDefects.number, description: testDefects.description })
        .from(testDefects)
        .where(eq(testDefects.runId, testRunId))
        .orderBy(asc(testDefects.number)),
    ])
    const title = (run.cases as TestCase[]).find(({ id }) => id === run.caseId)?.title ?? ''
    const { manager } = project
    const words = letterMessages(manager.locale)
    const own = words.testRun
    await writeMail(tx, {
      key: `test run ${testRunId} to ${manager.email}`,
      to: manager,
      letter: () => ({
        subject: own.subject(title, words.inVersion(run.name, run.version)),
        paragraphs: [
          own.what(run.tester, project.customer.name)[run.outcome === 'failed' ? 'failed' : 'blocked'],
        ],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: words.deliverable, value: words.inVersion(`${run.code} · ${run.name}`, run.version) },
          { label: own.testCase, value: title },
          ...(run.comment.trim() === '' ? [] : [{ label: words.submission.message, value: run.comment }]),
          ...defects.map(({ number, description }) => ({ label: own.defect(number), value: description })),
        ],
        button: { label: own.button, href: consoleTests(settings, run.projectId, run.deliverableId) },
      }),
    })
  })
}
