import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, recordedAt, sha256 } from './columns'
import { submissions } from './delivery'
import { contacts } from './people'
import { project } from './project-column'

// What the columns hold, to the byte, is in docs/ledger.md. Written by app.append_to_ledger and by the worker's
// checkpoint; never changed by anybody.

/** One row per project that has a chain. Whoever appends holds it until commit: no gap and no fork. */
export const ledgerChains = pgTable('ledger_chains', {
  projectId: project().primaryKey(),
  openedAt: recordedAt('opened_at'),
})

/** A project's facts of weight in their order, each bound to the one before. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    // No foreign key to its chain: whoever appends holds that row already, and the check would cost a tenth.
    projectId: uuid('project_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    factId: uuid('fact_id').notNull(),
    enteredAt: instant('entered_at').notNull(),
    /** Canonical JSON, byte for byte as it was hashed. Holds no personal data, only commitments to it. */
    entry: text('entry').notNull(),
    previousHash: sha256('previous_hash').notNull(),
    hash: sha256('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.seq] }),
    unique('ledger_entries_once').on(t.projectId, t.factId, t.kind),
    check('ledger_entries_seq', sql`${t.seq} > 0`),
    check(
      'ledger_entries_hashes',
      sql`${t.hash} ~ '^[0-9a-f]{64}$' and ${t.previousHash} ~ '^[0-9a-f]{64}$'`,
    ),
  ],
)

/** What the commitments in an entry commit to. Deleting a row erases the person's datum; the chain still verifies. */
export const ledgerDisclosures = pgTable(
  'ledger_disclosures',
  {
    projectId: uuid('project_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** JSON pointer (RFC 6901) of the commitment's object in the entry. */
    pointer: text('pointer').notNull(),
    personId: uuid('person_id').notNull(),
    commitment: sha256('commitment').notNull(),
    /** 32 bytes as hexadecimal digits. */
    salt: text('salt').notNull(),
    /** Canonical JSON. */
    value: text('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.seq, t.pointer] }),
    index('ledger_disclosures_of_person').on(t.personId),
    foreignKey({
      name: 'ledger_disclosures_entry',
      columns: [t.projectId, t.seq],
      foreignColumns: [ledgerEntries.projectId, ledgerEntries.seq],
    }).onDelete('restrict'),
  ],
)

/** The certificates of a key that signed checkpoints, by the SHA-256 of its own certificate: kept after the key's end. */
export const ledgerKeys = pgTable('ledger_keys', {
  fingerprint: sha256('fingerprint').primaryKey(),
  algorithm: text('algorithm', { enum: ['RSA-PKCS1-SHA256', 'ECDSA-P256-SHA256'] }).notNull(),
  /** Base64 of DER: its own first, then the issuers up to the root. */
  certificates: jsonb('certificates').$type<string[]>().notNull(),
  firstUsedAt: recordedAt('first_used_at'),
})

/** A signed Merkle root over the heads of all chains. */
export const ledgerCheckpoints = pgTable(
  'ledger_checkpoints',
  {
    number: bigint('number', { mode: 'number' }).primaryKey(),
    takenAt: instant('taken_at').notNull(),
    root: sha256('root').notNull(),
    /** Canonical JSON, byte for byte as it was signed. */
    payload: text('payload').notNull(),
    /** Base64. */
    signature: text('signature').notNull(),
    keyFingerprint: sha256('key_fingerprint')
      .notNull()
      .references(() => ledgerKeys.fingerprint, { onDelete: 'restrict' }),
  },
  (t) => [check('ledger_checkpoints_number', sql`${t.number} > 0`)],
)

/** What a timestamp authority said of a checkpoint's signature: RFC 3161, base64 of DER. */
export const ledgerTimestamps = pgTable('ledger_timestamps', {
  number: bigint('number', { mode: 'number' })
    .primaryKey()
    .references(() => ledgerCheckpoints.number, { onDelete: 'restrict' }),
  token: text('token').notNull(),
  stampedAt: instant('stamped_at').notNull(),
})

/** That a chain's head is under a checkpoint's root: for each chain that had grown since the checkpoint before. */
export const ledgerProofs = pgTable(
  'ledger_proofs',
  {
    number: bigint('number', { mode: 'number' })
      .notNull()
      .references(() => ledgerCheckpoints.number, { onDelete: 'restrict' }),
    projectId: project(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    head: sha256('head').notNull(),
    leafIndex: integer('leaf_index').notNull(),
    /** Sibling hashes from the leaf up. */
    path: jsonb('path').$type<string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.number] }),
    index('ledger_proofs_of_checkpoint').on(t.number),
  ],
)

/** That a signatory opened a submission waiting for a decision, or fetched one of its files: the first time. */
export const submissionOpenings = pgTable(
  'submission_openings',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    /** The file's position; null where it is the submission's page. */
    filePosition: integer('file_position'),
    openedAt: recordedAt('opened_at'),
  },
  (t) => [
    unique('submission_openings_once').on(t.submissionId, t.contactId, t.filePosition).nullsNotDistinct(),
    foreignKey({
      name: 'submission_openings_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)
