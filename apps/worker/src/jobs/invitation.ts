import type { Tx } from '@countersign/db/connect'
import { contacts } from '@countersign/db/tables/people'
import { signInLinkPath } from '@countersign/auth/sign-in-link'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq, sql } from 'drizzle-orm'
import { portalProject } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/**
 * A contact without a password gets a link to set one; a contact who has one is told of the project. Somebody who
 * left meanwhile gets nothing. `jobId` makes a second run the same mail, and a second invitation another.
 */
export async function invitation(
  { db, settings }: Work,
  { contactId, projectId }: Jobs['invitation'],
  jobId: string,
) {
  await db.asLogin(async (tx) => {
    const [person] = await tx.select().from(contacts).where(eq(contacts.id, contactId))
    if (!person?.isActive) return
    const project = await projectNamed(tx, projectId)
    const words = letterMessages(person.locale)
    const key = `invitation ${jobId} to ${person.email}`
    const facts = [{ label: words.project, value: `${project.code} · ${project.name}` }]
    if (await hasPassword(tx, 'contact', contactId)) {
      const own = words.added
      return writeMail(tx, {
        key,
        to: person,
        letter: () => ({
          subject: own.subject(project.name),
          paragraphs: [own.what(project.manager.name)],
          facts,
          button: { label: own.button, href: portalProject(settings, projectId) },
        }),
      })
    }
    const own = words.invitation
    await writeMail(tx, {
      key,
      to: person,
      invites: { side: 'contact', personId: contactId },
      letter: (mailId) => ({
        subject: own.subject(project.name),
        paragraphs: [own.what(project.manager.name, project.customer.name)],
        facts,
        button: {
          label: own.button,
          href: `${settings.portalOrigin}${signInLinkPath('invitation', mailId)}`,
        },
        note: own.note,
      }),
    })
  })
}

export async function hasPassword(tx: Tx, side: 'contact' | 'staff', personId: string): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(sql`select app.has_password(${side}, ${personId}) as has`)
  return row!.has
}
