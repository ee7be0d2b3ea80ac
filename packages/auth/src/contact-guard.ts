import type { ContactActor } from '@countersign/db/connect'
import type postgres from 'postgres'
import { contactSessions } from './contact-sessions'
import { createGuard } from './guard'

/** Who is at the portal's door. `sql` is the pool of portal_app. */
export function createContactGuard(sql: postgres.Sql) {
  const guard = createGuard({
    store: contactSessions(sql),
    cookieName: '__Host-countersign-portal',
    lifetimeDays: 30,
    actorOf: ({ id, ...person }, token): ContactActor => ({
      side: 'contact',
      token,
      contactId: id,
      ...person,
    }),
  })
  return {
    requireContact: guard.required,
    optionalContact: guard.optional,
    /** This page is for everybody: a decision that somebody wrote down. */
    anyone: (_request: Request) => undefined,
    signInContact: guard.signIn,
    signInContactByLink: guard.signInByLink,
    contactLink: guard.link,
    acceptInvitation: guard.acceptInvitation,
    stepUpContact: guard.stepUp,
    signOutContact: guard.signOut,
  }
}
