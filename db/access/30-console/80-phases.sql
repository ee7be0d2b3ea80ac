-- Phases and what their gates ask for are the manager's; who delivers reads them. The manager and the program manager
-- decide, in their own names.

do $$
declare noun text;
begin
  foreach noun in array array['project_phases', 'gate_criteria', 'gate_criterion_results', 'gate_evidence',
    'gate_evidence_records', 'gate_decisions', 'gate_conditions', 'gate_condition_closures', 'appraisals',
    'decision_records'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all
      to team_member, project_manager, program_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('grant select on public.%I to team_member, project_manager, program_manager', noun);
  end loop;
  foreach noun in array array['gate_criterion_results', 'gate_evidence_records', 'gate_condition_closures',
    'decision_records'] loop
    execute format('grant insert on public.%I to project_manager', noun);
  end loop;
end $$;
grant insert, update (position, name, gate_name, task_uid), delete on public.project_phases to project_manager;
grant insert, update (position, kind, statement), delete on public.gate_criteria to project_manager;
grant insert, update (position, element, submission_level, is_required), delete on public.gate_evidence
  to project_manager;
grant insert, update (title, context, content), delete on public.appraisals to project_manager;
grant insert on public.gate_decisions, public.gate_conditions to project_manager, program_manager;

create policy results_in_own_name on public.gate_criterion_results as restrictive for insert to project_manager
  with check (recorded_by = (select app.staff_id()));
create policy evidence_in_own_name on public.gate_evidence_records as restrictive for insert to project_manager
  with check (recorded_by = (select app.staff_id()));
create policy gates_decided_in_own_name on public.gate_decisions as restrictive for insert
  to project_manager, program_manager with check (decided_by = (select app.staff_id()));
create policy conditions_settled_in_own_name on public.gate_condition_closures as restrictive for insert
  to project_manager with check (closed_by = (select app.staff_id()));
create policy appraised_in_own_name on public.appraisals as restrictive for insert to project_manager
  with check (written_by = (select app.staff_id()));
create policy decisions_recorded_in_own_name on public.decision_records as restrictive for insert to project_manager
  with check (recorded_by = (select app.staff_id()));

grant select on app.gate_criterion_states, app.gate_evidence_states, app.gate_states, app.phase_states
  to team_member, project_manager, program_manager;
