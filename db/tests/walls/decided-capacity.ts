import type { Decided } from './catalogue'

const leaveRight = 'select insert update(verdict, reason, decided_by, decided_at, withdrawn_at)'
const everybody =
  'team_member project_manager program_manager finance account_manager executive administrator'
const each = (roles: string, right: string) =>
  Object.fromEntries(roles.split(' ').map((role) => [role, right]))

/** People's time: tables. */
export const decidedCapacityTables: Record<string, Decided> = {
  'public.leaves': {
    columns:
      'id, staff_id, kind, from_on, to_on, is_half_day, note, asked_at, verdict, reason, decided_by, decided_at, withdrawn_at',
    ...each(everybody, leaveRight),
    rule_keeper: 'select',
  },
  'public.skills': {
    columns: 'id, name, created_at',
    ...each('finance account_manager executive', 'select'),
    ...each('team_member project_manager program_manager administrator', 'select insert'),
    rule_keeper: 'select',
  },
  'public.staff_skills': {
    columns: 'staff_id, skill_id, level',
    ...each('finance account_manager executive', 'select'),
    ...each('team_member project_manager program_manager administrator', 'select insert update delete'),
    rule_keeper: 'select',
  },
  'public.bookings': {
    columns:
      'id, project_id, staff_id, vendor_id, job_role, from_on, to_on, day_minutes, share_percent, firmness, over_reason, note, booked_by, booked_at',
    project_manager: 'select insert update delete',
    program_manager: 'select',
    rule_keeper: 'select',
  },
  'public.team_places': {
    columns:
      'id, project_id, staff_id, contact_id, vendor_id, person_name, function, is_shown_to_customer, added_at',
    project_manager: 'select insert update delete',
    program_manager: 'select',
    team_member: 'select',
    portal_views:
      'select(id, project_id, staff_id, contact_id, vendor_id, person_name, function, is_shown_to_customer)',
    rule_keeper: 'select',
  },
  'public.raci_roles': {
    columns: 'id, project_id, team_place_id, task_id, deliverable_id, letter',
    project_manager: 'select insert update delete',
    program_manager: 'select',
    team_member: 'select',
    rule_keeper: 'select',
  },
  'public.task_skills': {
    columns: 'project_id, task_id, skill_id, level',
    project_manager: 'select insert update delete',
    program_manager: 'select',
    team_member: 'select',
    rule_keeper: 'select',
  },
}

const readers = each(
  'team_member project_manager program_manager finance account_manager executive',
  'select',
)

/** And views. */
export const decidedCapacityViews: Record<string, Decided> = {
  'app.absences': {
    columns: 'staff_id, from_on, to_on, is_half_day, is_approved',
    owner: 'rule_keeper',
    ...readers,
  },
  'app.people_bookings': {
    columns:
      'id, project_id, code, project, manager, staff_id, job_role, vendor, from_on, to_on, day_minutes, share_percent, firmness',
    owner: 'rule_keeper',
    ...readers,
  },
  'app.people_work': {
    columns:
      'project_id, code, project, manager, staff_id, task_uid, task, starts_local, finishes_local, percent_complete, minutes',
    owner: 'rule_keeper',
    ...readers,
  },
  'app.people_hours': {
    columns: 'project_id, staff_id, worked_on, minutes',
    owner: 'rule_keeper',
    ...readers,
  },
  'app.reports': {
    columns: 'id, name, weekly_minutes, day_minutes, holiday_place, time_zone, logs_time',
    owner: 'rule_keeper',
    ...each(everybody, 'select'),
  },
  'app.report_hours': {
    columns: 'staff_id, project_id, code, project, worked_on, state, minutes, billable_minutes, handed_in_at',
    owner: 'rule_keeper',
    ...each(everybody, 'select'),
  },
  'portal.team': {
    columns: 'id, project_id, name, function, side',
    owner: 'portal_views',
    portal_app: 'select',
  },
}

const staffRoles =
  'account_manager administrator executive finance program_manager project_manager team_member'

/** And functions. */
export const decidedCapacityFunctions: Record<string, string> = {
  'app.answer_report_week': `rule_keeper: ${staffRoles}`,
  'app.check_hard_booking': 'rule_keeper:',
  'app.check_leave': 'rule_keeper:',
  'app.check_line_manager': 'rule_keeper:',
  'app.check_release': 'rule_keeper:',
  'app.line_manager_releases': `rule_keeper: ${staffRoles}`,
  'app.minutes_there': 'rule_keeper:',
  'app.report_ids': `rule_keeper: ${staffRoles}`,
  'app.sees_capacity': `rule_keeper: ${staffRoles}`,
  'app.tell_of_week': 'rule_keeper:',
  'app.waits_for_release': 'rule_keeper: finance program_manager project_manager team_member',
  'app.working_minutes': 'rule_keeper:',
}
