import type { Decided } from './catalogue'

/** Phases, gates, templates, appraisals and what a project needs of others: the tables. */
export const decidedGovernance: Record<string, Decided> = {
  'public.appraisals': {
    columns: 'id, project_id, number, title, context, content, written_by, written_at',
    program_manager: 'select',
    project_manager: 'select insert update(title, context, content) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.decision_records': {
    columns:
      'id, project_id, number, title, context, decision, reason, decided_on, appraised, appraisal_id, recorded_by, recorded_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.dependencies': {
    columns:
      'id, project_id, number, what, party, need_on, owner_contact_id, owner_name, task_uid, note, closing, closing_note, closed_by, closed_at, recorded_at',
    portal_views: 'select(id, project_id, closing, closed_at)',
    program_manager: 'select',
    project_manager:
      'select insert update(what, party, need_on, owner_contact_id, owner_name, task_uid, note, closing, closing_note, closed_by, closed_at)',
    rule_keeper: 'select',
    team_member: 'select',
    worker_app: 'select(id, project_id, number)',
  },
  'public.dependency_answers': {
    columns:
      'id, project_id, request_id, answer, remark, promised_on, file_name, file_sha256, answered_by, answered_at',
    portal_views: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select insert',
    team_member: 'select',
    worker_app: 'select',
  },
  'public.dependency_requests': {
    columns:
      'id, project_id, dependency_id, round, what, need_on, for_task, message, contact_id, put_by, put_at',
    portal_views: 'select',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
    worker_app: 'select',
  },
  'public.gate_condition_closures': {
    columns: 'condition_id, project_id, note, closed_by, closed_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_conditions': {
    columns: 'id, project_id, gate_decision_id, position, text, owner_id, due_on',
    program_manager: 'select insert',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_criteria': {
    columns: 'id, project_id, phase_id, position, kind, statement',
    program_manager: 'select',
    project_manager: 'select insert update(position, kind, statement) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_criterion_results': {
    columns: 'id, project_id, criterion_id, result, note, recorded_by, recorded_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_decisions': {
    columns: 'id, project_id, number, phase_id, outcome, reason, state, digest, decided_by, decided_at',
    program_manager: 'select insert',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_evidence': {
    columns: 'id, project_id, phase_id, position, element, submission_level, is_required',
    program_manager: 'select',
    project_manager: 'select insert update(position, element, submission_level, is_required) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.gate_evidence_records': {
    columns:
      'id, project_id, evidence_id, status, note, file_name, file_sha256, deliverable_id, decision_record_id, recorded_by, recorded_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.project_drafts': {
    columns:
      'id, started_by, started_at, template_name, content, customer_id, code, name, objective, starts_on, choices, project_id, founded_at',
    project_manager: 'select insert update(choices, project_id, founded_at)',
    rule_keeper: 'select',
  },
  'public.project_origins': {
    columns: 'project_id, template_name, template_digest, applied_by, applied_at',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.project_phases': {
    columns: 'id, project_id, position, name, gate_name, task_uid',
    program_manager: 'select',
    project_manager: 'select insert update(position, name, gate_name, task_uid) delete',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'public.project_templates': {
    columns: 'id, name, description, content, from_project_id, saved_by, saved_at',
    administrator: 'select(id, name, description, content, saved_by, saved_at) update(name, description)',
    program_manager: 'select',
    project_manager: 'select insert update(name, description)',
    rule_keeper: 'select',
  },
  'public.tailoring_records': {
    columns: 'project_id, position, part, name, choice, adapted, reason',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
    team_member: 'select',
  },
}

/** The views by which they are read. */
export const decidedGovernanceViews: Record<string, Decided> = {
  'app.gate_criterion_states': {
    columns:
      'project_id, phase_id, criterion_id, position, kind, statement, result_id, result, note, recorded_by, recorded_at, is_met',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'app.gate_evidence_states': {
    columns:
      'project_id, phase_id, evidence_id, position, element, submission_level, is_required, record_id, status, note, file_name, file_sha256, deliverable_id, decision_record_id, recorded_by, recorded_at, is_met',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'app.gate_states': {
    columns: 'project_id, phase_id, state, is_met, digest',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'app.phase_states': {
    columns: 'project_id, phase_id, position, gate_decision_id, outcome, decided_at, is_passed, is_current',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'portal.customer_dependencies': {
    columns:
      'id, project_id, what, need_on, for_task, message, put_at, put_by_name, contact_id, contact_name, closing, closed_at, is_mine, answers',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.dependency_files': {
    columns: 'answer_id, project_id, file_name, sha256, media_type',
    owner: 'portal_views',
    portal_app: 'select',
  },
}

export const decidedGovernanceFunctions: Record<string, string> = {
  'app.check_gate_conditions': 'rule_keeper:',
  'app.decide_gate': 'rule_keeper:',
  'app.keep_phases': 'rule_keeper:',
  'portal.answer_dependency': 'rule_keeper: portal_app',
}
