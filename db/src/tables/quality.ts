import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { deliverables } from './contract'
import { staff } from './people'
import { project } from './project-column'

/** What somebody of ours makes sure of before a version goes to the customer: the release gate. */
export const qualityChecks = pgTable(
  'quality_checks',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    position: integer('position').notNull(),
    statement: text('statement').notNull(),
    checkerId: uuid('checker_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
  },
  (t) => [
    unique('quality_checks_position').on(t.deliverableId, t.position),
    unique('quality_checks_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'quality_checks_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
  ],
)

/** What the named checker found on one version; the latest counts. */
export const qualityCheckResults = pgTable(
  'quality_check_results',
  {
    id: id(),
    projectId: project(),
    checkId: uuid('check_id').notNull(),
    version: integer('version').notNull(),
    result: text('result', { enum: ['passed', 'failed'] }).notNull(),
    note: text('note').notNull().default(''),
    checkedBy: uuid('checked_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    checkedAt: recordedAt('checked_at'),
  },
  (t) => [
    check('quality_check_results_result', sql`${t.result} in ('passed', 'failed')`),
    check('quality_check_results_version', sql`${t.version} > 0`),
    check('quality_check_results_reason', sql`${t.result} = 'passed' or ${t.note} ~ '\\S'`),
    foreignKey({
      name: 'quality_check_results_check',
      columns: [t.projectId, t.checkId],
      foreignColumns: [qualityChecks.projectId, qualityChecks.id],
    }).onDelete('restrict'),
  ],
)
