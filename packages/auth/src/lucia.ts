import { Cookie, generateIdFromEntropySize, Lucia, TimeSpan, type Adapter } from 'lucia'
import { sha256 } from './password-proof'
import type { OpenOutcome, SessionStore, SignInProof, StepUpOutcome } from './session-store'

// The only file that knows Lucia. Upstream retired it in 2025; leaving it means writing this file anew.
declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: { proof?: SignInProof }
    DatabaseUserAttributes: { person: unknown }
  }
}

const IDLE = new TimeSpan(12, 'h')
const TOKEN = /^[a-z2-7]{40}$/

export type Opened<Why extends string> = { ok: true; token: string; cookie: string } | { ok: false; why: Why }

/** One side's sessions by cookie: tokens of 200 random bits, of which the database keeps the SHA-256. */
export type Sessions<Person> = {
  tokenOf(request: Request): string | null
  personOf(token: string): Promise<Person | null>
  open(proof: SignInProof): Promise<Opened<Exclude<OpenOutcome, 'opened'>>>
  stepUp(token: string, proof: Buffer): Promise<Opened<Exclude<StepUpOutcome, 'stepped-up'>>>
  close(token: string): Promise<void>
  blankCookie: string
}

/** `lifetimeDays` is how long the browser keeps the cookie; the database ends the session by its own clock. */
export function createSessions<Person extends { id: string }>(
  store: SessionStore<Person>,
  options: { cookieName: `__Host-${string}`; lifetimeDays: number },
): Sessions<Person> {
  const lucia = new Lucia(adapterOf(store), {
    sessionExpiresIn: IDLE,
    sessionCookie: { name: options.cookieName },
    getUserAttributes: ({ person }) => ({ person }),
  })
  const cookieFor = (token: string) => {
    const { name, attributes } = lucia.createSessionCookie(token)
    return new Cookie(name, token, { ...attributes, maxAge: options.lifetimeDays * 86_400 }).serialize()
  }

  return {
    tokenOf: (request) => readCookie(request.headers.get('Cookie'), options.cookieName),
    async personOf(token) {
      const { user } = await lucia.validateSession(token)
      return user ? (user as unknown as { person: Person }).person : null
    },
    async open(proof) {
      try {
        // Whose session it becomes is the database's answer, not ours: there is no person to name here.
        const { id } = await lucia.createSession('', { proof })
        return { ok: true, token: id, cookie: cookieFor(id) }
      } catch (refused) {
        if (refused instanceof SessionRefused) return { ok: false, why: refused.why }
        throw refused
      }
    },
    async stepUp(token, proof) {
      const newToken = generateIdFromEntropySize(25)
      const why = await store.stepUp(token, proof, sha256(newToken))
      return why === 'stepped-up'
        ? { ok: true, token: newToken, cookie: cookieFor(newToken) }
        : { ok: false, why }
    },
    close: (token) => lucia.invalidateSession(token),
    blankCookie: lucia.createBlankSessionCookie().serialize(),
  }
}

class SessionRefused extends Error {
  constructor(readonly why: Exclude<OpenOutcome, 'opened'>) {
    super(why)
  }
}

function adapterOf<Person extends { id: string }>(store: SessionStore<Person>): Adapter {
  return {
    async getSessionAndUser(token) {
      const found = await store.find(token)
      if (!found) return [null, null]
      const { person, expiresAt } = found
      return [
        { id: token, userId: person.id, expiresAt, attributes: {} },
        { id: person.id, attributes: { person } },
      ]
    },
    async setSession({ id, attributes }) {
      if (!attributes.proof) throw new Error('a session is opened with a proof')
      const outcome = await store.open(attributes.proof, sha256(id))
      if (outcome !== 'opened') throw new SessionRefused(outcome)
    },
    // The database says until when: never past the absolute lifetime.
    updateSessionExpiration: (token) => store.extend(token),
    deleteSession: (token) => store.close(token),
    // An app has no right to look at or end sessions whose tokens it was not shown.
    getUserSessions: refuseToApps,
    deleteUserSessions: refuseToApps,
    deleteExpiredSessions: refuseToApps,
  }
}

async function refuseToApps(): Promise<never> {
  throw new Error('apps cannot do this; the worker sweeps ended sessions')
}

/** Lucia's own reader throws on a cookie with a stray '%'; a cookie that is no token is no cookie. */
function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(/;\s*/)) {
    if (!pair.startsWith(`${name}=`)) continue
    const value = pair.slice(name.length + 1)
    return TOKEN.test(value) ? value : null
  }
  return null
}
