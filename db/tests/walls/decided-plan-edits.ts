import type { Decided } from './catalogue'

/** What was saved of a plan, and that nothing of it is saved unnoticed. */
export const decidedPlanEdits: Record<string, Decided> = {
  'public.plan_edits': {
    columns: 'project_id, number, staff_id, key, made_on, edits, renamed, saved_at, removed',
    program_manager: 'select(project_id, number, staff_id, saved_at)',
    project_manager: 'select insert',
    rule_keeper: 'select insert',
    team_member: 'select(project_id, number, staff_id, saved_at)',
  },
}

export const decidedPlanEditFunctions: Record<string, string> = {
  'app.check_planned_people': 'rule_keeper:',
  'app.note_plan': 'rule_keeper:',
  'app.note_plan_rows': 'rule_keeper:',
  'app.note_plan_settings': 'rule_keeper:',
  'app.number_plan_edit': 'rule_keeper:',
  'app.planned_people': 'rule_keeper:',
  'app.put_people_of_assignments': 'rule_keeper:',
  'app.put_people_of_resources': 'rule_keeper:',
  'app.put_planned_people': 'rule_keeper:',
}
