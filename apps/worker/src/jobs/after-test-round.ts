import { deliverables } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { testRounds } from '@countersign/db/tables/testing'
import type { TestCase } from '@countersign/domain/testing'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import { portalTests } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** The customer's testers are told that a version can be tested. */
export async function afterTestRound({ db, settings }: Work, { testRoundId }: Jobs['after-test-round']) {
  await db.asLogin(async (tx) => {
    const [round] = await tx
      .select({
        projectId: testRounds.projectId,
        version: testRounds.version,
        number: testRounds.number,
        message: testRounds.message,
        cases: testRounds.cases,
        openedBy: staff.name,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(testRounds)
      .innerJoin(deliverables, eq(deliverables.id, testRounds.deliverableId))
      .innerJoin(staff, eq(staff.id, testRounds.openedBy))
      .where(eq(testRounds.id, testRoundId))
    if (!round) throw new Error(`there is no test round ${testRoundId}`)
    const project = await projectNamed(tx, round.projectId)
    const testers = (await activeContacts(tx, round.projectId)).filter(({ role }) => role === 'tester')
    for (const person of testers) {
      const words = letterMessages(person.locale)
      const own = words.testRound
      await writeMail(tx, {
        key: `test round ${testRoundId} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject(words.inVersion(round.name, round.version)),
          paragraphs: [own.what(round.openedBy, (round.cases as TestCase[]).length, round.number > 1)],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            {
              label: words.deliverable,
              value: words.inVersion(`${round.code} · ${round.name}`, round.version),
            },
            ...(round.message.trim() === ''
              ? []
              : [{ label: words.submission.message, value: round.message }]),
          ],
          button: { label: own.button, href: portalTests(settings, round.projectId) },
        }),
      })
    }
  })
}
