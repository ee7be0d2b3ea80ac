import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, recordedAt } from './columns'
import { staff } from './people'

export const leaveKinds = ['holiday', 'sick', 'training', 'other'] as const

/** Days that somebody is away: asked for, then approved or refused by the line manager, and taken back by nobody but the asker. */
export const leaves = pgTable(
  'leaves',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: leaveKinds }).notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    isHalfDay: boolean('is_half_day').notNull().default(false),
    note: text('note').notNull().default(''),
    askedAt: recordedAt('asked_at'),
    verdict: text('verdict', { enum: ['approved', 'refused'] }),
    reason: text('reason').notNull().default(''),
    decidedBy: uuid('decided_by').references(() => staff.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('leaves_of_staff').on(t.staffId, t.toOn),
    check('leaves_kind', sql`${t.kind} in ('holiday', 'sick', 'training', 'other')`),
    check('leaves_dates', sql`${t.toOn} between ${t.fromOn} and ${t.fromOn} + 366`),
    check('leaves_half_day', sql`not ${t.isHalfDay} or ${t.fromOn} = ${t.toOn}`),
    check('leaves_verdict', sql`${t.verdict} in ('approved', 'refused')`),
    check(
      'leaves_decided',
      sql`(${t.verdict} is null) = (${t.decidedBy} is null) and (${t.verdict} is null) = (${t.decidedAt} is null)`,
    ),
    check('leaves_decided_by_another', sql`${t.decidedBy} <> ${t.staffId}`),
    check('leaves_refused_with_a_reason', sql`${t.verdict} <> 'refused' or ${t.reason} <> ''`),
  ],
)

export const skills = pgTable('skills', {
  id: id(),
  name: text('name').notNull().unique(),
  createdAt: recordedAt('created_at'),
})

/** What somebody can do, from 1 (has seen it done) to 5 (teaches it). */
export const staffSkills = pgTable(
  'staff_skills',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    skillId: uuid('skill_id')
      .notNull()
      .references(() => skills.id, { onDelete: 'restrict' }),
    level: integer('level').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.staffId, t.skillId] }),
    check('staff_skills_level', sql`${t.level} between 1 and 5`),
  ],
)
