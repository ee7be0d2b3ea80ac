-- The contract is written by the manager, read by those who bill. The team sees what to deliver and not for how much.

grant select, insert, update on public.contracts to project_manager;
grant select on public.contracts to finance, program_manager;
grant select, insert, update, delete on public.deliverables, public.acceptance_criteria to project_manager;
grant select on public.deliverables, public.acceptance_criteria to team_member, program_manager;
grant select (id, project_id, code, name, kind, position) on public.deliverables to finance;
grant select, insert, update, delete on public.billing_milestones, public.billing_milestone_releases
  to project_manager;
grant select on public.billing_milestones, public.billing_milestone_releases to finance, program_manager;
grant select on app.billing_milestone_states to project_manager, finance, program_manager;
-- Finance reads what a milestone still waits for: a state and its days, no words.
grant select on app.deliverable_states to project_manager, team_member, program_manager, finance;
