-- Up to when somebody has seen what changed is that person's alone.
create policy own_look on public.staff_looks for all to project_manager, team_member, program_manager, finance
  using (staff_id = (select app.staff_id())) with check (staff_id = (select app.staff_id()));
grant select, insert on public.staff_looks to project_manager, team_member, program_manager, finance;
grant update (looked_at) on public.staff_looks to project_manager, team_member, program_manager, finance;
