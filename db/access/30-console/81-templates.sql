-- A saved template is the company's: every manager begins with it, and an administrator keeps its name in order, without
-- a right to any project. A draft is the person's own until it is a project. What was tailored is a fact of the project.

create policy templates_are_the_companys on public.project_templates for all
  to project_manager, program_manager, administrator
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select on public.project_templates to project_manager, program_manager;
grant select (id, name, description, content, saved_by, saved_at) on public.project_templates to administrator;
grant insert on public.project_templates to project_manager;
grant update (name, description) on public.project_templates to project_manager, administrator;
create policy saved_in_own_name on public.project_templates as restrictive for insert to project_manager
  with check (saved_by = (select app.staff_id())
    and (from_project_id is null or from_project_id = any (array(select app.staff_project_ids()))));

create policy own_drafts on public.project_drafts for all to project_manager
  using (started_by = (select app.staff_id())) with check (started_by = (select app.staff_id()));
grant select, insert, update (choices, project_id, founded_at) on public.project_drafts to project_manager;

do $$
declare noun text;
begin
  foreach noun in array array['project_origins', 'tailoring_records'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all
      to team_member, project_manager, program_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('grant select on public.%I to team_member, project_manager, program_manager', noun);
    execute format('grant insert on public.%I to project_manager', noun);
  end loop;
end $$;
create policy applied_in_own_name on public.project_origins as restrictive for insert to project_manager
  with check (applied_by = (select app.staff_id()));
