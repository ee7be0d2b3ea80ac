import { knownFromNowOn, oncePerRequest } from '@countersign/http/request-scope'
import { createSessions, type Opened } from './lucia'
import { signInPath } from './next-path'
import { passwordProof, storedPassword } from './password-proof'
import { whyNotPassword, type PasswordRefusal } from './password-rule'
import type { SessionStore, SignInLink } from './session-store'

type SignedIn<Why extends string> = { ok: true; headers: Headers } | { ok: false; why: Why }
type SteppedUp<Actor> =
  | { ok: true; headers: Headers; actor: Actor }
  | { ok: false; why: 'wrong' | 'locked' | 'no-password' | 'signed-out' }

export type Guard<Actor> = {
  /** Who asks; a stranger is sent to the sign-in page (a thrown redirect) and comes back after it. */
  required(request: Request): Promise<Actor>
  /** Who asks, or null. The database is asked once a request, however many loaders ask. */
  optional(request: Request): Promise<Actor | null>
  signIn(by: { email: string; password: string; request: Request }): Promise<SignedIn<'wrong' | 'locked'>>
  signInByLink(by: { token: string; request: Request }): Promise<SignedIn<'used'>>
  /** Who the link is for, for the page with its button; null when used, expired or never made. Uses nothing up. */
  link(token: string): Promise<SignInLink | null>
  /** Sets the first password (or a new one) and signs in. */
  acceptInvitation(by: {
    token: string
    password: string
    request: Request
  }): Promise<SignedIn<'used' | PasswordRefusal>>
  /**
   * Proves the password again before something binding. The session's token changes: send `headers`, and go on as
   * the returned `actor`, because the former one's token is worth nothing from now on.
   */
  stepUp(actor: Actor, password: string): Promise<SteppedUp<Actor>>
  /** Ends the session, if there is one; send the headers in any case. */
  signOut(request: Request): Promise<{ headers: Headers }>
}

type Side<Person extends { id: string }, Actor> = {
  store: SessionStore<Person>
  cookieName: `__Host-${string}`
  lifetimeDays: number
  actorOf(person: Person, token: string): Actor
}

/** As `newSignInLink` makes them. Anything else was never made, and may hold what Postgres takes for no text. */
const linkToken = /^[\w-]{43}$/

/** What both sides' guards have in common. */
export function createGuard<
  Person extends { id: string; email: string },
  Actor extends { token: string; email: string },
>({ store, cookieName, lifetimeDays, actorOf }: Side<Person, Actor>): Guard<Actor> {
  const sessions = createSessions(store, { cookieName, lifetimeDays })

  async function optional(request: Request): Promise<Actor | null> {
    const token = sessions.tokenOf(request)
    if (!token) return null
    return oncePerRequest(request, `${cookieName} ${token}`, async () => {
      const person = await sessions.personOf(token)
      return person && actorOf(person, token)
    })
  }

  async function link(token: string): Promise<SignInLink | null> {
    return linkToken.test(token) ? store.link(token) : null
  }

  /** The browser's former session ends with the new one's start, so that it never has two. */
  async function arrive<Why extends string>(request: Request, opened: Opened<Why>): Promise<SignedIn<Why>> {
    if (!opened.ok) return opened
    const former = sessions.tokenOf(request)
    if (former) await sessions.close(former)
    return { ok: true, headers: new Headers({ 'Set-Cookie': opened.cookie }) }
  }

  return {
    optional,
    async required(request) {
      const actor = await optional(request)
      if (actor) return actor
      throw new Response(null, { status: 302, headers: { Location: signInPath(request) } })
    },
    async signIn({ email, password, request }) {
      // Unknown people have a salt as well, so that they cost as long as known ones.
      const proof = await passwordProof(password, await store.passwordSalt(email))
      const opened = await sessions.open({ by: 'password', email, proof })
      return arrive(request, opened as Opened<'wrong' | 'locked'>)
    },
    async signInByLink({ token, request }) {
      if (!linkToken.test(token)) return { ok: false, why: 'used' }
      return arrive(request, (await sessions.open({ by: 'link', token })) as Opened<'used'>)
    },
    link,
    async acceptInvitation({ token, password, request }) {
      const invited = await link(token)
      if (invited?.purpose !== 'invitation') return { ok: false, why: 'used' }
      const why = whyNotPassword(password, invited)
      if (why) return { ok: false, why }
      const stored = await storedPassword(password)
      const opened = await sessions.open({ by: 'invitation', token, password: stored })
      return arrive(request, opened as Opened<'used'>)
    },
    async stepUp(actor, password) {
      const proof = await passwordProof(password, await store.passwordSalt(actor.email))
      const opened = await sessions.stepUp(actor.token, proof)
      if (!opened.ok) return opened
      const headers = new Headers({ 'Set-Cookie': opened.cookie })
      const renewed = { ...actor, token: opened.token }
      // A refusal renders the page again in this request, whose cookie still names the former token.
      knownFromNowOn(`${cookieName} ${actor.token}`, renewed)
      return { ok: true, headers, actor: renewed }
    },
    async signOut(request) {
      const token = sessions.tokenOf(request)
      if (token) await sessions.close(token)
      return { headers: new Headers({ 'Set-Cookie': sessions.blankCookie }) }
    },
  }
}
