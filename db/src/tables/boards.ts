import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, recordedAt } from './columns'
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'

const boardId = () => uuid('board_id').notNull()

/** A task of the plan that is worked on in iterations: the board's items are its work, and say how far it is. */
export const boards = pgTable(
  'boards',
  {
    id: id(),
    projectId: project(),
    taskUid: integer('task_uid').notNull(),
    unit: text('unit', { enum: ['points', 'hours'] }).notNull(),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    unique('boards_in_project').on(t.projectId, t.id),
    unique('boards_once').on(t.projectId, t.taskUid),
    check('boards_unit', sql`${t.unit} in ('points', 'hours')`),
    foreignKey({
      name: 'boards_task',
      columns: [t.projectId, t.taskUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('restrict'),
  ],
)

/** Steps of the work from left to right. What stands in the last one is done. */
export const boardColumns = pgTable(
  'board_columns',
  {
    id: id(),
    projectId: project(),
    boardId: boardId(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** No more items at once; null for no limit. */
    wipLimit: integer('wip_limit'),
    isDone: boolean('is_done').notNull().default(false),
  },
  (t) => [
    unique('board_columns_of_board').on(t.boardId, t.id),
    check('board_columns_name', sql`${t.name} ~ '\\S'`),
    check('board_columns_limit', sql`${t.wipLimit} > 0`),
    foreignKey({
      name: 'board_columns_board',
      columns: [t.projectId, t.boardId],
      foreignColumns: [boards.projectId, boards.id],
    }).onDelete('restrict'),
  ],
)

/** A span of days for which the team takes on work. One may end with a milestone of the plan, which then has its date. */
export const iterations = pgTable(
  'iterations',
  {
    id: id(),
    projectId: project(),
    boardId: boardId(),
    name: text('name').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    milestoneUid: integer('milestone_uid'),
  },
  (t) => [
    unique('iterations_of_board').on(t.boardId, t.id),
    unique('iterations_milestone').on(t.projectId, t.milestoneUid),
    check('iterations_days', sql`${t.startsOn} <= ${t.endsOn}`),
    foreignKey({
      name: 'iterations_board',
      columns: [t.projectId, t.boardId],
      foreignColumns: [boards.projectId, boards.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'iterations_milestone_task',
      columns: [t.projectId, t.milestoneUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('restrict'),
  ],
)

/** Work on a board: in the backlog while it stands in no column. */
export const boardItems = pgTable(
  'board_items',
  {
    id: id(),
    projectId: project(),
    boardId: boardId(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    note: text('note').notNull().default(''),
    /** Points, or minutes where the board counts hours. */
    size: integer('size'),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    iterationId: uuid('iteration_id'),
    columnId: uuid('column_id'),
    /** Since when it stands in its column: the order within it. */
    movedAt: instant('moved_at').notNull(),
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    unique('board_items_number').on(t.boardId, t.number),
    unique('board_items_in_project').on(t.projectId, t.id),
    index('board_items_of_column').on(t.columnId),
    check('board_items_title', sql`${t.title} ~ '\\S'`),
    check('board_items_size', sql`${t.size} between 0 and 100000`),
    foreignKey({
      name: 'board_items_board',
      columns: [t.projectId, t.boardId],
      foreignColumns: [boards.projectId, boards.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'board_items_column',
      columns: [t.boardId, t.columnId],
      foreignColumns: [boardColumns.boardId, boardColumns.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'board_items_iteration',
      columns: [t.boardId, t.iterationId],
      foreignColumns: [iterations.boardId, iterations.id],
    }).onDelete('restrict'),
  ],
)

/** What each act changed of how much there is to do and how much is done; summed, it is where the board stands. */
export const boardSteps = pgTable(
  'board_steps',
  {
    id: id(),
    projectId: project(),
    boardId: boardId(),
    itemId: uuid('item_id').notNull(),
    scopeChange: integer('scope_change').notNull(),
    doneChange: integer('done_change').notNull(),
    /** Where it was moved to; null for what was added, sized or dropped, and for the backlog. */
    toColumn: text('to_column'),
    doneBy: uuid('done_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    doneAt: recordedAt('done_at'),
  },
  (t) => [
    index('board_steps_of_board').on(t.boardId, t.doneAt),
    foreignKey({
      name: 'board_steps_item',
      columns: [t.projectId, t.itemId],
      foreignColumns: [boardItems.projectId, boardItems.id],
    }).onDelete('restrict'),
  ],
)
