import { criteriaConfirmations, criteriaVersions } from '@countersign/db/tables/criteria'
import { deliverables } from '@countersign/db/tables/contract'
import { contacts, staff } from '@countersign/db/tables/people'
import type { Criterion } from '@countersign/domain/acceptance'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import { consoleDeliverable, portalCriteria } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** Signatories are asked to confirm criteria that were put before them; the manager hears that they were. */
export async function afterCriteria({ db, settings }: Work, { criteriaVersionId }: Jobs['after-criteria']) {
  await db.asLogin(async (tx) => {
    const [version] = await tx
      .select({
        projectId: criteriaVersions.projectId,
        deliverableId: criteriaVersions.deliverableId,
        number: criteriaVersions.number,
        criteria: criteriaVersions.criteria,
        proposedBy: staff.name,
        code: deliverables.code,
        name: deliverables.name,
        confirmedBy: contacts.name,
      })
      .from(criteriaVersions)
      .innerJoin(deliverables, eq(deliverables.id, criteriaVersions.deliverableId))
      .innerJoin(staff, eq(staff.id, criteriaVersions.proposedBy))
      .leftJoin(criteriaConfirmations, eq(criteriaConfirmations.criteriaVersionId, criteriaVersions.id))
      .leftJoin(contacts, eq(contacts.id, criteriaConfirmations.confirmedBy))
      .where(eq(criteriaVersions.id, criteriaVersionId))
    if (!version) throw new Error(`there is no version of criteria ${criteriaVersionId}`)
    const { projectId, deliverableId, confirmedBy } = version
    const project = await projectNamed(tx, projectId)
    const criteria = version.criteria as Criterion[]
    const signatories = (await activeContacts(tx, projectId)).filter(({ role }) => role === 'signatory')
    const recipients = confirmedBy ? [project.manager] : signatories
    for (const person of recipients) {
      const words = letterMessages(person.locale)
      const own = words.criteria
      const deliverable = words.inVersion(`${version.code} · ${version.name}`, version.number)
      await writeMail(tx, {
        key: `criteria ${criteriaVersionId} ${confirmedBy ? 'confirmed' : 'proposed'} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: confirmedBy ? own.confirmedSubject(version.name) : own.subject(version.name),
          paragraphs: [
            confirmedBy ? own.confirmed(confirmedBy, project.customer.name) : own.what(version.proposedBy),
          ],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: words.deliverable, value: deliverable },
            ...criteria.map(({ position, statement }) => ({
              label: own.criterion(position),
              value: statement,
            })),
          ],
          button: confirmedBy
            ? { label: own.buttonForUs, href: consoleDeliverable(settings, projectId, deliverableId) }
            : { label: own.button, href: portalCriteria(settings, projectId) },
        }),
      })
    }
  })
}
