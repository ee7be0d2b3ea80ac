import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, recordedAt, sha256 } from './columns'
import { certificates, files } from './delivery'
import { ledgerKeys } from './ledger'
import { project } from './project-column'

/**
 * The electronic seals of a certificate: the one with which it was issued, and the same seal raised by a timestamp
 * where there was none at first. Each is a file of its own; the sealed content is the same.
 */
export const certificateSeals = pgTable(
  'certificate_seals',
  {
    id: uuid('id')
      .notNull()
      .default(sql`gen_random_uuid()`),
    projectId: project(),
    certificateId: uuid('certificate_id')
      .notNull()
      .references(() => certificates.id, { onDelete: 'restrict' }),
    /** PAdES baseline (EN 319 142-1). */
    level: text('level', { enum: ['B-B', 'B-T'] }).notNull(),
    fileSha256: sha256('file_sha256')
      .notNull()
      .unique('certificate_seals_file')
      .references(() => files.sha256, { onDelete: 'restrict' }),
    /** SHA-256 of the certificate of the key that made it. */
    keyFingerprint: sha256('key_fingerprint')
      .notNull()
      .references(() => ledgerKeys.fingerprint, { onDelete: 'restrict' }),
    /** By our own clock. */
    sealedAt: instant('sealed_at').notNull(),
    /** By the timestamp authority's. */
    timestampedAt: instant('timestamped_at'),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.certificateId, t.level] }),
    check('certificate_seals_level', sql`(${t.level} = 'B-T') = (${t.timestampedAt} is not null)`),
    check('certificate_seals_known_level', sql`${t.level} in ('B-B', 'B-T')`),
  ],
)
