import type { Decided } from './catalogue'
import { decidedGovernanceViews } from './decided-governance'
import { decidedCapacityViews } from './decided-capacity'
import { decidedMargins } from './decided-margins'

/** The same for views: what each shows, with whose rights (`owner`; without one, the asker's), and to whom. */
export const decidedViews: Record<string, Decided> = {
  ...decidedGovernanceViews,
  ...decidedMargins,
  ...decidedCapacityViews,
  'app.billing_milestone_states': {
    columns:
      'project_id, billing_milestone_id, name, amount_minor, due_on, position, released_at, released_minor, billed_minor, invoice_id, invoice_number, issued_on, invoice_due_on, state, trigger, at_percent, is_retention, contract_line_id',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    worker_app: 'select',
  },
  'app.budget_packages': {
    columns:
      'project_id, budget_id, task_uid, work_package, cost_type, position, lines, minutes, cost_minor, bill_minor',
    owner: 'margin_views',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.budget_sheets': {
    columns:
      'id, project_id, budget_id, position, task_uid, work_package, cost_type, job_role, minutes, bill_hour_minor, bill_minor, share_basis_points, note, cost_hour_minor, cost_minor',
    owner: 'margin_views',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.budgets_in_force': {
    columns: 'project_id, budget_id, version, currency, approved_at',
    owner: 'margin_views',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.change_request_states': {
    columns:
      'project_id, change_request_id, number, title, value_minor, days_later, proposed_at, state, decided_at',
    finance: 'select',
    margin_views: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
  },
  'app.changeable_milestones': {
    columns: 'project_id, billing_milestone_id, is_open',
    project_manager: 'select',
    rule_keeper: 'select',
  },
  'app.commitments': {
    columns: 'project_id, purchase_order_id, currency, committed_minor',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
  },
  'app.contract_line_changes': {
    columns: 'project_id, contract_line_id, change_request_id, number, title, delta_minor, decided_at',
    finance: 'select',
    margin_views: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
  },
  'app.contract_line_values': {
    columns:
      'project_id, contract_line_id, position, name, kind, recognition, starts_on, ends_on, period_months, change_order_id, original_minor, changed_minor, current_minor',
    finance: 'select',
    margin_views: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
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
  'app.customer_order_states': {
    columns:
      'project_id, customer_order_id, number, value_minor, received_on, valid_until, billed_minor, left_minor',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
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
  'app.invoice_mails': {
    columns: 'project_id, invoice_id, level, to_address, written_at, sent_at, receipt',
    finance: 'select',
    owner: 'rule_keeper',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.invoice_states': {
    columns: 'project_id, invoice_id, gross_minor, paid_minor, credited_minor, written_off_minor, open_minor',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    worker_app: 'select',
  },
  'app.purchase_order_sums': {
    columns: 'purchase_order_id, ordered_minor, received_minor, invoiced_minor, approved_minor, paid_minor',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
    rule_keeper: 'select',
    vendor: 'select',
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
  'app.worked_hours': {
    columns: 'project_id, staff_id, job_role, kind, booked_on, minutes, bill_minor, is_approved',
    account_manager: 'select',
    executive: 'select',
    finance: 'select',
    owner: 'margin_views',
    program_manager: 'select',
    project_manager: 'select',
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
  'portal.change_lines': {
    columns: 'project_id, change_request_id, position, name, kind, is_new, delta_minor',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.change_milestones': {
    columns:
      'project_id, change_request_id, position, name, is_new, delta_minor, due_on, deliverable_code, deliverable_name',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.changes': {
    columns:
      'id, project_id, number, title, reason, scope, days_later, value_minor, currency, proposed_at, proposed_by_name, digest, state, decided_at, decided_by_name, decision_reason, consent_text',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.clock_pauses': {
    columns: 'id, project_id, submission_id, cause, reason, paused_at, resumed_at',
    owner: 'portal_views',
    portal_app: 'select',
  },
  'portal.contract_lines': {
    columns:
      'project_id, contract_line_id, position, name, kind, currency, original_minor, changed_minor, current_minor',
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
      'id, project_id, number, issued_on, due_on, currency, net_minor, tax_minor, gross_minor, paid_minor, file_sha256, size_bytes, kind, refers_to_number, credited_minor, ubl_sha256, cii_sha256',
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
      'project_id, billing_milestone_id, name, amount_minor, currency, due_on, position, released_at, released_minor, billed_minor, state, invoice_number, trigger, at_percent, is_retention',
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
