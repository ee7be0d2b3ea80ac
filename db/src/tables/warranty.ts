import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { attachedFile } from './attached-file'
import { id, recordedAt } from './columns'
import { deliverables } from './contract'
import { contacts, staff } from './people'
import { project } from './project-column'

/** A defect that the customer claims in the warranty of what was accepted provisionally. */
export const warrantyClaims = pgTable(
  'warranty_claims',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    claimedBy: uuid('claimed_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    claimedAt: recordedAt('claimed_at'),
  },
  (t) => [
    unique('warranty_claims_number').on(t.projectId, t.number),
    unique('warranty_claims_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'warranty_claims_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
  ],
)

export const warrantyClaimFiles = pgTable(
  'warranty_claim_files',
  {
    projectId: project(),
    claimId: uuid('claim_id').notNull(),
    ...attachedFile(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.position] }),
    foreignKey({
      name: 'warranty_claim_files_claim',
      columns: [t.projectId, t.claimId],
      foreignColumns: [warrantyClaims.projectId, warrantyClaims.id],
    }).onDelete('restrict'),
  ],
)

/** What our side says about a claim. */
export const claimAnswers = pgTable(
  'claim_answers',
  {
    id: id(),
    projectId: project(),
    claimId: uuid('claim_id').notNull(),
    answer: text('answer', { enum: ['mended', 'not-covered', 'in-work'] }).notNull(),
    text: text('text').notNull(),
    answeredBy: uuid('answered_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    answeredAt: recordedAt('answered_at'),
  },
  (t) => [
    check('claim_answers_answer', sql`${t.answer} in ('mended', 'not-covered', 'in-work')`),
    foreignKey({
      name: 'claim_answers_claim',
      columns: [t.projectId, t.claimId],
      foreignColumns: [warrantyClaims.projectId, warrantyClaims.id],
    }).onDelete('restrict'),
  ],
)

/** The customer says that a claim is settled. */
export const claimClosures = pgTable(
  'claim_closures',
  {
    claimId: uuid('claim_id').primaryKey(),
    projectId: project(),
    closedBy: uuid('closed_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    closedAt: recordedAt('closed_at'),
  },
  (t) => [
    foreignKey({
      name: 'claim_closures_claim',
      columns: [t.projectId, t.claimId],
      foreignColumns: [warrantyClaims.projectId, warrantyClaims.id],
    }).onDelete('restrict'),
  ],
)
