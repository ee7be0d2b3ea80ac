import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, recordedAt, sha256 } from './columns'
import { customers, staff } from './people'
import { project } from './project-column'
import { projects } from './projects'

/** A project to begin others with, saved from one that was. What comes with the product is no row. */
export const projectTemplates = pgTable(
  'project_templates',
  {
    id: id(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    /** The domain's ProjectTemplate. */
    content: jsonb('content').notNull(),
    fromProjectId: uuid('from_project_id').references(() => projects.id, { onDelete: 'restrict' }),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    savedAt: recordedAt('saved_at'),
  },
  (t) => [check('project_templates_name', sql`${t.name} ~ '\\S'`)],
)

/** A project on its way from a template: who it is for, and step by step what is kept, adapted or left out. */
export const projectDrafts = pgTable(
  'project_drafts',
  {
    id: id(),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    startedAt: recordedAt('started_at'),
    templateName: text('template_name').notNull(),
    /** The template as it was when the draft began. */
    content: jsonb('content').notNull(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'restrict' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    objective: text('objective').notNull(),
    startsOn: text('starts_on').notNull(),
    /** The domain's TailoringChoice, each. */
    choices: jsonb('choices').notNull().default([]),
    projectId: uuid('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    foundedAt: instant('founded_at'),
  },
  (t) => [check('project_drafts_founded', sql`(${t.projectId} is null) = (${t.foundedAt} is null)`)],
)

/** Which template a project began with. */
export const projectOrigins = pgTable('project_origins', {
  projectId: project().primaryKey(),
  templateName: text('template_name').notNull(),
  /** Of the template as canonical JSON. */
  templateDigest: sha256('template_digest').notNull(),
  appliedBy: uuid('applied_by')
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' }),
  appliedAt: recordedAt('applied_at'),
})

/** What was kept, adapted or left out of the template, and why. */
export const tailoringRecords = pgTable(
  'tailoring_records',
  {
    projectId: project(),
    position: integer('position').notNull(),
    part: text('part', { enum: ['phase', 'task', 'deliverable', 'risk'] }).notNull(),
    name: text('name').notNull(),
    choice: text('choice', { enum: ['keep', 'adapt', 'omit'] }).notNull(),
    /** What it was adapted to; '' where it was not. */
    adapted: text('adapted').notNull().default(''),
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.position] }),
    foreignKey({
      name: 'tailoring_records_origin',
      columns: [t.projectId],
      foreignColumns: [projectOrigins.projectId],
    }).onDelete('restrict'),
    check('tailoring_records_part', sql`${t.part} in ('phase', 'task', 'deliverable', 'risk')`),
    check('tailoring_records_choice', sql`${t.choice} in ('keep', 'adapt', 'omit')`),
    check('tailoring_records_reason', sql`${t.choice} = 'keep' or ${t.reason} ~ '\\S'`),
    check('tailoring_records_adapted', sql`(${t.choice} = 'adapt') = (${t.adapted} ~ '\\S')`),
  ],
)
