import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'
import { refused } from './result'

/** In which language and by which clock (IANA name) a person reads. */
export type Settings = { locale: 'en' | 'de'; timeZone: string }

/** A contact's own settings; whose they are, the session says. */
export async function changeContactSettings(tx: Tx, { locale, timeZone }: Settings) {
  const [row] = await tx.execute<{ isKnown: boolean }>(
    sql`select portal.change_own_settings(${locale}, ${timeZone}) as "isKnown"`,
  )
  return row?.isKnown ? { ok: true as const } : refused('no-such-time-zone')
}

/** The same for a member of staff. */
export async function changeStaffSettings(tx: Tx, { locale, timeZone }: Settings) {
  const [row] = await tx.execute<{ isKnown: boolean }>(
    sql`select app.change_own_settings(${locale}, ${timeZone}) as "isKnown"`,
  )
  return row?.isKnown ? { ok: true as const } : refused('no-such-time-zone')
}
