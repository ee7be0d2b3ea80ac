import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { contractLines } from './contract-lines'
import { project } from './project-column'

/** The statement of work in money, in one currency: what its lines are worth as signed and with every approved change. */
export const contracts = pgTable(
  'contracts',
  {
    projectId: project().primaryKey(),
    reference: text('reference').notNull().default(''),
    currency: text('currency').notNull(),
    /** What was signed and every approved change together: the lines' current values. */
    valueMinor: minor('value_minor').notNull(),
    /** Whether an invoice must name a purchase order of the customer's. */
    requiresOrder: boolean('requires_order').notNull().default(false),
    /** The term sheet's words, for us alone: they change nothing by themselves. */
    penalties: text('penalties').notNull().default(''),
    liabilityCap: text('liability_cap').notNull().default(''),
    governingDocuments: text('governing_documents').notNull().default(''),
    otherTerms: text('other_terms').notNull().default(''),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    paymentTermDays: integer('payment_term_days').notNull(),
    signedOn: date('signed_on', { mode: 'string' }),
    /** What the contract says about acceptance, word for word; printed on certificates. */
    acceptanceClause: text('acceptance_clause').notNull().default(''),
    /** Business days that the customer has to decide; null where the contract sets none. */
    acceptanceDays: integer('acceptance_days'),
    acceptanceFirstDay: text('acceptance_first_day', { enum: ['submission-day', 'next-business-day'] })
      .notNull()
      .default('next-business-day'),
    /** The clause by which silence is acceptance, word for word; null where silence is nothing. */
    deemedClause: text('deemed_clause'),
    /** So many business days before the last one the customer is reminded. */
    reminderDays: integer('reminder_days')
      .array()
      .notNull()
      .default(sql`'{}'::integer[]`),
    warningDays: integer('warning_days').notNull().default(2),
    /** The share of a billing milestone that acceptance with reservations releases at once, in hundredths of a per cent. */
    reservationBasisPoints: integer('reservation_basis_points').notNull().default(10_000),
    /** Whether those who must sign do so one after the other. */
    signingOrder: text('signing_order', { enum: ['parallel', 'sequence'] })
      .notNull()
      .default('parallel'),
    /** From provisional to final acceptance. */
    warrantyMonths: integer('warranty_months').notNull().default(0),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('contracts_acceptance_days', sql`${t.acceptanceDays} between 1 and 365`),
    check(
      'contracts_acceptance_first_day',
      sql`${t.acceptanceFirstDay} in ('submission-day', 'next-business-day')`,
    ),
    check('contracts_deemed', sql`${t.deemedClause} is null or ${t.acceptanceDays} is not null`),
    check('contracts_warning_days', sql`${t.warningDays} between 1 and 60`),
    check('contracts_reservation', sql`${t.reservationBasisPoints} between 0 and 10000`),
    check('contracts_signing_order', sql`${t.signingOrder} in ('parallel', 'sequence')`),
    check('contracts_warranty', sql`${t.warrantyMonths} between 0 and 240`),
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
    /** Accepted once, or provisionally and, after the warranty, finally. */
    acceptance: text('acceptance', { enum: ['once', 'provisional-and-final'] })
      .notNull()
      .default('once'),
  },
  (t) => [
    check('deliverables_acceptance', sql`${t.acceptance} in ('once', 'provisional-and-final')`),
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
    /** What the customer wants to see as proof. */
    evidenceWanted: text('evidence_wanted').notNull().default(''),
    /** What it counts beside the others, from 1. */
    weight: integer('weight').notNull().default(1),
  },
  (t) => [
    check('acceptance_criteria_weight', sql`${t.weight} between 1 and 1000`),
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
    /** What releases it: acceptance, its day, published progress, a period's end; for a deposit the signature. */
    trigger: text('trigger', { enum: ['acceptance', 'date', 'progress', 'period', 'deposit'] })
      .notNull()
      .default('acceptance'),
    /** Per cent of the whole project's work done, as published to the customer, for `progress`. */
    atPercent: integer('at_percent'),
    /** Held back from what is otherwise earned until the final acceptance. */
    isRetention: boolean('is_retention').notNull().default(false),
    /** The fixed price that it is a part of; a deposit is of the whole contract. */
    contractLineId: uuid('contract_line_id'),
  },
  (t) => [
    check(
      'billing_milestones_trigger',
      sql`${t.trigger} in ('acceptance', 'date', 'progress', 'period', 'deposit')`,
    ),
    check('billing_milestones_day', sql`${t.trigger} not in ('date', 'period') or ${t.dueOn} is not null`),
    check(
      'billing_milestones_progress',
      sql`(${t.trigger} = 'progress') = (${t.atPercent} is not null) and ${t.atPercent} between 1 and 100`,
    ),
    foreignKey({
      name: 'billing_milestones_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('restrict'),
    unique('billing_milestones_position').on(t.projectId, t.position),
    unique('billing_milestones_in_project').on(t.projectId, t.id),
    index('billing_milestones_by_trigger').on(t.trigger, t.dueOn),
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
    /** By which acceptance of a deliverable that is accepted twice; retention waits for the final one. */
    stage: text('stage', { enum: ['first', 'final'] })
      .notNull()
      .default('first'),
  },
  (t) => [
    primaryKey({ columns: [t.billingMilestoneId, t.deliverableId] }),
    check('billing_milestone_releases_stage', sql`${t.stage} in ('first', 'final')`),
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
