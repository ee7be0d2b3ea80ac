-- Risks are the manager's. Finance approves what is taken from contingency for them, so it reads what happened and what
-- it was thought to cost, and none of the words on how the team means to respond.

create policy staff_works_in_own_projects on public.risks for all
  to project_manager, program_manager, finance
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())));
grant select, insert on public.risks to project_manager;
grant update (title, response, owner_id, probability_percent, impact_minor, review_on, state) on public.risks
  to project_manager;
grant select on public.risks to program_manager;
grant select (id, project_id, number, kind, title, owner_id, probability_percent, impact_minor, state) on public.risks
  to finance;
