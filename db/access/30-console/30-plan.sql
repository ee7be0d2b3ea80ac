-- The working plan: the manager's to write, the team's to read.

-- One's own imports; and those that made one's own projects what they are, whoever read them: the next file is
-- compared with them.
create policy manager_keeps_own_imports on public.plan_imports for all to project_manager
  using (read_by = (select app.staff_id())) with check (read_by = (select app.staff_id()));
create policy manager_reads_own_projects_imports on public.plan_imports for select to project_manager
  using (project_id = any (array(select app.staff_project_ids())));
grant select, insert, update, delete on public.plan_imports to project_manager;

create policy manager_keeps_own_tables on public.plan_tables for all to project_manager
  using (read_by = (select app.staff_id())) with check (read_by = (select app.staff_id()));
grant select, insert, delete on public.plan_tables to project_manager;

-- What columns meant is no secret among managers: it names fields, not what stands in them.
create policy manager_reads_mappings on public.import_mappings for select to project_manager using (true);
create policy manager_keeps_own_mappings on public.import_mappings for all to project_manager
  using (staff_id = (select app.staff_id())) with check (staff_id = (select app.staff_id()));
grant select, insert, update on public.import_mappings to project_manager;

grant select, insert, update, delete on public.project_calendars, public.tasks, public.task_links,
  public.task_assignments, public.plan_resources, public.plan_assignments to project_manager;
grant select on public.project_calendars, public.tasks, public.task_links, public.task_assignments,
  public.plan_resources, public.plan_assignments to team_member, program_manager;
-- Finance reads whose hours they are by the task's name.
grant select (id, project_id, uid, wbs, name) on public.tasks to finance;
