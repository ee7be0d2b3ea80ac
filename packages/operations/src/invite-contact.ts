import type { Tx } from '@countersign/db/connect'
import { projectContacts, signingAuthorities } from '@countersign/db/tables/participants'
import { contacts, customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import type { ContactRole } from '@countersign/domain/acceptance'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { refused, undoneIfRefused } from './result'

type Invitation = {
  projectId: string
  name: string
  email: string
  jobTitle: string
  role: ContactRole
  /** The group of end users that the person tests for; '' for somebody who is none. End users do not sign. */
  endUserGroup?: string
  /** Needed for a signatory: how far the signature reaches, from when to when, and how that is known. */
  authority: {
    currency: string
    upToMinor: bigint
    fromOn: LocalDate
    toOn: LocalDate | null
    evidence: string
    /** How far the signature reaches for changes of the contract; left out where the person approves none. */
    changesUpToMinor?: bigint | null
  } | null
}

/**
 * Lets somebody of the project's customer follow it, in a role. A known contact is added to the project; a person of
 * another customer is refused with the same words as an address that cannot be used.
 */
export function inviteContact(tx: Tx, invitation: Invitation) {
  return undoneIfRefused(tx, (inner) => invite(inner, invitation))
}

async function invite(
  tx: Tx,
  { projectId, email, role, authority, endUserGroup = '', ...person }: Invitation,
) {
  const [project] = await tx
    .select({ customerId: projects.customerId, locale: customers.locale, timeZone: customers.timeZone })
    .from(projects)
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(projects.id, projectId))
  if (!project) return refused('no-such-project')
  if (role === 'signatory' && authority === null) return refused('authority-missing')
  if (role === 'signatory' && endUserGroup !== '') return refused('end-user-cannot-sign')
  const address = email.toLowerCase()
  await tx
    .insert(contacts)
    .values({ ...project, ...person, email: address })
    .onConflictDoNothing()
  const [contact] = await tx
    .select({ id: contacts.id, customerId: contacts.customerId })
    .from(contacts)
    .where(eq(contacts.email, address))
  if (!contact || contact.customerId !== project.customerId) return refused('address-not-usable')
  const contactId = contact.id
  await tx
    .insert(projectContacts)
    .values({ projectId, contactId, role, endUserGroup })
    .onConflictDoUpdate({
      target: [projectContacts.projectId, projectContacts.contactId],
      set: { role, endUserGroup },
    })
  if (authority && !(await recordAuthorities(tx, { projectId, contactId }, authority)))
    return refused('authority-recorded')
  await enqueue(tx, 'invitation', { contactId, projectId }, `invitation ${contactId} ${projectId}`)
  return { ok: true as const, contactId }
}

async function recordAuthorities(
  tx: Tx,
  whose: { projectId: string; contactId: string },
  { changesUpToMinor = null, ...authority }: NonNullable<Invitation['authority']>,
) {
  if (!(await recordAuthority(tx, { ...whose, kind: 'acceptance', ...authority }))) return false
  if (changesUpToMinor === null) return true
  return recordAuthority(tx, { ...whose, ...authority, kind: 'change', upToMinor: changesUpToMinor })
}

/** False where one from that day on is recorded: it is never overwritten, since signatures were given under it. */
async function recordAuthority(tx: Tx, authority: typeof signingAuthorities.$inferInsert) {
  const written = await tx
    .insert(signingAuthorities)
    .values(authority)
    .onConflictDoNothing()
    .returning({ id: signingAuthorities.id })
  return written.length > 0
}
