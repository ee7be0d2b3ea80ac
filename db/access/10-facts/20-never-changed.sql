-- A fact of weight is written once. Grants say so too; the trigger also stops the owner of the tables.

create function app.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a row of % is a fact: it is never changed or deleted', tg_table_name using errcode = '42501';
end $$;

do $$
declare fact text;
begin
  foreach fact in array array['publications', 'submissions', 'submission_files', 'decisions', 'criterion_results',
    'certificates', 'certificate_seals', 'invoices', 'invoice_lines', 'invoice_line_entries', 'invoice_taxes',
    'invoice_sendings', 'invoice_write_offs', 'invoice_documents', 'invoice_payments', 'baselines', 'baseline_tasks',
    'baseline_budgets', 'task_progress', 'forecasts', 'criteria_versions', 'criteria_confirmations', 'quality_check_results', 'test_rounds',
    'test_runs', 'test_defects', 'test_defect_files', 'defect_answers', 'punch_items', 'punch_item_reports',
    'punch_item_closures', 'signatures', 'signing_delegations', 'delegation_revocations',
    'time_requests', 'time_answers', 'clock_pauses', 'clock_resumptions', 'acceptance_reminders', 'warranty_claims',
    'warranty_claim_files', 'claim_answers', 'claim_closures', 'budget_reviews', 'budget_transfers',
    'budget_transfer_answers', 'completion_estimates', 'cost_forecasts', 'change_requests', 'change_request_lines',
    'change_request_milestones', 'change_decisions', 'outside_envelopes', 'outside_signers', 'correction_agreements'] loop
    execute format('create trigger never_changed before update or delete on public.%I
      for each row execute function app.refuse_change()', fact);
    execute format('create trigger never_emptied before truncate on public.%I
      for each statement execute function app.refuse_change()', fact);
  end loop;
end $$;
