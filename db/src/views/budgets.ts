import { bigint, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { costTypes } from '../tables/budgets'

/** Budgets as their reader may know them: declared in db/access/30-console/72-budgets.sql. */
const app = pgSchema('app')
const minor = (name: string) => bigint(name, { mode: 'bigint' })

/** Lines of a sheet; what an hour or a line of labour costs is null for everybody but finance. */
export const budgetSheets = app
  .view('budget_sheets', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    budgetId: uuid('budget_id').notNull(),
    position: integer('position').notNull(),
    taskUid: integer('task_uid'),
    workPackage: text('work_package').notNull(),
    costType: text('cost_type', { enum: costTypes }).notNull(),
    jobRole: text('job_role'),
    minutes: integer('minutes').notNull(),
    billHourMinor: minor('bill_hour_minor'),
    billMinor: minor('bill_minor').notNull(),
    shareBasisPoints: integer('share_basis_points'),
    note: text('note').notNull(),
    costHourMinor: minor('cost_hour_minor'),
    costMinor: minor('cost_minor'),
  })
  .existing()

/** A sheet summed by work package and cost type. */
export const budgetPackages = app
  .view('budget_packages', {
    projectId: uuid('project_id').notNull(),
    budgetId: uuid('budget_id').notNull(),
    taskUid: integer('task_uid'),
    workPackage: text('work_package').notNull(),
    costType: text('cost_type', { enum: costTypes }).notNull(),
    position: integer('position').notNull(),
    lines: integer('lines').notNull(),
    minutes: integer('minutes').notNull(),
    costMinor: minor('cost_minor').notNull(),
    billMinor: minor('bill_minor').notNull(),
  })
  .existing()

export const budgetsInForce = app
  .view('budgets_in_force', {
    projectId: uuid('project_id').notNull(),
    budgetId: uuid('budget_id').notNull(),
    version: integer('version').notNull(),
    currency: text('currency').notNull(),
    approvedAt: timestamp('approved_at', { withTimezone: true, mode: 'date' }).notNull(),
  })
  .existing()
