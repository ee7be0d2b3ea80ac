import { staff } from '@countersign/db/tables/people'
import { publications } from '@countersign/db/tables/publications'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq } from 'drizzle-orm'
import { portalPublication } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** Everybody of the customer who follows the project is told that there is a new status report, and where. */
export async function afterPublication({ db, settings }: Work, { publicationId }: Jobs['after-publication']) {
  await db.asLogin(async (tx) => {
    const [publication] = await tx
      .select({
        projectId: publications.projectId,
        number: publications.number,
        publishedAt: publications.publishedAt,
        publishedBy: staff.name,
      })
      .from(publications)
      .innerJoin(staff, eq(staff.id, publications.publishedBy))
      .where(eq(publications.id, publicationId))
    if (!publication) throw new Error(`there is no publication ${publicationId}`)
    const { projectId, number, publishedAt, publishedBy } = publication
    const project = await projectNamed(tx, projectId)
    for (const person of await activeContacts(tx, projectId)) {
      const words = letterMessages(person.locale)
      const own = words.publication
      await writeMail(tx, {
        key: `publication ${publicationId} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject(project.name, number),
          paragraphs: [own.what(publishedBy)],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            {
              label: own.publishedAt,
              value: createFormat(person.locale, person.timeZone).instant(publishedAt),
            },
          ],
          button: { label: own.button, href: portalPublication(settings, projectId, number) },
        }),
      })
    }
  })
}
