-- The worker makes certificates, invoices and mails of facts that others recorded. It reads those facts whole,
-- writes what it made, and can neither decide (but see 30-deemed.sql), nor submit, nor publish, nor bill.

grant usage on schema public to worker_app;
do $$
declare noun text;
begin
  foreach noun in array array['customers', 'contacts', 'staff', 'projects', 'project_contacts', 'contracts', 'deliverables',
    'billing_milestones', 'billing_milestone_releases', 'submissions', 'submission_files', 'decisions',
    'criterion_results', 'certificates', 'certificate_seals', 'publications', 'invoices', 'invoice_lines', 'invoice_taxes', 'invoice_documents',
    'invoice_write_offs', 'invoice_sendings', 'dunning_pauses', 'provider', 'customer_orders', 'contract_lines',
    'invoice_payments', 'files', 'mails', 'criteria_versions', 'criteria_confirmations', 'test_rounds', 'test_runs', 'test_defects', 'punch_items', 'punch_item_reports',
    'punch_item_closures', 'signature_requirements', 'signatures', 'signing_delegations', 'delegation_revocations',
    'time_requests', 'time_answers', 'clock_pauses', 'clock_resumptions', 'acceptance_reminders', 'warranty_claims',
    'warranty_claim_files', 'claim_answers', 'claim_closures', 'project_calendars', 'change_requests', 'change_decisions', 'outside_envelopes', 'outside_signers', 'correction_agreements'] loop
    execute format('grant select on public.%I to worker_app', noun);
    execute format('create policy worker_reads on public.%I for select to worker_app using (true)', noun);
  end loop;
  foreach noun in array array['certificates', 'certificate_seals', 'invoice_documents', 'invoice_sendings', 'files', 'mails',
    'acceptance_reminders'] loop
    execute format('grant insert on public.%I to worker_app', noun);
    execute format('create policy worker_records on public.%I for insert to worker_app with check (true)', noun);
  end loop;
end $$;
grant update (text, html, sent_at, sent_by, receipt) on public.mails to worker_app;
create policy worker_sends on public.mails for update to worker_app using (true) with check (true);
grant select on app.billing_milestone_states, app.invoice_states, app.signatures_this_round to worker_app;
-- The first filling of who we are is the environment's, which the worker knows.
grant insert on public.provider to worker_app;
create policy worker_fills_provider on public.provider for insert to worker_app with check (changed_by is null);
