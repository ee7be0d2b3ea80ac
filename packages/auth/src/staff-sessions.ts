import type { StaffRole } from '@countersign/db/connect'
import type postgres from 'postgres'
import {
  outcomeOf,
  type OpenOutcome,
  type SessionStore,
  type SignInLink,
  type SignInProof,
  type StepUpOutcome,
} from './session-store'

export type StaffPerson = {
  id: string
  role: StaffRole
  name: string
  email: string
  locale: 'en' | 'de'
  timeZone: string
}

/** The sessions of staff, as console_app may ask for them: see db/access/20-sign-in. */
export function staffSessions(sql: postgres.Sql): SessionStore<StaffPerson> {
  return {
    async find(token) {
      const [row] = await sql<(StaffPerson & { expiresAtMs: number })[]>`
        select p.staff_id as id, p.role, p.name, p.email, p.locale, p.time_zone as "timeZone",
          extract(epoch from p.expires_at)::float8 * 1000 as "expiresAtMs"
        from app.staff_session(${token}) p`
      if (!row) return null
      // As a number: a pool that drizzle has wrapped no longer reads dates.
      const { expiresAtMs, ...person } = row
      return { person, expiresAt: new Date(expiresAtMs) }
    },
    open: (proof, hash) => outcomeOf(open(sql, proof, hash)),
    stepUp: (token, proof, hash) =>
      outcomeOf(
        sql<{ outcome: StepUpOutcome }[]>`
          select app.step_up_staff_session(${token}, ${proof}, ${hash}) as outcome`,
      ),
    async extend(token) {
      await sql`select app.extend_staff_session(${token})`
    },
    async close(token) {
      await sql`select app.close_staff_session(${token})`
    },
    async passwordSalt(email) {
      const [row] = await sql<{ salt: Buffer; memoryKib: number; passes: number }[]>`
        select salt, memory_kib as "memoryKib", passes from app.staff_password_salt(${email})`
      return row!
    },
    async link(token) {
      const [row] = await sql<SignInLink[]>`select purpose, name, email, locale from app.staff_link(${token})`
      return row ?? null
    },
  }
}

function open(sql: postgres.Sql, proof: SignInProof, hash: Buffer) {
  type Answer = { outcome: OpenOutcome }[]
  switch (proof.by) {
    case 'password':
      return sql<Answer>`select app.open_staff_session(${proof.email}, ${proof.proof}, ${hash}) as outcome`
    case 'link':
      return sql<Answer>`select app.open_staff_session_by_link(${proof.token}, ${hash}) as outcome`
    case 'invitation': {
      const { salt, memoryKib, passes, proofSha256 } = proof.password
      return sql<Answer>`select app.accept_staff_invitation(
        ${proof.token}, ${salt}, ${memoryKib}, ${passes}, ${proofSha256}, ${hash}) as outcome`
    }
  }
}
