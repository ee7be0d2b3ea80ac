-- Who spends sees own expenses; who answers for the project, and finance, those of the project. What a member spent is
-- no secret to the member; at which rate it is booked is the office's business.

create policy spender_keeps_own_expenses on public.expenses for all to team_member, project_manager
  using (staff_id = (select app.staff_id()))
  with check (staff_id = (select app.staff_id()) and approved_at is null and reverses is null and corrects is null
    and project_id = any (array(select app.staff_project_ids())));
create policy manager_reads_expenses_of_own_projects on public.expenses for select to project_manager
  using (project_id = any (array(select app.staff_project_ids())));
create policy reviewers_read_expenses on public.expenses for select to program_manager, finance
  using ((select app.sees_every_project()));
create policy reviewers_settle_expenses on public.expenses for update to project_manager, finance
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())));

grant select (id, project_id, task_id, contract_line_id, staff_id, category, description, spent_on, booked_on, reverses,
  corrects, currency, gross_minor, tax_minor, is_billable, receipt_sha256, receipt_name, over_limit_reason, submitted_at,
  approved_at, approved_by, recorded_at) on public.expenses to team_member;
grant select on public.expenses to project_manager, program_manager, finance;
grant insert, delete on public.expenses to team_member, project_manager;
grant update (project_id, task_id, category, description, spent_on, booked_on, currency, gross_minor, tax_minor,
  is_billable, receipt_sha256, receipt_name, over_limit_reason, submitted_at) on public.expenses
  to team_member, project_manager;
grant update (submitted_at, approved_at, approved_by, contract_line_id) on public.expenses to project_manager, finance;

-- What became of it, in one's own name.
create policy spender_reads_own_reviews on public.expense_reviews for all to team_member
  using (expense_id = any (array(select e.id from public.expenses e)))
  with check (expense_id = any (array(select e.id from public.expenses e)) and act = 'submitted');
create policy reviewers_keep_reviews on public.expense_reviews for all to project_manager, program_manager, finance
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())));
create policy reviews_in_own_name on public.expense_reviews as restrictive for insert
  to team_member, project_manager, finance with check (done_by = (select app.staff_id()));
grant select on public.expense_reviews to team_member, project_manager, program_manager, finance;
grant insert on public.expense_reviews to team_member, project_manager, finance;

-- Everybody who spends knows the limits; finance sets them.
create policy staff_reads_expense_policies on public.expense_policies for select
  to team_member, project_manager, program_manager, finance using ((select app.staff_id()) is not null);
create policy finance_keeps_expense_policies on public.expense_policies for all to finance
  using ((select app.staff_id()) is not null) with check (recorded_by = (select app.staff_id()));
grant select on public.expense_policies to team_member, project_manager, program_manager, finance;
grant insert, update, delete on public.expense_policies to finance;

-- A photographed receipt, and a vendor's invoice as it came.
create policy spenders_store_files on public.files for insert to team_member, finance
  with check ((select app.staff_id()) is not null);
grant insert on public.files to team_member, finance;
