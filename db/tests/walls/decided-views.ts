import type { Decided } from './catalogue'

/** The same for views: what each shows, with whose rights (`owner`; without one, the asker's), and to whom. */
export const decidedViews: Record<string, Decided> = {
  'app.billing_milestone_states': {
    columns:
      'project_id, billing_milestone_id, name, amount_minor, due_on, position, released_at, released_minor, billed_minor, invoice_id, invoice_number, issued_on, invoice_due_on, state',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    worker_app: 'select',
  },
  'app.criteria_agreements': {
    columns: 'project_id, deliverable_id, number, is_current, confirmed_at',
    program_manager: 'select',
    project_manager: 'select',
    team_member: 'select',
  },
  'app.criteria_met': {
    columns: 'project_id, deliverable_id, weight, met_at',
    owner: 'rule_keeper',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.deliverable_states': {
    columns:
      'project_id, deliverable_id, submission_id, version, submitted_at, outcome, decided_at, stage, decision_kind, state',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    team_member: 'select',
  },
  'app.project_margins': {
    columns:
      'project_id, currency, value_minor, earned_minor, invoiced_minor, paid_minor, worked_minutes, cost_minor, unrated_minutes, margin_minor, margin_basis_points',
    owner: 'margin_views',
    account_manager: 'select',
    executive: 'select',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.reminders_sent': {
    columns:
      'project_id, submission_id, kind, days_before, last_day, contact_name, written_at, sent_at, receipt',
    owner: 'rule_keeper',
    program_manager: 'select',
    project_manager: 'select',
    team_member: 'select',
  },
  'app.signatures_this_round': {
    columns: 'project_id, submission_id, signed_by, on_behalf_of, signed_at, outcome, results, reservations',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    worker_app: 'select',
  },
  'portal.acceptance_calendars': {
    columns: 'project_id, uid, definition, calendar_uid',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.authorities': {
    columns:
      'project_id, kind, currency, up_to_minor, from_on, to_on, delegated_by, delegated_by_name, delegated_from, delegated_until',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.certificates': {
    columns: 'id, project_id, decision_id, submission_id, number, issued_at, file_sha256, size_bytes',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.clock_pauses': {
    columns: 'id, project_id, submission_id, cause, reason, paused_at, resumed_at',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.correction_agreements': {
    columns: 'project_id, decision_id, reason, agreed_at, agreed_by_name',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.criteria': {
    columns:
      'id, project_id, deliverable_id, deliverable_code, deliverable_name, deliverable_description, deliverable_position, number, criteria, digest, proposed_at, proposed_by_name, confirmed_at, confirmed_by_name, statement',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.criterion_results': {
    columns: 'project_id, decision_id, criterion_id, result, comment',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.decisions': {
    columns:
      'id, project_id, submission_id, kind, act, refers_to, outcome, decided_at, time_zone, typed_name, statement, reason, submission_digest, releases_basis_points, clause, clock, decided_by_name, decided_by_job_title, on_behalf_of_name, is_in_force',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.delegations': {
    columns:
      'id, project_id, from_contact_id, from_name, to_contact_id, to_name, from_on, to_on, reason, delegated_at, revoked_at',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.invoices': {
    columns:
      'id, project_id, number, issued_on, due_on, currency, net_minor, tax_minor, gross_minor, paid_minor, file_sha256, size_bytes',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.ledger_checkpoints': {
    columns:
      'project_id, number, taken_at, payload, signature, key_fingerprint, algorithm, certificates, token, seq, head, leaf_index, path',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.ledger_entries': {
    columns: 'project_id, seq, kind, fact_id, entered_at, entry, previous_hash, hash',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.outside_envelopes': {
    columns:
      'project_id, decision_id, submission_id, service, envelope_id, completed_at, recorded_at, recorded_by_name, document_name, document_sha256, document_bytes, completion_name, completion_sha256, completion_bytes, signers',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.participants': {
    columns: 'project_id, contact_id, name, job_title, role, end_user_group',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.payment_releases': {
    columns:
      'project_id, billing_milestone_id, deliverable_id, deliverable_name, position, is_accepted, stage',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.payment_schedule': {
    columns:
      'project_id, billing_milestone_id, name, amount_minor, currency, due_on, position, released_at, released_minor, billed_minor, state, invoice_number',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.projects': {
    columns:
      'id, code, name, customer_name, customer_kind, publishes, time_zone, manager_name, manager_email, my_role, created_at',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.publications': {
    columns: 'id, project_id, number, published_at, published_by_name, projection, digest',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.punch_items': {
    columns:
      'id, project_id, decision_id, submission_id, position, criterion_id, text, owner_side, owner_name, due_on, closed_at, closed_by_name, closing_remark, reports',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.required_signatures': {
    columns:
      'project_id, submission_id, position, contact_id, name, job_title, outcome, signed_at, signed_by, signed_by_name',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.submission_files': {
    columns: 'project_id, submission_id, position, name, sha256, size_bytes, media_type',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.submissions': {
    columns:
      'id, project_id, deliverable_id, deliverable_code, deliverable_name, deliverable_description, deliverable_kind, deliverable_position, version, message, submitted_at, submitted_by_name, criteria, releases, value_minor, currency, digest, decision_id, outcome, decided_at, criteria_version, tests, is_superseded, stage, terms, decision_kind, acceptance',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.test_defects': {
    columns:
      'id, project_id, run_id, case_id, round_id, number, step, description, raised_at, raised_by_name, files, answers, is_closed',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.test_rounds': {
    columns:
      'id, project_id, deliverable_id, deliverable_code, deliverable_name, version, number, message, cases, opened_at, opened_by_name, is_latest',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.test_runs': {
    columns:
      'id, project_id, round_id, case_id, outcome, steps, comment, run_at, run_by_name, run_by_end_user_group',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.time_requests': {
    columns:
      'id, project_id, submission_id, until, reason, requested_at, requested_by_name, is_granted, answer, answered_at, answered_by_name',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.warranty_claims': {
    columns:
      'id, project_id, deliverable_id, deliverable_code, deliverable_name, number, title, description, claimed_at, claimed_by_name, closed_at, closed_by_name, files, answers',
    owner: 'portal_views',
    portal_app: 'select',
  },
}
