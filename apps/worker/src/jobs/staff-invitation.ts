import { staff } from '@countersign/db/tables/people'
import { signInLinkPath } from '@countersign/auth/sign-in-link'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { hasPassword } from './invitation'

/** A new colleague gets a link to set a password; one who has a password needs none. */
export async function staffInvitation(
  { db, settings }: Work,
  { staffId }: Jobs['staff-invitation'],
  jobId: string,
) {
  await db.asLogin(async (tx) => {
    const [person] = await tx.select().from(staff).where(eq(staff.id, staffId))
    if (!person?.isActive || (await hasPassword(tx, 'staff', staffId))) return
    const own = letterMessages(person.locale).staffInvitation
    await writeMail(tx, {
      key: `staff invitation ${jobId} to ${person.email}`,
      to: person,
      invites: { side: 'staff', personId: staffId },
      letter: (mailId) => ({
        subject: own.subject,
        paragraphs: [own.what],
        facts: [{ label: own.role, value: own.roles[person.role] }],
        button: {
          label: own.button,
          href: `${settings.consoleOrigin}${signInLinkPath('invitation', mailId)}`,
        },
        note: own.note,
      }),
    })
  })
}
