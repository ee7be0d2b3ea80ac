import type { Decided } from './catalogue'

/** Margins: what is kept, and the views and functions by which it is read. */
export const decidedMargins: Record<string, Decided> = {
  'app.line_margins': {
    columns:
      'project_id, contract_line_id, position, name, kind, recognition, currency, original_minor, value_minor, recognised_minor, invoiced_minor, unbilled_minor, deferred_minor, minutes, etc_minutes, cost_minor, etc_minor, worked_minor, completion_minor, written_down_minor, wip_minor',
    owner: 'totals_keeper',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.money_entries': {
    columns:
      'id, kind, project_id, booked_on, task_id, contract_line_id, staff_id, who, job_role, what, minutes, cost_minor, bill_minor, state, is_outside',
    owner: 'totals_keeper',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.month_costs': {
    columns: 'project_id, month_on, minutes, labour_minor, expense_minor, vendor_minor',
    owner: 'totals_keeper',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.project_margins': {
    columns:
      'project_id, currency, value_minor, earned_minor, invoiced_minor, paid_minor, worked_minutes, cost_minor, unrated_minutes, margin_minor, margin_basis_points, code, name, customer_id, customer, manager_id, manager, program_id, program, business_unit, margin_floor_basis_points, labour_minor, expense_minor, vendor_minor, unapproved_minutes, unapproved_minor, written_off_minor, committed_minor, unbilled_minor, deferred_minor, sold_minor, sold_cost_minor, sold_basis_points, planned_cost_minor, planned_basis_points, planned_labour_minor, planned_minutes, estimate_from, etc_minutes, etc_minor, etc_labour_minor, completion_minor, completion_cost_minor, completion_basis_points, written_down_minor, our_currency, exchange_rate',
    owner: 'totals_keeper',
    account_manager: 'select',
    executive: 'select',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'app.task_costs': {
    columns:
      'project_id, task_key, month_on, contract_line_id, minutes, billable_minutes, unrated_minutes, unapproved_minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor, unapproved_minor',
    owner: 'totals_keeper',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select',
  },
  'public.billable_sums': {
    columns: 'project_id, source, from_on, count, amount_minor, minutes',
    finance: 'select',
    rule_keeper: 'select',
    totals_keeper: 'select insert update delete',
  },
  'public.disclosed_costs': {
    columns: 'project_id, month_on, difference_minor',
    rule_keeper: 'select',
    totals_keeper: 'select insert update delete',
  },
  'public.line_forecasts': {
    columns: 'project_id, contract_line_id, month_on, completion_minor, completion_minutes, kept_at',
    rule_keeper: 'select',
    totals_keeper: 'select insert update',
  },
  'public.line_totals': {
    columns:
      'contract_line_id, project_id, value_minor, minutes, labour_minor, standard_minor, expense_minor, vendor_minor, etc_minutes, etc_minor, worked_minor, released_minor, scheduled_minor, invoiced_minor, recognised_minor, by_the_day, completion_minor, written_down_minor',
    rule_keeper: 'select',
    totals_keeper: 'select insert update delete',
  },
  'public.out_of_scope_work': {
    columns:
      'time_entry_id, project_id, marked_by, marked_at, outcome, change_request_id, reason, settled_by, settled_at',
    finance: 'select',
    program_manager:
      'select insert update(outcome, change_request_id, reason, settled_by, settled_at) delete',
    project_manager:
      'select insert update(outcome, change_request_id, reason, settled_by, settled_at) delete',
    rule_keeper: 'select',
  },
  'public.programs': {
    columns: 'id, name, created_at',
    account_manager: 'select',
    executive: 'select',
    finance: 'select',
    program_manager: 'select',
    project_manager: 'select insert',
    rule_keeper: 'select',
  },
  'public.project_totals': {
    columns:
      'project_id, minutes, unrated_minutes, cost_minor, earned_minor, invoiced_minor, paid_minor, written_off_minor, committed_minor, unapproved_minutes, labour_minor, standard_minor, disclosed_minor, expense_minor, vendor_minor, unapproved_minor, etc_minutes, etc_minor, etc_labour_minor, completion_minor, written_down_minor, sold_minor, sold_cost_minor, planned_cost_minor, planned_labour_minor, planned_minutes, estimate_from, unbilled_minor, deferred_minor',
    rule_keeper: 'select',
    totals_keeper: 'select insert update delete',
  },
  'public.saved_views': {
    columns: 'id, staff_id, place, name, query, saved_at',
    account_manager: 'select insert update(query) delete',
    executive: 'select insert update(query) delete',
    finance: 'select insert update(query) delete',
    program_manager: 'select insert update(query) delete',
    project_manager: 'select insert update(query) delete',
    rule_keeper: 'select',
  },
  'public.task_month_costs': {
    columns:
      'project_id, task_key, month_on, minutes, billable_minutes, unrated_minutes, labour_minor, bill_minor, expense_minor, vendor_minor, line_key, unapproved_minutes, standard_minor, worked_minor, unapproved_minor',
    rule_keeper: 'select',
    totals_keeper: 'select insert update delete',
  },
  'totals.lines_by_default': {
    columns: 'project_id, contract_line_id',
    owner: 'totals_keeper',
  },
  'totals.milestone_releases': {
    columns:
      'project_id, billing_milestone_id, name, amount_minor, due_on, position, trigger, at_percent, is_retention, contract_line_id, released_at, released_minor',
    totals_keeper: 'select',
  },
  'totals.project_estimates': {
    columns:
      'project_id, estimate_from, sold_cost_minor, planned_cost_minor, planned_labour_minor, planned_minutes',
    owner: 'totals_keeper',
  },
  'totals.remaining_effort': {
    columns: 'project_id, task_id, staff_id, job_role, minutes, cost_minor, bill_minor',
    owner: 'totals_keeper',
  },
  'totals.summed_billables': {
    columns: 'project_id, source, from_on, count, amount_minor, minutes',
    owner: 'totals_keeper',
  },
  'totals.summed_lines': {
    columns:
      'project_id, contract_line_id, value_minor, minutes, labour_minor, standard_minor, expense_minor, vendor_minor, etc_minutes, etc_minor, worked_minor, released_minor, scheduled_minor, invoiced_minor, recognised_minor, by_the_day, completion_minor, written_down_minor',
    owner: 'totals_keeper',
  },
  'totals.summed_projects': {
    columns:
      'project_id, minutes, unrated_minutes, unapproved_minutes, cost_minor, labour_minor, standard_minor, expense_minor, vendor_minor, unapproved_minor, invoiced_minor, paid_minor, written_off_minor, committed_minor, earned_minor, unbilled_minor, deferred_minor, completion_minor, written_down_minor, etc_minutes, etc_labour_minor, etc_minor, sold_minor, sold_cost_minor, planned_cost_minor, planned_labour_minor, planned_minutes, estimate_from, disclosed_minor',
    owner: 'totals_keeper',
  },
  'totals.summed_task_months': {
    columns:
      'project_id, task_key, line_key, month_on, minutes, billable_minutes, unrated_minutes, unapproved_minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor, unapproved_minor',
    owner: 'totals_keeper',
  },
  'totals.task_contract_lines': {
    columns: 'project_id, task_id, contract_line_id',
    owner: 'totals_keeper',
  },
}

export const decidedMarginFunctions: Record<string, string> = {
  'app.basis_points':
    'countersign: account_manager executive finance program_manager project_manager totals_keeper',
  'app.disclose_closed_month': 'totals_keeper:',
  'app.earned_by_the_day':
    'countersign: account_manager executive finance program_manager project_manager totals_keeper',
  'app.hold_totals': 'totals_keeper:',
  'app.keep_billables': 'totals_keeper:',
  'app.keep_billables_of_rows': 'totals_keeper:',
  'app.keep_due_totals': 'totals_keeper: worker_app',
  'app.keep_line_forecasts': 'totals_keeper: margin_views',
  'app.keep_month_forecasts': 'totals_keeper: finance',
  'app.keep_project': 'totals_keeper:',
  'app.keep_projects_of_role': 'totals_keeper:',
  'app.keep_projects_of_rows': 'totals_keeper:',
  'app.keep_projects_of_tasks': 'totals_keeper:',
  'app.keep_totals_of_expenses_after_delete': 'totals_keeper:',
  'app.keep_totals_of_expenses_after_insert': 'totals_keeper:',
  'app.keep_totals_of_expenses_after_update': 'totals_keeper:',
  'app.keep_totals_of_time_entries_after_delete': 'totals_keeper:',
  'app.keep_totals_of_time_entries_after_insert': 'totals_keeper:',
  'app.keep_totals_of_time_entries_after_update': 'totals_keeper:',
  'app.keep_totals_of_vendor_invoices_after_delete': 'totals_keeper:',
  'app.keep_totals_of_vendor_invoices_after_insert': 'totals_keeper:',
  'app.keep_totals_of_vendor_invoices_after_update': 'totals_keeper:',
  'app.line_facts_on': 'totals_keeper: finance program_manager project_manager',
  'app.missing_time': 'totals_keeper: finance program_manager project_manager',
  'app.price_time_at_standard': 'totals_keeper:',
  'app.reads_rates':
    'totals_keeper: account_manager executive finance program_manager project_manager team_member',
  'app.rebuild_totals': 'totals_keeper:',
  'app.sees_every_project':
    'totals_keeper: account_manager executive finance program_manager project_manager team_member',
  'app.share_of':
    'countersign: account_manager executive finance program_manager project_manager totals_keeper',
  'app.standard_hour_minor': 'totals_keeper: margin_views',
  'app.task_remainders': 'totals_keeper: finance program_manager project_manager',
}
