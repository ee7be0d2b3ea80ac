import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { staff } from './people'
import { project } from './project-column'

export const costTypes = ['labour', 'expenses', 'vendors', 'contingency'] as const
const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' })

/** A version of a project's budget, in the contract's currency: an estimate sheet until somebody approves it. */
export const budgets = pgTable(
  'budgets',
  {
    id: id(),
    projectId: project(),
    version: integer('version').notNull(),
    reason: text('reason').notNull(),
    currency: text('currency').notNull(),
    writtenBy: person('written_by'),
    writtenAt: recordedAt('written_at'),
  },
  (t) => [
    unique('budgets_version').on(t.projectId, t.version),
    unique('budgets_in_project').on(t.projectId, t.id),
  ],
)

/** A line of the sheet: a role's hours at its rates in a work package, or an amount of another type. */
export const budgetLines = pgTable(
  'budget_lines',
  {
    id: id(),
    projectId: project(),
    budgetId: uuid('budget_id').notNull(),
    position: integer('position').notNull(),
    /** The work package, by the plan's UID; null for what belongs to none. */
    taskUid: integer('task_uid'),
    workPackage: text('work_package').notNull(),
    costType: text('cost_type', { enum: costTypes }).notNull(),
    jobRole: text('job_role'),
    minutes: integer('minutes').notNull().default(0),
    /** An hour at the role's standard rate of the day it was written; finance's to read. */
    costHourMinor: minor('cost_hour_minor'),
    /** An hour as the customer pays it: the contract's rate of that day, unless the sheet says another. */
    billHourMinor: minor('bill_hour_minor'),
    /** Contingency as a share of all other lines, in hundredths of a per cent; null where it is an amount. */
    shareBasisPoints: integer('share_basis_points'),
    costMinor: minor('cost_minor').notNull(),
    billMinor: minor('bill_minor')
      .notNull()
      .default(sql`0`),
    note: text('note').notNull().default(''),
  },
  (t) => [
    unique('budget_lines_position').on(t.budgetId, t.position),
    unique('budget_lines_in_project').on(t.projectId, t.id),
    check('budget_lines_cost_type', sql`${t.costType} in ('labour', 'expenses', 'vendors', 'contingency')`),
    check('budget_lines_amounts', sql`${t.costMinor} >= 0 and ${t.billMinor} >= 0 and ${t.minutes} >= 0`),
    check(
      'budget_lines_share',
      sql`${t.shareBasisPoints} is null or (${t.costType} = 'contingency' and ${t.shareBasisPoints} between 1 and 10000)`,
    ),
    check('budget_lines_labour_has_a_role', sql`(${t.costType} = 'labour') = (${t.jobRole} is not null)`),
    foreignKey({
      name: 'budget_lines_budget',
      columns: [t.projectId, t.budgetId],
      foreignColumns: [budgets.projectId, budgets.id],
    }).onDelete('cascade'),
  ],
)

/** Handed in, approved or sent back by somebody else than its author. The latest approved version is in force. */
export const budgetReviews = pgTable(
  'budget_reviews',
  {
    id: id(),
    projectId: project(),
    budgetId: uuid('budget_id').notNull(),
    act: text('act', { enum: ['submitted', 'approved', 'sent-back'] }).notNull(),
    reason: text('reason').notNull().default(''),
    doneBy: person('done_by'),
    doneAt: recordedAt('done_at'),
  },
  (t) => [
    check('budget_reviews_act', sql`${t.act} in ('submitted', 'approved', 'sent-back')`),
    check('budget_reviews_reason', sql`${t.act} <> 'sent-back' or ${t.reason} <> ''`),
    foreignKey({
      name: 'budget_reviews_budget',
      columns: [t.projectId, t.budgetId],
      foreignColumns: [budgets.projectId, budgets.id],
    }).onDelete('restrict'),
  ],
)

/** What may happen and would cost or bring money: what contingency is kept for. */
export const risks = pgTable(
  'risks',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['threat', 'opportunity'] }).notNull(),
    title: text('title').notNull(),
    response: text('response').notNull().default(''),
    ownerId: person('owner_id'),
    probabilityPercent: integer('probability_percent').notNull(),
    impactMinor: minor('impact_minor').notNull(),
    reviewOn: date('review_on', { mode: 'string' }),
    state: text('state', { enum: ['open', 'occurred', 'closed'] })
      .notNull()
      .default('open'),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('risks_number').on(t.projectId, t.number),
    unique('risks_in_project').on(t.projectId, t.id),
    check('risks_kind', sql`${t.kind} in ('threat', 'opportunity')`),
    check('risks_state', sql`${t.state} in ('open', 'occurred', 'closed')`),
    check('risks_probability', sql`${t.probabilityPercent} between 0 and 100`),
    check('risks_impact', sql`${t.impactMinor} >= 0`),
  ],
)

/** Money moved between lines of the budget in force: asked for by one, approved or refused by another. */
export const budgetTransfers = pgTable(
  'budget_transfers',
  {
    id: id(),
    projectId: project(),
    fromLineId: uuid('from_line_id').notNull(),
    toLineId: uuid('to_line_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    reason: text('reason').notNull(),
    /** The risk that came true, where contingency is used. */
    riskId: uuid('risk_id'),
    askedBy: person('asked_by'),
    askedAt: recordedAt('asked_at'),
  },
  (t) => [
    unique('budget_transfers_in_project').on(t.projectId, t.id),
    check('budget_transfers_amount', sql`${t.amountMinor} > 0`),
    check('budget_transfers_lines', sql`${t.fromLineId} <> ${t.toLineId}`),
    foreignKey({
      name: 'budget_transfers_from',
      columns: [t.projectId, t.fromLineId],
      foreignColumns: [budgetLines.projectId, budgetLines.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'budget_transfers_to',
      columns: [t.projectId, t.toLineId],
      foreignColumns: [budgetLines.projectId, budgetLines.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'budget_transfers_risk',
      columns: [t.projectId, t.riskId],
      foreignColumns: [risks.projectId, risks.id],
    }).onDelete('restrict'),
  ],
)

export const budgetTransferAnswers = pgTable(
  'budget_transfer_answers',
  {
    budgetTransferId: uuid('budget_transfer_id').primaryKey(),
    projectId: project(),
    answer: text('answer', { enum: ['approved', 'refused'] }).notNull(),
    reason: text('reason').notNull().default(''),
    answeredBy: person('answered_by'),
    answeredAt: recordedAt('answered_at'),
  },
  (t) => [
    check('budget_transfer_answers_answer', sql`${t.answer} in ('approved', 'refused')`),
    check('budget_transfer_answers_reason', sql`${t.answer} = 'approved' or ${t.reason} <> ''`),
    foreignKey({
      name: 'budget_transfer_answers_transfer',
      columns: [t.projectId, t.budgetTransferId],
      foreignColumns: [budgetTransfers.projectId, budgetTransfers.id],
    }).onDelete('restrict'),
  ],
)
