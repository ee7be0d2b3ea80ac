import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, recordedAt, sha256 } from './columns'
import { decisions, files } from './delivery'
import { contacts, staff } from './people'
import { project } from './project-column'

/** The completed envelope of an outside signing service that a decision of the kind 'outside' rests on: two PDFs. */
export const outsideEnvelopes = pgTable(
  'outside_envelopes',
  {
    decisionId: uuid('decision_id').primaryKey(),
    projectId: project(),
    /** Which service, and by what it knows the envelope: as our side wrote it down. */
    service: text('service').notNull(),
    envelopeId: text('envelope_id').notNull(),
    /** When the last signature was made there, as its certificate of completion says. */
    completedAt: instant('completed_at').notNull(),
    documentName: text('document_name').notNull(),
    documentSha256: sha256('document_sha256')
      .notNull()
      .references(() => files.sha256, { onDelete: 'restrict' }),
    completionName: text('completion_name').notNull(),
    completionSha256: sha256('completion_sha256')
      .notNull()
      .references(() => files.sha256, { onDelete: 'restrict' }),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    foreignKey({
      name: 'outside_envelopes_decision',
      columns: [t.projectId, t.decisionId],
      foreignColumns: [decisions.projectId, decisions.id],
    }).onDelete('restrict'),
  ],
)

/** Who signed there, with the authority that was on record for that day. */
export const outsideSigners = pgTable(
  'outside_signers',
  {
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => outsideEnvelopes.decisionId, { onDelete: 'restrict' }),
    projectId: project(),
    position: integer('position').notNull(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    onBehalfOf: uuid('on_behalf_of').references(() => contacts.id, { onDelete: 'restrict' }),
    authority: jsonb('authority').notNull(),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.contactId] })],
)

/** Our side agrees that the customer may correct or withdraw what the contract deemed: neither side can alone. */
export const correctionAgreements = pgTable(
  'correction_agreements',
  {
    decisionId: uuid('decision_id').primaryKey(),
    projectId: project(),
    reason: text('reason').notNull(),
    agreedBy: uuid('agreed_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    agreedAt: recordedAt('agreed_at'),
  },
  (t) => [
    foreignKey({
      name: 'correction_agreements_decision',
      columns: [t.projectId, t.decisionId],
      foreignColumns: [decisions.projectId, decisions.id],
    }).onDelete('restrict'),
  ],
)
