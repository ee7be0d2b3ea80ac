-- Which projects a member of staff works in: a manager's own, a member's own, all for those who answer for all.
-- The role in force must be the person's own (app.staff_id() checks it), so becoming another role shows nothing.

create function app.staff_project_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  -- Materialized, or the session would be looked up for every project.
  with asking as materialized (select app.staff_id() as me, current_setting('role') as role)
  select p.id from public.projects p, asking
  where asking.me is not null and case asking.role
    when 'project_manager' then p.manager_id = asking.me
    when 'team_member' then exists (
      select from public.project_members m where m.project_id = p.id and m.staff_id = asking.me)
    when 'program_manager' then true
    when 'finance' then true
    when 'account_manager' then true
    when 'executive' then true
    else false
  end
$$;
alter function app.staff_project_ids() owner to rule_keeper;
grant execute on function app.staff_project_ids() to team_member, project_manager, program_manager, finance,
  account_manager, executive, administrator, margin_views;
grant execute on function app.staff_id() to team_member, project_manager, program_manager, finance,
  account_manager, executive, administrator, margin_views, rule_keeper;

-- Those to whom every project is open. A policy asks them this, once a statement, and not whether each row is in the
-- array of all projects: an index that is looked up by a thousand ids sorts them anew for every row of a join.
create function app.sees_every_project() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.staff_id() is not null
    and current_setting('role') in ('program_manager', 'finance', 'account_manager', 'executive')
$$;
alter function app.sees_every_project() owner to totals_keeper;
grant execute on function app.staff_id() to totals_keeper;
grant execute on function app.sees_every_project() to team_member, project_manager, program_manager, finance,
  account_manager, executive;

grant usage on schema public to team_member, project_manager, program_manager, finance, account_manager, executive,
  administrator;

-- Rows, the same for every table of a project: one's own projects. What a role may read or write of a row is said
-- by its grants, noun by noun, in the files beside this one.
do $$
declare noun text;
begin
  foreach noun in array array['project_members', 'project_contacts', 'signing_authorities', 'scope_items',
    'internal_notes', 'project_calendars', 'tasks', 'task_links', 'task_assignments', 'plan_resources', 'plan_assignments', 'contracts', 'deliverables',
    'acceptance_criteria', 'billing_milestones', 'billing_milestone_releases', 'submissions', 'submission_files',
    'decisions', 'criterion_results', 'certificates', 'certificate_seals', 'publications', 'invoices', 'invoice_lines',
    'invoice_documents', 'invoice_payments', 'criteria_versions', 'criteria_confirmations',
    'quality_checks', 'quality_check_results', 'test_cases', 'test_rounds', 'test_runs', 'test_defects',
    'test_defect_files', 'defect_answers', 'punch_items', 'punch_item_reports',
    'punch_item_closures', 'signature_requirements', 'signatures', 'signing_delegations', 'delegation_revocations',
    'time_requests', 'time_answers', 'clock_pauses', 'clock_resumptions', 'acceptance_reminders', 'warranty_claims',
    'warranty_claim_files', 'claim_answers', 'claim_closures', 'invoice_taxes', 'invoice_line_entries',
    'invoice_drafts', 'invoice_sendings', 'invoice_write_offs', 'unbilled_time', 'billable_sums', 'dunning_pauses', 'purchase_orders', 'purchase_order_lines',
    'purchase_receipts', 'vendor_invoices', 'vendor_invoice_refusals', 'contract_lines', 'change_requests',
    'change_request_lines', 'change_request_milestones', 'change_decisions', 'customer_orders', 'outside_envelopes', 'outside_signers', 'correction_agreements'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all to team_member, project_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('create policy staff_works_in_every_project on public.%I for all
      to program_manager, finance, account_manager, executive
      using ((select app.sees_every_project())) with check ((select app.sees_every_project()))', noun);
  end loop;
end $$;
