import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt, sha256 } from './columns'
import { deliverables } from './contract'
import { contacts, staff } from './people'
import { project } from './project-column'

/** The criteria of a deliverable as they were put before the customer to be agreed, word for word. */
export const criteriaVersions = pgTable(
  'criteria_versions',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    number: integer('number').notNull(),
    /** The domain's Criterion, in order. */
    criteria: jsonb('criteria').notNull(),
    /** SHA-256 of the canonical JSON of project, deliverable, number and criteria. */
    digest: sha256('digest').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    proposedAt: recordedAt('proposed_at'),
  },
  (t) => [
    unique('criteria_versions_number').on(t.deliverableId, t.number),
    unique('criteria_versions_in_project').on(t.projectId, t.id),
    check('criteria_versions_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
    foreignKey({
      name: 'criteria_versions_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
  ],
)

/** A signatory agreed that these are the criteria. */
export const criteriaConfirmations = pgTable(
  'criteria_confirmations',
  {
    criteriaVersionId: uuid('criteria_version_id').primaryKey(),
    projectId: project(),
    confirmedBy: uuid('confirmed_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    confirmedAt: recordedAt('confirmed_at'),
    timeZone: text('time_zone').notNull(),
    statement: text('statement').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'criteria_confirmations_version',
      columns: [t.projectId, t.criteriaVersionId],
      foreignColumns: [criteriaVersions.projectId, criteriaVersions.id],
    }).onDelete('restrict'),
  ],
)
