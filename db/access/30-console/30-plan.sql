-- The working plan: the manager's to write, the team's to read.

create policy manager_keeps_own_imports on public.plan_imports for all to project_manager
  using (read_by = (select app.staff_id())) with check (read_by = (select app.staff_id()));
grant select, insert, update, delete on public.plan_imports to project_manager;

grant select, insert, update, delete on public.project_calendars, public.tasks, public.task_links,
  public.task_assignments to project_manager;
grant select on public.project_calendars, public.tasks, public.task_links, public.task_assignments
  to team_member, program_manager;
-- Finance reads whose hours they are by the task's name.
grant select (id, project_id, uid, wbs, name) on public.tasks to finance;
