import { connect, staffRoles, type Db, type StaffRole } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import type { ContactRole } from '@countersign/domain/acceptance'
import { isLocalDate, localDateIn } from '@countersign/domain/calendar-day'
import { parseAmount } from '@countersign/domain/money'
import { inviteContact } from '@countersign/operations/invite-contact'
import { inviteStaff } from '@countersign/operations/invite-staff'
import { eq } from 'drizzle-orm'
import type { Answer } from '../answer'
import { Refusal, type Surroundings } from '../surroundings'

export const contactRoles: readonly ContactRole[] = [
  'viewer',
  'contributor',
  'tester',
  'signatory',
  'portal_administrator',
]
export const sides = ['contact', 'staff'] as const

export type InviteOptions = {
  side: (typeof sides)[number]
  name: string
  email: string
  role: string
  project?: string
  jobTitle?: string
  endUsers?: string
  upTo?: string
  currency?: string
  from?: string
  until?: string
  evidence?: string
  jobRole?: string
  locale: 'en' | 'de'
  timeZone: string
}

/** Adds a person, in one transaction with the job that mails the invitation. */
export function personInvite(surroundings: Surroundings, options: InviteOptions): Promise<Answer> {
  const { name, email } = options
  if (name.trim() === '' || /\p{Cc}/u.test(name))
    throw new Refusal('--name must be the person’s name, in one line.', 2)
  if (!/^[^\s<>(),;:"@\p{Cc}]+@[^\s<>(),;:"@\p{Cc}]+$/u.test(email))
    throw new Refusal(`--email must be an address such as ada@example.com, and is "${email}".`, 2)
  return surroundings.withDatabase(async ({ admin }) => {
    if (!admin) {
      throw new Refusal(
        'Inviting writes people, which no role of the apps may do from here: give ADMIN_DATABASE_URL as well.',
      )
    }
    const db = connect(admin, { max: 1 })
    try {
      return await (options.side === 'staff'
        ? inviteColleague(db, options)
        : inviteForCustomer(db, options, surroundings.now()))
    } finally {
      await db.close()
    }
  })
}

async function inviteColleague(
  db: Db,
  { name, email, role, jobRole, locale, timeZone }: InviteOptions,
): Promise<Answer> {
  if (!isStaffRole(role)) throw unknownRole('staff', role, staffRoles)
  if (!jobRole)
    throw new Refusal('Staff need --job-role, for which a cost rate is kept, for example "developer".', 2)
  const done = await db.asLogin((tx) =>
    inviteStaff(tx, { name: name.trim(), email, role, jobRole, locale, timeZone }),
  )
  if (!done.ok) throw new Refusal(`Somebody with the address ${email} is on the staff already.`)
  return {
    text: `${name} is now ${role} and gets the invitation by mail at ${email}.`,
    value: { side: 'staff', id: done.staffId, email: email.toLowerCase(), role },
  }
}

async function inviteForCustomer(db: Db, options: InviteOptions, now: Date): Promise<Answer> {
  const { project: code, name, email, role, jobTitle = '', endUsers = '' } = options
  if (!contactRoles.some((known) => known === role)) throw unknownRole('contact', role, contactRoles)
  if (!code)
    throw new Refusal(
      'A contact is invited to a project: give --project with its code (`countersign project list`).',
      2,
    )
  const done = await db.asLogin(async (tx) => {
    const [project] = await tx
      .select({ id: projects.id, timeZone: projects.timeZone })
      .from(projects)
      .where(eq(projects.code, code))
    if (!project)
      throw new Refusal(`There is no project ${code}. \`countersign project list\` shows the codes.`)
    return inviteContact(tx, {
      projectId: project.id,
      name: name.trim(),
      email,
      jobTitle,
      role: role as ContactRole,
      endUserGroup: endUsers.trim(),
      authority: role === 'signatory' ? authorityOf(options, localDateIn(project.timeZone, now)) : null,
    })
  })
  if (!done.ok) {
    const sentences = {
      'no-such-project': `There is no project ${code}.`,
      'authority-recorded':
        'An authority from that day on is recorded already; give another first day with --from.',
      'authority-missing': 'A signatory needs a recorded authority: give --up-to, --currency and --evidence.',
      'end-user-cannot-sign': 'An end user tests and does not sign: give another --role, or no --end-users.',
      'address-not-usable': `The address ${email} cannot be used for this customer.`,
    }
    throw new Refusal(sentences[done.why])
  }
  return {
    text: `${name} is now ${role} of ${code} and gets the invitation by mail at ${email}.`,
    value: { side: 'contact', id: done.contactId, email: email.toLowerCase(), role, project: code },
  }
}

function authorityOf({ upTo, currency, from, until, evidence }: InviteOptions, today: string) {
  if (!upTo || !currency || !evidence) {
    throw new Refusal(
      'A signatory needs a recorded authority: give --up-to (a value such as 250000.00), --currency (such as EUR) and --evidence (how the authority is known).',
      2,
    )
  }
  for (const [option, day] of Object.entries({ '--from': from, '--until': until }))
    if (day !== undefined && !isLocalDate(day))
      throw new Refusal(`${option} must be a day such as 2026-03-31, and is "${day}".`, 2)
  if (!/^[A-Z]{3}$/.test(currency))
    throw new Refusal(`--currency must be a code such as EUR, and is "${currency}".`, 2)
  const upToMinor = parseAmount(upTo, currency)
  if (upToMinor === null)
    throw new Refusal(`--up-to must be an amount such as 250000.00, and is "${upTo}".`, 2)
  const fromOn = from ?? today
  if (until !== undefined && until < fromOn)
    throw new Refusal(`--until must not be before the first day, ${fromOn}, and is ${until}.`, 2)
  return { currency, upToMinor, fromOn, toOn: until ?? null, evidence }
}

function isStaffRole(role: string): role is StaffRole {
  return staffRoles.some((known) => known === role)
}

function unknownRole(side: string, role: string, known: readonly string[]) {
  return new Refusal(`There is no role "${role}" for --side ${side}; there are: ${known.join(', ')}.`, 2)
}
