import type { StaffActor, StaffRole } from '@countersign/db/connect'
import type postgres from 'postgres'
import { createGuard } from './guard'
import { staffSessions } from './staff-sessions'

/** Who is at the console's door. `sql` is the pool of console_app. */
export function createStaffGuard(sql: postgres.Sql) {
  const guard = createGuard({
    store: staffSessions(sql),
    cookieName: '__Host-countersign-console',
    lifetimeDays: 7,
    actorOf: ({ id, ...person }, token): StaffActor => ({ side: 'staff', token, staffId: id, ...person }),
  })

  /** Without roles, any member of staff. "Not for your role" and "not there" are the same 404. */
  async function requireStaff(request: Request, ...roles: StaffRole[]): Promise<StaffActor> {
    const actor = await guard.required(request)
    if (roles.length === 0 || roles.includes(actor.role)) return actor
    throw new Response('Not Found', { status: 404, statusText: 'Not Found' })
  }

  return {
    requireStaff,
    optionalStaff: guard.optional,
    /** This page is for everybody: a decision that somebody wrote down. */
    anyone: (_request: Request) => undefined,
    signInStaff: guard.signIn,
    signInStaffByLink: guard.signInByLink,
    staffLink: guard.link,
    acceptInvitation: guard.acceptInvitation,
    stepUpStaff: guard.stepUp,
    signOutStaff: guard.signOut,
  }
}
