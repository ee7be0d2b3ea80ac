-- Staff know each other's names and every customer's; who may be invited is the manager's and the administrator's
-- business. The job role is what a cost rate hangs on: it names no money.

create policy staff_reads_staff on public.staff for select
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using ((select app.staff_id()) is not null);
create policy administrator_keeps_staff on public.staff for all to administrator
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select (id, name, email, role, locale, time_zone, is_active) on public.staff
  to team_member, program_manager, account_manager, executive;
grant select on public.staff to project_manager, finance, administrator;
grant insert, update on public.staff to administrator;

create policy staff_reads_customers on public.customers for select
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using ((select app.staff_id()) is not null);
create policy managers_keep_customers on public.customers for insert to project_manager, administrator
  with check ((select app.staff_id()) is not null);
grant select on public.customers to team_member, project_manager, program_manager, finance, account_manager,
  executive, administrator;
grant insert on public.customers to project_manager, administrator;

create policy staff_reads_contacts on public.contacts for select
  to project_manager, finance, account_manager, administrator using ((select app.staff_id()) is not null);
create policy managers_keep_contacts on public.contacts for insert to project_manager, administrator
  with check ((select app.staff_id()) is not null);
create policy administrator_keeps_contacts on public.contacts for update to administrator
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select on public.contacts to project_manager, finance, account_manager, administrator;
grant insert on public.contacts to project_manager, administrator;
grant update (name, job_title, locale, time_zone, is_active) on public.contacts to administrator;

grant select, insert, delete on public.project_members to project_manager;
grant select on public.project_members to team_member, program_manager;
grant select, insert, update on public.project_contacts to project_manager;
grant select, insert on public.signing_authorities to project_manager;
