import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import { connect } from '@countersign/db/connect'
import { contacts, staff } from '@countersign/db/tables/people'
import { eq, sql } from 'drizzle-orm'
import type { Answer } from '../answer'
import { Refusal, type Surroundings } from '../surroundings'

const minuteMs = 60_000
const validMinutes = { 'sign-in': 60, invitation: 14 * 24 * 60 }

/** A link that signs this person in, once; for somebody without a password, the invitation to set one. */
export function personSignInLink(surroundings: Surroundings, given: { email: string }): Promise<Answer> {
  const { withDatabase, env, now } = surroundings
  const email = given.email.trim().toLowerCase()
  return withDatabase(async (urls) => {
    const db = connect(urls.worker, { max: 2 })
    try {
      const person = await db.asLogin(async (tx) => {
        const [contact] = await tx.select().from(contacts).where(eq(contacts.email, email))
        const [colleague] = await tx.select().from(staff).where(eq(staff.email, email))
        const side = contact ? ('contact' as const) : ('staff' as const)
        const found = contact ?? colleague
        if (!found)
          throw new Refusal(`Nobody has the address ${email}. \`countersign person invite\` adds somebody.`)
        if (!found.isActive) throw new Refusal(`${found.name} is not active any more and cannot sign in.`)
        const [row] = await tx.execute<{ has: boolean }>(
          sql`select app.has_password(${side}, ${found.id}) as has`,
        )
        return { side, id: found.id, name: found.name, hasPassword: row!.has }
      })
      const { side, id: personId } = person
      const purpose = person.hasPassword ? 'sign-in' : 'invitation'
      const expiresAt = new Date(now().getTime() + validMinutes[purpose] * minuteMs)
      const token = await newSignInLink(db.sql, { side, personId, purpose, expiresAt })
      const origin =
        side === 'contact'
          ? (env.PORTAL_ORIGIN ?? 'http://localhost:3000')
          : (env.CONSOLE_ORIGIN ?? 'http://localhost:3001')
      const link = `${origin}${signInLinkPath(purpose, token)}`
      const what =
        purpose === 'sign-in'
          ? `Signs ${person.name} in, once, within an hour. Give it to nobody else:`
          : `${person.name} has no password yet and sets one here, once, within 14 days. Give it to nobody else:`
      return {
        text: `${what}\n${link}`,
        value: { name: person.name, email, side, purpose, link, expiresAt: expiresAt.toISOString() },
      }
    } finally {
      await db.close()
    }
  })
}
