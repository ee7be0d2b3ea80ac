import type { Decided } from './catalogue'

/** Boards are set up by the manager and worked on by the team; customers and finance read nothing of them. */
export const decidedBoards: Record<string, Decided> = {
  'public.boards': {
    columns: 'id, project_id, task_uid, unit, created_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.board_columns': {
    columns: 'id, project_id, board_id, position, name, wip_limit, is_done',
    program_manager: 'select',
    project_manager: 'select insert update(position, name, wip_limit) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.iterations': {
    columns: 'id, project_id, board_id, name, starts_on, ends_on, milestone_uid',
    program_manager: 'select',
    project_manager: 'select insert update(name, starts_on, ends_on, milestone_uid) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.board_items': {
    columns:
      'id, project_id, board_id, number, title, note, size, staff_id, iteration_id, column_id, moved_at, dropped_at',
    program_manager: 'select',
    project_manager:
      'select insert update(title, note, size, staff_id, iteration_id, column_id, moved_at, dropped_at)',
    rule_keeper: 'select',
    team_member:
      'select insert update(title, note, size, staff_id, iteration_id, column_id, moved_at, dropped_at)',
  },
  'public.board_steps': {
    columns: 'id, project_id, board_id, item_id, scope_change, done_change, to_column, done_by, done_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select insert',
  },
}
