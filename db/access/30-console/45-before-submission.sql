-- Criteria are agreed, checks pass and tests are run before a version is submitted.

grant select, insert on public.criteria_versions to project_manager;
grant select on public.criteria_versions, public.criteria_confirmations to team_member, program_manager;
grant select on public.criteria_confirmations to project_manager;

grant select, insert, update, delete on public.quality_checks to project_manager;
grant select, insert on public.quality_check_results to project_manager, team_member;
grant select on public.quality_checks to team_member, program_manager;
grant select on public.quality_check_results to program_manager;
-- Whoever is named checks, and nobody in that person's name.
create policy only_the_checker_checks on public.quality_check_results as restrictive for insert
  to project_manager, team_member
  with check (checked_by = (select app.staff_id()) and exists (
    select from public.quality_checks q where q.id = check_id and q.checker_id = (select app.staff_id())));

grant select, insert, update, delete on public.test_cases to project_manager;
grant select, insert on public.test_rounds to project_manager;
grant select on public.test_cases, public.test_rounds to team_member, program_manager;
grant select on public.test_runs, public.test_defects, public.test_defect_files
  to project_manager, team_member, program_manager;
-- Whoever mends what a tester found reads the tester's name, and of nobody else at the customer's.
create policy deliverers_read_testers on public.contacts for select to team_member, program_manager
  using (id = any (array (select t.run_by from public.test_runs t)));
grant select (id, name) on public.contacts to team_member, program_manager;
grant select, insert on public.defect_answers to project_manager, team_member;
grant select on public.defect_answers to program_manager;
create policy answers_in_own_name on public.defect_answers as restrictive for insert to project_manager, team_member
  with check (answered_by = (select app.staff_id()));

-- How far each result is agreed: the version put before the customer last, whether the working criteria still are
-- those, and when it was confirmed. A charter is agreed by being signed.
create view app.criteria_agreements with (security_invoker, security_barrier) as
select d.project_id, d.id as deliverable_id, v.number, coalesce(v.criteria = working.criteria, false) as is_current,
  c.confirmed_at
from public.deliverables d
left join lateral (
  select latest.id, latest.number, latest.criteria from public.criteria_versions latest
  where latest.deliverable_id = d.id order by latest.number desc limit 1
) v on true
left join public.criteria_confirmations c on c.criteria_version_id = v.id
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'position', a.position, 'statement', a.statement,
    'howChecked', a.how_checked, 'evidenceWanted', a.evidence_wanted, 'weight', a.weight) order by a.position),
    '[]'::jsonb) as criteria
  from public.acceptance_criteria a where a.deliverable_id = d.id
) working
where d.kind = 'result';
grant select on app.criteria_agreements to project_manager, team_member, program_manager;
