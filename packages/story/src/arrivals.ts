import { createContactGuard } from '@countersign/auth/contact-guard'
import { newSignInLink } from '@countersign/auth/sign-in-link'
import { createStaffGuard } from '@countersign/auth/staff-guard'
import type { ContactActor, Db, StaffActor } from '@countersign/db/connect'
import { castPassword } from './cast'

export type Logins = { portal: Db; console: Db; worker: Db }

/** A member of staff opens the invitation, sets the password and is signed in. */
export async function staffArrives({ console: db, worker }: Logins, staffId: string): Promise<StaffActor> {
  const guard = createStaffGuard(db.sql)
  const token = await newSignInLink(worker.sql, {
    side: 'staff',
    personId: staffId,
    purpose: 'invitation',
    expiresAt: soon(),
  })
  const arrived = await guard.acceptInvitation({ token, password: castPassword, request: visit() })
  if (!arrived.ok) throw new Error(`the invitation was refused: ${arrived.why}`)
  return guard.requireStaff(visit(arrived.headers))
}

/** A contact opens the invitation, sets the password, and proves it again as before a signature. */
export async function contactArrives(
  { portal: db, worker }: Logins,
  contactId: string,
): Promise<ContactActor> {
  const guard = createContactGuard(db.sql)
  const token = await newSignInLink(worker.sql, {
    side: 'contact',
    personId: contactId,
    purpose: 'invitation',
    expiresAt: soon(),
  })
  const arrived = await guard.acceptInvitation({ token, password: castPassword, request: visit() })
  if (!arrived.ok) throw new Error(`the invitation was refused: ${arrived.why}`)
  const steppedUp = await guard.stepUpContact(
    await guard.requireContact(visit(arrived.headers)),
    castPassword,
  )
  if (!steppedUp.ok) throw new Error(`the password was refused: ${steppedUp.why}`)
  return steppedUp.actor
}

function soon() {
  return new Date(Date.now() + 60 * 60 * 1000)
}

function visit(signedIn?: Headers): Request {
  const cookie = signedIn?.get('Set-Cookie')?.split(';')[0]
  return new Request('http://localhost/', { headers: cookie ? { Cookie: cookie } : {} })
}
