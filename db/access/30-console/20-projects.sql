-- A manager founds a project as its own manager. The row policy of projects names the manager and not the function,
-- because a statement's snapshot does not yet hold the row that it inserts.

create policy manager_keeps_own_projects on public.projects for all to project_manager
  using (manager_id = (select app.staff_id())) with check (manager_id = (select app.staff_id()));
create policy member_reads_own_projects on public.projects for select to team_member
  using (id = any (array(select app.staff_project_ids())));
create policy staff_reads_every_project on public.projects for select
  to program_manager, finance, account_manager, executive using ((select app.sees_every_project()));

grant select, insert, update on public.projects to project_manager;
grant select on public.projects to team_member, program_manager;
grant select (id, code, name, customer_id, manager_id, time_zone, created_at) on public.projects
  to finance, account_manager, executive;

grant select, insert, update, delete on public.scope_items to project_manager;
grant select on public.scope_items to team_member, program_manager;

-- Internal notes: those who deliver. Neither finance nor anybody's summary reads them.
grant select, insert on public.internal_notes to project_manager, team_member;
grant select on public.internal_notes to program_manager;
