import { sql } from 'drizzle-orm'
import { bigint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A row's own key. */
export const id = () =>
  uuid('id')
    .primaryKey()
    .default(sql`gen_random_uuid()`)

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const recordedAt = (name: string) => instant(name).notNull().defaultNow()

/** Money in minor units of the currency beside it. */
export const minor = (name: string) => bigint(name, { mode: 'bigint' })

/** A SHA-256 as 64 hexadecimal digits. */
export const sha256 = (name: string) => text(name)
