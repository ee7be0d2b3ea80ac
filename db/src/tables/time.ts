import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, minor, recordedAt } from './columns'
import { contractLines } from './contract-lines'
import { mails } from './mails'
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'

export const timeKinds = ['billable', 'non-billable', 'mentoring', 'overtime'] as const
export type TimeKind = (typeof timeKinds)[number]

/**
 * Work logged. What it costs and is billed at is filled in by the database from the rates of its day; a later rate
 * changes it until it is approved, and nothing does from then on.
 */
export const timeEntries = pgTable(
  'time_entries',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    taskId: uuid('task_id').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    /** The role the work was done in, as it was then: what the rates are looked up by. */
    jobRole: text('job_role').notNull(),
    workedOn: date('worked_on', { mode: 'string' }).notNull(),
    /** The day it counts on: its own, or for a reversal one of the open month. */
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    /** The entry of a closed month that this one takes back, with minutes below zero. */
    reverses: uuid('reverses'),
    /** The entry of a closed month that this one stands for, once that is taken back. */
    corrects: uuid('corrects'),
    minutes: integer('minutes').notNull(),
    kind: text('kind', { enum: timeKinds }).notNull().default('billable'),
    note: text('note').notNull().default(''),
    /** The contract line that it is billed by; null on a fixed price's work that nobody tied to a line. */
    contractLineId: uuid('contract_line_id'),
    /** Handed in for approval; null while it may still be changed by its author. */
    submittedAt: instant('submitted_at'),
    /** Right for the project, where hours freeze only once the line manager has released the week. */
    checkedAt: instant('checked_at'),
    checkedBy: uuid('checked_by').references(() => staff.id, { onDelete: 'restrict' }),
    approvedAt: instant('approved_at'),
    approvedBy: uuid('approved_by').references(() => staff.id, { onDelete: 'restrict' }),
    /** The cost of an hour in its own currency, and what one of that is worth in the contract's. Null: no rate yet. */
    costHourMinor: minor('cost_hour_minor'),
    costCurrency: text('cost_currency'),
    exchangeRate: numeric('exchange_rate', { precision: 18, scale: 8 }),
    /** In the contract's currency. */
    costMinor: minor('cost_minor'),
    /** The same at the standard rate of the role: what everybody but finance reads. */
    standardMinor: minor('standard_minor'),
    billHourMinor: minor('bill_hour_minor'),
    billMinor: minor('bill_minor'),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    index('time_entries_project').on(t.projectId, t.workedOn),
    index('time_entries_staff').on(t.staffId, t.workedOn),
    index('time_entries_of_task').on(t.taskId),
    index('time_entries_booked').on(t.bookedOn, t.projectId),
    index('time_entries_project_booked').on(t.projectId, t.bookedOn),
    // What hinders the closing of a month: hours that nobody approved or that have no rate.
    index('time_entries_open')
      .on(t.bookedOn)
      .where(sql`${t.approvedAt} is null or ${t.costMinor} is null`),
    index('time_entries_unapproved')
      .on(t.workedOn)
      .where(sql`${t.approvedAt} is null`),
    unique('time_entries_in_project').on(t.projectId, t.id),
    unique('time_entries_reversed_once').on(t.reverses),
    check(
      'time_entries_minutes',
      sql`case when ${t.reverses} is null then ${t.minutes} between 1 and 1440 else ${t.minutes} between -1440 and -1 end`,
    ),
    check(
      'time_entries_booked',
      sql`${t.reverses} is not null or ${t.corrects} is not null or ${t.bookedOn} = ${t.workedOn}`,
    ),
    check('time_entries_kind', sql`${t.kind} in ('billable', 'non-billable', 'mentoring', 'overtime')`),
    check('time_entries_approved', sql`(${t.approvedAt} is null) = (${t.approvedBy} is null)`),
    check('time_entries_approved_by_another', sql`${t.approvedBy} <> ${t.staffId}`),
    check('time_entries_checked', sql`(${t.checkedAt} is null) = (${t.checkedBy} is null)`),
    check('time_entries_checked_by_another', sql`${t.checkedBy} <> ${t.staffId}`),
    check('time_entries_checked_once_submitted', sql`${t.checkedAt} is null or ${t.submittedAt} is not null`),
    check('time_entries_submitted_first', sql`${t.approvedAt} is null or ${t.submittedAt} is not null`),
    foreignKey({
      name: 'time_entries_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'time_entries_reversed',
      columns: [t.projectId, t.reverses],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    check('time_entries_reverses_or_corrects', sql`${t.reverses} is null or ${t.corrects} is null`),
    unique('time_entries_corrected_once').on(t.corrects),
    foreignKey({
      name: 'time_entries_corrected',
      columns: [t.projectId, t.corrects],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'time_entries_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('restrict'),
  ],
)

/**
 * What became of a person's week in a project: handed in, found right by the project where the line manager still has to
 * release it, approved, sent back with a reason, taken back.
 */
export const timeReviews = pgTable(
  'time_reviews',
  {
    id: id(),
    projectId: project(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    /** The week's Monday. */
    weekOn: date('week_on', { mode: 'string' }).notNull(),
    act: text('act', { enum: ['submitted', 'checked', 'approved', 'sent-back', 'taken-back'] }).notNull(),
    minutes: integer('minutes').notNull(),
    reason: text('reason').notNull().default(''),
    doneBy: uuid('done_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    doneAt: recordedAt('done_at'),
  },
  (t) => [
    index('time_reviews_of_week').on(t.projectId, t.staffId, t.weekOn, t.doneAt),
    check(
      'time_reviews_act',
      sql`${t.act} in ('submitted', 'checked', 'approved', 'sent-back', 'taken-back')`,
    ),
    check('time_reviews_monday', sql`extract(isodow from ${t.weekOn}) = 1`),
    check('time_reviews_reason', sql`${t.act} <> 'sent-back' or ${t.reason} <> ''`),
  ],
)

/** A clock that somebody started on a task: one a person. */
export const timers = pgTable(
  'timers',
  {
    staffId: uuid('staff_id')
      .primaryKey()
      .references(() => staff.id, { onDelete: 'restrict' }),
    projectId: uuid('project_id').notNull(),
    taskId: uuid('task_id').notNull(),
    kind: text('kind', { enum: timeKinds }).notNull().default('billable'),
    note: text('note').notNull().default(''),
    startedAt: recordedAt('started_at'),
  },
  (t) => [
    check('timers_kind', sql`${t.kind} in ('billable', 'non-billable', 'mentoring', 'overtime')`),
    foreignKey({
      name: 'timers_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('restrict'),
  ],
)

/** The contract line that a task's hours are billed by, where the contract has several: the manager says it. */
export const taskLines = pgTable(
  'task_lines',
  {
    projectId: uuid('project_id').notNull(),
    taskId: uuid('task_id').primaryKey(),
    contractLineId: uuid('contract_line_id').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'task_lines_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'task_lines_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('cascade'),
  ],
)

/** A working day that somebody logged nothing on and was reminded of: once. */
export const timeReminders = pgTable(
  'time_reminders',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    missedOn: date('missed_on', { mode: 'string' }).notNull(),
    mailId: uuid('mail_id')
      .notNull()
      .references(() => mails.id, { onDelete: 'restrict' }),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.missedOn] })],
)
