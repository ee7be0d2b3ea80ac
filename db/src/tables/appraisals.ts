import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { staff } from './people'
import { project } from './project-column'

/** Ways of delivering, weighed against each other: a working paper until its choice is recorded. */
export const appraisals = pgTable(
  'appraisals',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    context: text('context').notNull().default(''),
    /** The domain's Appraisal: criteria with weights, options, and a score for each pair. */
    content: jsonb('content').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    writtenAt: recordedAt('written_at'),
  },
  (t) => [
    unique('appraisals_number').on(t.projectId, t.number),
    unique('appraisals_in_project').on(t.projectId, t.id),
    check('appraisals_title', sql`${t.title} ~ '\\S'`),
  ],
)

/** What was decided in a project, why, and instead of what. A change of mind is another record. */
export const decisionRecords = pgTable(
  'decision_records',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    context: text('context').notNull().default(''),
    decision: text('decision').notNull(),
    reason: text('reason').notNull().default(''),
    decidedOn: date('decided_on', { mode: 'string' }).notNull(),
    /** The appraisal as it was when its option was chosen, with the totals; null where nothing was weighed. */
    appraised: jsonb('appraised'),
    appraisalId: uuid('appraisal_id'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('decision_records_number').on(t.projectId, t.number),
    unique('decision_records_in_project').on(t.projectId, t.id),
    unique('decision_records_appraisal').on(t.projectId, t.appraisalId),
    foreignKey({
      name: 'decision_records_of_appraisal',
      columns: [t.projectId, t.appraisalId],
      foreignColumns: [appraisals.projectId, appraisals.id],
    }).onDelete('restrict'),
    check('decision_records_words', sql`${t.title} ~ '\\S' and ${t.decision} ~ '\\S'`),
    check('decision_records_appraised', sql`(${t.appraised} is null) = (${t.appraisalId} is null)`),
    // A decision without an appraisal always says why; one that follows the best total has that for a reason.
    check(
      'decision_records_reason',
      sql`${t.reason} ~ '\\S' or (${t.appraised} is not null and (${t.appraised} ->> 'isBest')::boolean)`,
    ),
  ],
)
