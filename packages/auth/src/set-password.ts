import type postgres from 'postgres'
import { storedPassword } from './password-proof'

/**
 * Sets a person's password and ends the person's sessions. Only the database's administrator may: the seed and the
 * operator's command line, never an app. Throws for a person who is not there (23503).
 */
export async function setPassword(
  adminSql: postgres.ISql,
  person: { side: 'contact' | 'staff'; personId: string; password: string },
): Promise<void> {
  const { salt, memoryKib, passes, proofSha256 } = await storedPassword(person.password)
  await (person.side === 'contact'
    ? adminSql`select app.set_contact_password(${person.personId}, ${salt}, ${memoryKib}, ${passes}, ${proofSha256})`
    : adminSql`select app.set_staff_password(${person.personId}, ${salt}, ${memoryKib}, ${passes}, ${proofSha256})`)
}
