import { deliverables } from '@countersign/db/tables/contract'
import { submissionFiles, submissions } from '@countersign/db/tables/delivery'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { asc, eq } from 'drizzle-orm'
import { portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** Whoever decides about a submission, or tests it, is told that it waits. */
export async function afterSubmission({ db, settings }: Work, { submissionId }: Jobs['after-submission']) {
  await db.asLogin(async (tx) => {
    const [submission] = await tx
      .select({
        projectId: submissions.projectId,
        version: submissions.version,
        message: submissions.message,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(submissions)
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      .where(eq(submissions.id, submissionId))
    if (!submission) throw new Error(`there is no submission ${submissionId}`)
    const { projectId, version, message, code, name } = submission
    const project = await projectNamed(tx, projectId)
    const fileNames = await tx
      .select({ name: submissionFiles.name })
      .from(submissionFiles)
      .where(eq(submissionFiles.submissionId, submissionId))
      .orderBy(asc(submissionFiles.position))
    const concerned = (await activeContacts(tx, projectId)).filter(
      ({ role }) => role === 'signatory' || role === 'tester',
    )
    for (const person of concerned) {
      const words = letterMessages(person.locale)
      const own = words.submission
      await writeMail(tx, {
        key: `submission ${submissionId} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject(words.inVersion(name, version)),
          paragraphs: [
            own.what(project.manager.name),
            person.role === 'signatory' ? own.toSignatory : own.toTester,
          ],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: words.deliverable, value: words.inVersion(`${code} · ${name}`, version) },
            {
              label: own.files,
              value: createFormat(person.locale, person.timeZone).list(fileNames.map((file) => file.name)),
            },
            ...(message.trim() === '' ? [] : [{ label: own.message, value: message }]),
          ],
          button: { label: own.button, href: portalSubmission(settings, submissionId) },
        }),
      })
    }
  })
}
