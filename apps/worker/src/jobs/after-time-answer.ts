import { deliverables } from '@countersign/db/tables/contract'
import { timeAnswers, timeRequests } from '@countersign/db/tables/decision-parts'
import { submissions } from '@countersign/db/tables/delivery'
import { contacts } from '@countersign/db/tables/people'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/** Whoever asked for more time learns whether it was granted. */
export async function afterTimeAnswer({ db, settings }: Work, { timeRequestId }: Jobs['after-time-answer']) {
  await db.asLogin(async (tx) => {
    const [answered] = await tx
      .select({
        projectId: timeRequests.projectId,
        submissionId: timeRequests.submissionId,
        until: timeRequests.until,
        isGranted: timeAnswers.isGranted,
        text: timeAnswers.text,
        who: {
          name: contacts.name,
          email: contacts.email,
          locale: contacts.locale,
          timeZone: contacts.timeZone,
          isActive: contacts.isActive,
        },
        version: submissions.version,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(timeRequests)
      .innerJoin(timeAnswers, eq(timeAnswers.timeRequestId, timeRequests.id))
      .innerJoin(contacts, eq(contacts.id, timeRequests.requestedBy))
      .innerJoin(submissions, eq(submissions.id, timeRequests.submissionId))
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      .where(eq(timeRequests.id, timeRequestId))
    if (!answered) throw new Error(`there is no answered time request ${timeRequestId}`)
    const { projectId, submissionId, until, isGranted, text, who, version, code, name } = answered
    if (!who.isActive) return
    const project = await projectNamed(tx, projectId)
    const words = letterMessages(who.locale)
    const own = words.timeAnswer
    const deliverable = words.inVersion(name, version)
    await writeMail(tx, {
      key: `time answer ${timeRequestId} to ${who.email}`,
      to: who,
      letter: () => ({
        subject: isGranted ? own.granted(deliverable) : own.notGranted(deliverable),
        paragraphs: [own.what(project.manager.name), ...(text.trim() ? [text] : [])],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: words.deliverable, value: words.inVersion(`${code} · ${name}`, version) },
          {
            label: isGranted ? own.until : own.asked,
            value: createFormat(who.locale, who.timeZone).date(until),
          },
        ],
        button: { label: words.submission.button, href: portalSubmission(settings, submissionId) },
      }),
    })
  })
}
