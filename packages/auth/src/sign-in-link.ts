import { randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { sha256 } from './password-proof'
import type { LinkPurpose } from './session-store'

type WantedLink = { side: 'contact' | 'staff'; personId: string; purpose: LinkPurpose; expiresAt: Date }

/**
 * Records a link and gives its token (43 characters), which is shown once and kept nowhere. `sql` is worker_app's
 * connection or its transaction. Throws P0002 for a person who is not there or not active, 23514 beyond 30 days.
 */
export async function newSignInLink(sql: postgres.ISql, link: WantedLink): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  // As text: a pool that drizzle has wrapped no longer writes dates.
  await sql`select app.record_sign_in_link(
    ${link.side}, ${link.personId}, ${link.purpose}, ${sha256(token)}, ${link.expiresAt.toISOString()})`
  return token
}

/** Where the link's page is, below the app's public origin. */
export function signInLinkPath(purpose: LinkPurpose, token: string): string {
  return purpose === 'invitation' ? `/invitation/${token}` : `/sign-in/link/${token}`
}
