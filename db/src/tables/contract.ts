import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { project } from './project-column'

/** The statement of work in money: one fixed price in one currency. */
export const contracts = pgTable(
  'contracts',
  {
    projectId: project().primaryKey(),
    kind: text('kind', { enum: ['fixed-price'] }).notNull(),
    reference: text('reference').notNull().default(''),
    currency: text('currency').notNull(),
    valueMinor: minor('value_minor').notNull(),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    paymentTermDays: integer('payment_term_days').notNull(),
    signedOn: date('signed_on', { mode: 'string' }),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('contracts_value', sql`${t.valueMinor} > 0`),
    check('contracts_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('contracts_tax', sql`${t.taxBasisPoints} between 0 and 10000`),
    check('contracts_terms', sql`${t.paymentTermDays} between 0 and 365`),
  ],
)

/** What is delivered. The charter is one too: it is signed with the same evidence. */
export const deliverables = pgTable(
  'deliverables',
  {
    id: id(),
    projectId: project(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    kind: text('kind', { enum: ['result', 'charter'] }).notNull(),
    position: integer('position').notNull(),
    /** The task or milestone whose finish is this deliverable's due day. */
    dueTaskUid: integer('due_task_uid'),
  },
  (t) => [
    unique('deliverables_code').on(t.projectId, t.code),
    unique('deliverables_in_project').on(t.projectId, t.id),
    check('deliverables_kind', sql`${t.kind} in ('result', 'charter')`),
  ],
)

export const acceptanceCriteria = pgTable(
  'acceptance_criteria',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    position: integer('position').notNull(),
    statement: text('statement').notNull(),
    howChecked: text('how_checked').notNull().default(''),
  },
  (t) => [
    unique('acceptance_criteria_position').on(t.deliverableId, t.position),
    foreignKey({
      name: 'acceptance_criteria_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
  ],
)

/** The payment schedule. The database checks at commit that a contract's milestones sum to its value. */
export const billingMilestones = pgTable(
  'billing_milestones',
  {
    id: id(),
    projectId: project(),
    name: text('name').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('billing_milestones_position').on(t.projectId, t.position),
    unique('billing_milestones_in_project').on(t.projectId, t.id),
    check('billing_milestones_amount', sql`${t.amountMinor} > 0`),
  ],
)

/** Which deliverables must be accepted before a billing milestone is billable. */
export const billingMilestoneReleases = pgTable(
  'billing_milestone_releases',
  {
    projectId: project(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.billingMilestoneId, t.deliverableId] }),
    foreignKey({
      name: 'billing_milestone_releases_milestone',
      columns: [t.projectId, t.billingMilestoneId],
      foreignColumns: [billingMilestones.projectId, billingMilestones.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'billing_milestone_releases_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
  ],
)
