import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { contacts, staff } from './people'

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

const contact = () => uuid('contact_id').references(() => contacts.id, { onDelete: 'cascade' })
const member = () => uuid('staff_id').references(() => staff.id, { onDelete: 'cascade' })

/** What proves a password: argon2id of it stays with the app for a moment, its SHA-256 stays here. */
const credential = {
  salt: bytea('salt').notNull(),
  memoryKib: integer('memory_kib').notNull(),
  passes: integer('passes').notNull(),
  proofSha256: bytea('proof_sha256').notNull(),
  setAt: instant('set_at').notNull().defaultNow(),
}

/** OWASP's floor for argon2id is 19 MiB with two passes. */
const soundCredential = (
  table: string,
  t: Record<'salt' | 'memoryKib' | 'passes' | 'proofSha256', unknown>,
) => [
  check(`${table}_salt`, sql`octet_length(${t.salt}) = 16`),
  check(`${table}_cost`, sql`${t.memoryKib} >= 19456 and ${t.passes} >= 2`),
  check(`${table}_proof`, sql`octet_length(${t.proofSha256}) = 32`),
]

export const contactCredentials = pgTable(
  'contact_credentials',
  { contactId: contact().primaryKey(), ...credential },
  (t) => soundCredential('contact_credentials', t),
)

export const staffCredentials = pgTable(
  'staff_credentials',
  { staffId: member().primaryKey(), ...credential },
  (t) => soundCredential('staff_credentials', t),
)

/** A session is known by the SHA-256 of its token; nobody can come back from here to a cookie. */
const session = {
  tokenHash: bytea('token_hash').primaryKey(),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  absoluteExpiresAt: instant('absolute_expires_at').notNull(),
  steppedUpAt: instant('stepped_up_at'),
}

export const contactSessions = pgTable(
  'contact_sessions',
  { ...session, contactId: contact().notNull() },
  (t) => [
    index('contact_sessions_of').on(t.contactId),
    check('contact_sessions_token', sql`octet_length(${t.tokenHash}) = 32`),
    check('contact_sessions_end', sql`${t.expiresAt} <= ${t.absoluteExpiresAt}`),
  ],
)

export const staffSessions = pgTable('staff_sessions', { ...session, staffId: member().notNull() }, (t) => [
  index('staff_sessions_of').on(t.staffId),
  check('staff_sessions_token', sql`octet_length(${t.tokenHash}) = 32`),
  check('staff_sessions_end', sql`${t.expiresAt} <= ${t.absoluteExpiresAt}`),
])

/** A link sent by mail, good for one use: an invitation also sets the first password. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    side: text('side', { enum: ['contact', 'staff'] }).notNull(),
    contactId: contact(),
    staffId: member(),
    purpose: text('purpose', { enum: ['invitation', 'sign-in'] }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('sign_in_links_of_contact').on(t.contactId),
    index('sign_in_links_of_staff').on(t.staffId),
    check('sign_in_links_token', sql`octet_length(${t.tokenHash}) = 32`),
    check('sign_in_links_purpose', sql`${t.purpose} in ('invitation', 'sign-in')`),
    check(
      'sign_in_links_person',
      sql`(${t.side} = 'contact' and ${t.contactId} is not null and ${t.staffId} is null)
        or (${t.side} = 'staff' and ${t.staffId} is not null and ${t.contactId} is null)`,
    ),
  ],
)

/** Tries to sign in, kept for a day to slow down guessing. The address is hashed with the database's secret. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    side: text('side', { enum: ['contact', 'staff'] }).notNull(),
    emailHash: bytea('email_hash').notNull(),
    at: instant('at').notNull().defaultNow(),
    succeeded: boolean('succeeded').notNull(),
  },
  (t) => [
    index('sign_in_attempts_of').on(t.emailHash, t.at),
    check('sign_in_attempts_side', sql`${t.side} in ('contact', 'staff')`),
  ],
)

/** One row: what makes the salts of unknown people repeatable, and addresses in the attempts unreadable. */
export const signInSecret = pgTable(
  'sign_in_secret',
  { isOnly: boolean('is_only').primaryKey().default(true), secret: bytea('secret').notNull() },
  (t) => [check('sign_in_secret_once', sql`${t.isOnly}`)],
)
