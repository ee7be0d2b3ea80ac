-- What a project needs of others is the manager's to write down, to put to the customer and to settle.

do $$
declare noun text;
begin
  foreach noun in array array['dependencies', 'dependency_requests', 'dependency_answers'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all
      to team_member, project_manager, program_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('grant select on public.%I to team_member, project_manager, program_manager', noun);
  end loop;
end $$;
grant insert, update (what, party, need_on, owner_contact_id, owner_name, task_uid, note, closing, closing_note,
  closed_by, closed_at) on public.dependencies to project_manager;
grant insert on public.dependency_requests to project_manager;
create policy settled_in_own_name on public.dependencies as restrictive for update to project_manager
  using (true) with check (closed_by is null or closed_by = (select app.staff_id()));
create policy put_in_own_name on public.dependency_requests as restrictive for insert to project_manager
  with check (put_by = (select app.staff_id()));
-- Only the customer's contacts of this project are asked or own something.
create policy contacts_of_the_project on public.dependencies as restrictive for insert to project_manager
  with check (owner_contact_id is null or exists (select from public.project_contacts c
    where c.project_id = dependencies.project_id and c.contact_id = dependencies.owner_contact_id));
create policy asked_of_the_project on public.dependency_requests as restrictive for insert to project_manager
  with check (contact_id is null or exists (select from public.project_contacts c
    where c.project_id = dependency_requests.project_id and c.contact_id = dependency_requests.contact_id));
-- Whoever delivers reads who at the customer sees to it.
create policy deliverers_read_owners on public.contacts for select to team_member, program_manager
  using (id = any (array (select d.owner_contact_id from public.dependencies d))
    or id = any (array (select a.answered_by from public.dependency_answers a)));
