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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { deliverables } from './contract'
import { projectContacts } from './participants'
import { staff } from './people'
import { skills } from './people-capacity'
import { tasks } from './plan'
import { project } from './project-column'
import { vendors } from './vendor-names'

/** What a task asks of whoever does it, and at which level at least. */
export const taskSkills = pgTable(
  'task_skills',
  {
    projectId: project(),
    taskId: uuid('task_id').notNull(),
    skillId: uuid('skill_id')
      .notNull()
      .references(() => skills.id, { onDelete: 'restrict' }),
    level: integer('level').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.skillId] }),
    check('task_skills_level', sql`${t.level} between 1 and 5`),
    foreignKey({
      name: 'task_skills_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('cascade'),
  ],
)

/**
 * Time kept for a project: of a person, of a role that nobody fills yet, or of a vendor. So many minutes on each working
 * day, or a share of what the person has on it. A hard one is a promise; a soft one a wish.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: id(),
    projectId: project(),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    vendorId: uuid('vendor_id').references(() => vendors.id, { onDelete: 'restrict' }),
    /** The role wanted; also kept once a person fills it. '' for none. */
    jobRole: text('job_role').notNull().default(''),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    dayMinutes: integer('day_minutes'),
    sharePercent: integer('share_percent'),
    firmness: text('firmness', { enum: ['soft', 'hard'] }).notNull(),
    /** Why it is booked above what the person has; '' where it is not. */
    overReason: text('over_reason').notNull().default(''),
    note: text('note').notNull().default(''),
    bookedBy: uuid('booked_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    bookedAt: recordedAt('booked_at'),
  },
  (t) => [
    unique('bookings_in_project').on(t.projectId, t.id),
    index('bookings_of_staff').on(t.staffId, t.toOn),
    index('bookings_of_project').on(t.projectId),
    check('bookings_firmness', sql`${t.firmness} in ('soft', 'hard')`),
    check('bookings_dates', sql`${t.toOn} between ${t.fromOn} and ${t.fromOn} + 1100`),
    check(
      'bookings_of_somebody',
      sql`case when ${t.staffId} is not null then ${t.vendorId} is null when ${t.vendorId} is not null then ${t.jobRole} = '' else ${t.jobRole} <> '' end`,
    ),
    check('bookings_amount', sql`(${t.dayMinutes} is null) <> (${t.sharePercent} is null)`),
    check('bookings_minutes', sql`${t.dayMinutes} between 1 and 1440`),
    check('bookings_share', sql`${t.sharePercent} between 1 and 200`),
    check('bookings_share_of_a_person', sql`${t.sharePercent} is null or ${t.staffId} is not null`),
  ],
)

/** Who is on a project's team, and as what: one of us, a vendor's person by name, or one of the customer's. */
export const teamPlaces = pgTable(
  'team_places',
  {
    id: id(),
    projectId: project(),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    contactId: uuid('contact_id'),
    vendorId: uuid('vendor_id').references(() => vendors.id, { onDelete: 'restrict' }),
    /** Of a vendor's person, whom no other table names. */
    personName: text('person_name').notNull().default(''),
    function: text('function').notNull(),
    /** Named to the customer, with the function: somebody said so. */
    isShownToCustomer: boolean('is_shown_to_customer').notNull().default(false),
    addedAt: recordedAt('added_at'),
  },
  (t) => [
    unique('team_places_in_project').on(t.projectId, t.id),
    unique('team_places_staff').on(t.projectId, t.staffId),
    unique('team_places_contact').on(t.projectId, t.contactId),
    check('team_places_of_one', sql`num_nonnulls(${t.staffId}, ${t.contactId}, ${t.vendorId}) = 1`),
    check('team_places_name', sql`(${t.personName} <> '') = (${t.vendorId} is not null)`),
    check('team_places_function', sql`${t.function} <> ''`),
    foreignKey({
      name: 'team_places_contact_in_project',
      columns: [t.projectId, t.contactId],
      foreignColumns: [projectContacts.projectId, projectContacts.contactId],
    }).onDelete('restrict'),
  ],
)

/** Responsible, accountable, consulted, informed: for a phase of the plan or for a deliverable. One is accountable. */
export const raciRoles = pgTable(
  'raci_roles',
  {
    id: id(),
    projectId: project(),
    teamPlaceId: uuid('team_place_id').notNull(),
    taskId: uuid('task_id'),
    deliverableId: uuid('deliverable_id'),
    letter: text('letter', { enum: ['R', 'A', 'C', 'I'] }).notNull(),
  },
  (t) => [
    check('raci_roles_letter', sql`${t.letter} in ('R', 'A', 'C', 'I')`),
    check('raci_roles_for_one', sql`num_nonnulls(${t.taskId}, ${t.deliverableId}) = 1`),
    unique('raci_roles_once_a_phase').on(t.teamPlaceId, t.taskId),
    unique('raci_roles_once_a_deliverable').on(t.teamPlaceId, t.deliverableId),
    uniqueIndex('raci_roles_one_accountable_for_a_phase')
      .on(t.taskId)
      .where(sql`${t.letter} = 'A'`),
    uniqueIndex('raci_roles_one_accountable_for_a_deliverable')
      .on(t.deliverableId)
      .where(sql`${t.letter} = 'A'`),
    foreignKey({
      name: 'raci_roles_place',
      columns: [t.projectId, t.teamPlaceId],
      foreignColumns: [teamPlaces.projectId, teamPlaces.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'raci_roles_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'raci_roles_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
  ],
)
