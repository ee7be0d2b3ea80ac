-- A project's team: its manager says who is on it, as what, and whose time is kept for it; the team reads it. What is
-- booked above somebody's time, and why, is read by those who book.

do $$
declare noun text;
begin
  foreach noun in array array['bookings', 'team_places', 'raci_roles', 'task_skills'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all
      to team_member, project_manager, program_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;
grant select, insert, update, delete on public.bookings, public.team_places, public.raci_roles, public.task_skills
  to project_manager;
grant select on public.bookings, public.team_places, public.raci_roles, public.task_skills to program_manager;
grant select on public.team_places, public.raci_roles, public.task_skills to team_member;
