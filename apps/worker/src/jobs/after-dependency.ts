import { dependencies, dependencyAnswers, dependencyRequests } from '@countersign/db/tables/dependencies'
import { contacts, staff } from '@countersign/db/tables/people'
import { createFormat } from '@countersign/ui/i18n/format'
import type { Jobs } from '@countersign/operations/enqueue'
import { answersDependencies } from '@countersign/domain/governance/dependency'
import { eq } from 'drizzle-orm'
import { consoleDependency, portalNeed } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** Who is to see to it learns what the project needs; where nobody is named, all who contribute or sign. */
export async function afterDependencyRequest(
  { db, settings }: Work,
  { requestId }: Jobs['after-dependency-request'],
) {
  await db.asLogin(async (tx) => {
    const [request] = await tx
      .select({
        projectId: dependencyRequests.projectId,
        round: dependencyRequests.round,
        what: dependencyRequests.what,
        needOn: dependencyRequests.needOn,
        forTask: dependencyRequests.forTask,
        message: dependencyRequests.message,
        contactId: dependencyRequests.contactId,
        putBy: staff.name,
      })
      .from(dependencyRequests)
      .innerJoin(staff, eq(staff.id, dependencyRequests.putBy))
      .where(eq(dependencyRequests.id, requestId))
    if (!request) throw new Error(`there is no dependency request ${requestId}`)
    const { projectId, contactId } = request
    const [project, people] = await Promise.all([projectNamed(tx, projectId), activeContacts(tx, projectId)])
    const asked = people.filter(({ id, role }) =>
      contactId === null ? answersDependencies(role) : id === contactId,
    )
    for (const contact of new Map(asked.map((each) => [each.id, each])).values()) {
      const words = letterMessages(contact.locale)
      const own = words.dependency
      const format = createFormat(contact.locale, contact.timeZone)
      const { what, needOn, forTask, message, putBy } = request
      await writeMail(tx, {
        key: `dependency request ${requestId} to ${contact.email}`,
        to: contact,
        letter: () => ({
          subject: own.subject(what),
          paragraphs: [
            (request.round === 1 ? own.asked : own.anew)(putBy),
            what,
            ...(message ? [message] : []),
          ],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: own.needOn, value: format.date(needOn) },
            ...(forTask ? [{ label: own.forTask, value: forTask }] : []),
          ],
          button: { label: own.button, href: portalNeed(settings, requestId) },
        }),
      })
    }
  })
}

/** The manager learns what the customer answered. */
export async function afterDependencyAnswer(
  { db, settings }: Work,
  { answerId }: Jobs['after-dependency-answer'],
) {
  await db.asLogin(async (tx) => {
    const [answer] = await tx
      .select({
        projectId: dependencyAnswers.projectId,
        answer: dependencyAnswers.answer,
        remark: dependencyAnswers.remark,
        promisedOn: dependencyAnswers.promisedOn,
        who: contacts.name,
        what: dependencyRequests.what,
        needOn: dependencyRequests.needOn,
        number: dependencies.number,
      })
      .from(dependencyAnswers)
      .innerJoin(dependencyRequests, eq(dependencyRequests.id, dependencyAnswers.requestId))
      .innerJoin(dependencies, eq(dependencies.id, dependencyRequests.dependencyId))
      .innerJoin(contacts, eq(contacts.id, dependencyAnswers.answeredBy))
      .where(eq(dependencyAnswers.id, answerId))
    if (!answer) throw new Error(`there is no dependency answer ${answerId}`)
    const project = await projectNamed(tx, answer.projectId)
    const { manager } = project
    const words = letterMessages(manager.locale)
    const own = words.dependency
    const format = createFormat(manager.locale, manager.timeZone)
    const { what, who, remark, promisedOn, needOn } = answer
    const isDone = answer.answer === 'done'
    await writeMail(tx, {
      key: `dependency answer ${answerId} to ${manager.email}`,
      to: manager,
      letter: () => ({
        subject: (isDone ? own.doneSubject : own.laterSubject)(what),
        paragraphs: [(isDone ? own.done : own.later)(who, project.customer.name)],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: own.needOn, value: format.date(needOn) },
          ...(promisedOn ? [{ label: own.promised, value: format.date(promisedOn) }] : []),
          ...(remark ? [{ label: own.remark, value: remark }] : []),
        ],
        button: {
          label: own.buttonForUs,
          href: consoleDependency(settings, answer.projectId, answer.number),
        },
      }),
    })
  })
}
