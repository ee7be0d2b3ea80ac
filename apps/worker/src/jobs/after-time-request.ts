import { deliverables } from '@countersign/db/tables/contract'
import { timeRequests } from '@countersign/db/tables/decision-parts'
import { submissions } from '@countersign/db/tables/delivery'
import { contacts } from '@countersign/db/tables/people'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { consoleDeliverable } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/** The manager is told that the customer asks for more time. */
export async function afterTimeRequest(
  { db, settings }: Work,
  { timeRequestId }: Jobs['after-time-request'],
) {
  await db.asLogin(async (tx) => {
    const [request] = await tx
      .select({
        projectId: timeRequests.projectId,
        until: timeRequests.until,
        reason: timeRequests.reason,
        who: contacts.name,
        version: submissions.version,
        deliverableId: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(timeRequests)
      .innerJoin(contacts, eq(contacts.id, timeRequests.requestedBy))
      .innerJoin(submissions, eq(submissions.id, timeRequests.submissionId))
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      .where(eq(timeRequests.id, timeRequestId))
    if (!request) throw new Error(`there is no time request ${timeRequestId}`)
    const { projectId, deliverableId, version, code, name } = request
    const project = await projectNamed(tx, projectId)
    const { manager } = project
    const words = letterMessages(manager.locale)
    const own = words.timeRequest
    await writeMail(tx, {
      key: `time request ${timeRequestId} to ${manager.email}`,
      to: manager,
      letter: () => ({
        subject: own.subject(words.inVersion(name, version)),
        paragraphs: [own.what(request.who, project.customer.name)],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: words.deliverable, value: words.inVersion(`${code} · ${name}`, version) },
          { label: own.until, value: createFormat(manager.locale, manager.timeZone).date(request.until) },
          { label: words.submission.message, value: request.reason },
        ],
        button: { label: own.button, href: consoleDeliverable(settings, projectId, deliverableId) },
      }),
    })
  })
}
