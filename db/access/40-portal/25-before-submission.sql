-- What the customer agrees and tests before a version is put for decision. The checks of our own side stay there.

grant select on public.criteria_versions, public.criteria_confirmations, public.test_rounds, public.test_runs,
  public.test_defects, public.test_defect_files, public.defect_answers to portal_views;

-- The latest version of each deliverable's criteria, and whether it was confirmed.
create view portal.criteria with (security_barrier) as
select v.id, v.project_id, v.deliverable_id, d.code as deliverable_code, d.name as deliverable_name,
  d.description as deliverable_description, d.position as deliverable_position, v.number, v.criteria, v.digest,
  v.proposed_at, by.name as proposed_by_name, c.confirmed_at, p.name as confirmed_by_name, c.statement
from public.criteria_versions v
join public.deliverables d on d.id = v.deliverable_id
join public.staff by on by.id = v.proposed_by
left join public.criteria_confirmations c on c.criteria_version_id = v.id
left join public.contacts p on p.id = c.confirmed_by
where not exists (
  select from public.criteria_versions later where later.deliverable_id = v.deliverable_id and later.number > v.number);

create view portal.test_rounds with (security_barrier) as
select r.id, r.project_id, r.deliverable_id, d.code as deliverable_code, d.name as deliverable_name, r.version, r.number,
  r.message, r.cases, r.opened_at, by.name as opened_by_name,
  not exists (select from public.test_rounds later where later.deliverable_id = r.deliverable_id
    and (later.version, later.number) > (r.version, r.number)) as is_latest
from public.test_rounds r
join public.deliverables d on d.id = r.deliverable_id
join public.staff by on by.id = r.opened_by;

create view portal.test_runs with (security_barrier) as
select t.id, t.project_id, t.round_id, t.case_id, t.outcome, t.steps, t.comment, t.run_at, p.name as run_by_name,
  coalesce(pc.end_user_group, '') as run_by_end_user_group
from public.test_runs t join public.contacts p on p.id = t.run_by
left join public.project_contacts pc on pc.project_id = t.project_id and pc.contact_id = t.run_by;

create view portal.test_defects with (security_barrier) as
select f.id, f.project_id, f.run_id, t.case_id, t.round_id, f.number, f.step, f.description, f.raised_at,
  p.name as raised_by_name,
  (select coalesce(jsonb_agg(jsonb_build_object('position', df.position, 'name', df.name, 'sha256', df.sha256,
    'mediaType', kept.media_type) order by df.position), '[]'::jsonb)
    from public.test_defect_files df join public.files kept on kept.sha256 = df.sha256 where df.defect_id = f.id) as files,
  (select coalesce(jsonb_agg(jsonb_build_object('answer', a.answer, 'text', a.text, 'at', a.answered_at, 'by', s.name)
    order by a.answered_at), '[]'::jsonb) from public.defect_answers a join public.staff s on s.id = a.answered_by
    where a.defect_id = f.id) as answers,
  exists (select from public.test_runs later where later.case_id = t.case_id and later.outcome = 'passed'
    and later.run_at > t.run_at) as is_closed
from public.test_defects f
join public.test_runs t on t.id = f.run_id
join public.contacts p on p.id = f.raised_by;

alter view portal.criteria owner to portal_views;
alter view portal.test_rounds owner to portal_views;
alter view portal.test_runs owner to portal_views;
alter view portal.test_defects owner to portal_views;
grant select on portal.criteria, portal.test_rounds, portal.test_runs, portal.test_defects to portal_app;

-- A signatory agrees that these are the criteria: the latest version, once.
create function portal.confirm_criteria(version uuid, statement text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
begin
  select v.id, v.project_id, v.deliverable_id, v.number, v.digest, p.time_zone into put
    from public.criteria_versions v
    join public.projects p on p.id = v.project_id
    join public.project_contacts pc on pc.project_id = v.project_id and pc.contact_id = me and pc.role = 'signatory'
    where v.id = version and v.project_id in (select app.contact_project_ids());
  if put.id is null then raise exception 'no such criteria to confirm' using errcode = '42501'; end if;
  if trim(statement) = '' then raise exception 'a confirmation needs a statement' using errcode = '22023'; end if;
  if exists (select from public.criteria_versions later
      where later.deliverable_id = put.deliverable_id and later.number > put.number) then
    raise exception 'these criteria were replaced' using errcode = '23514', constraint = 'criteria_are_the_latest'; end if;
  insert into public.criteria_confirmations (criteria_version_id, project_id, confirmed_by, confirmed_at, time_zone, statement)
    values (put.id, put.project_id, me, date_trunc('milliseconds', now()), put.time_zone, statement);
  perform app.enqueue('after-criteria', jsonb_build_object('criteriaVersionId', put.id), 'criteria confirmed ' || put.id);
end $$;
alter function portal.confirm_criteria(uuid, text) owner to rule_keeper;
revoke execute on function portal.confirm_criteria(uuid, text) from public;
grant execute on function portal.confirm_criteria(uuid, text) to portal_app;
grant insert on public.criteria_confirmations to rule_keeper;
create policy confirmations_are_recorded on public.criteria_confirmations for insert to rule_keeper with check (true);

-- A tester runs one case of the latest round: a result for each step, a defect for each that failed.
create function portal.record_test_run(round uuid, test_case uuid, steps jsonb, comment text, defects jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
  asked jsonb;
  run uuid := gen_random_uuid();
  last_number integer;
begin
  select r.id, r.project_id, r.deliverable_id, r.version, r.number, r.cases into put
    from public.test_rounds r
    join public.project_contacts pc on pc.project_id = r.project_id and pc.contact_id = me
      and pc.role in ('tester', 'signatory')
    where r.id = round and r.project_id in (select app.contact_project_ids());
  if put.id is null then raise exception 'no such round to test' using errcode = '42501'; end if;
  if exists (select from public.test_rounds later where later.deliverable_id = put.deliverable_id
      and (later.version, later.number) > (put.version, put.number)) then
    raise exception 'a later round was opened' using errcode = '23514', constraint = 'round_is_the_latest'; end if;
  if exists (select from public.submissions s join public.decisions d on d.submission_id = s.id
      where s.deliverable_id = put.deliverable_id and s.version = put.version) then
    raise exception 'this version is decided' using errcode = '23514', constraint = 'round_is_open'; end if;
  select c into asked from jsonb_array_elements(put.cases) c where c ->> 'id' = test_case::text;
  if asked is null then raise exception 'no such case in the round' using errcode = '42501'; end if;
  if jsonb_array_length(steps) <> jsonb_array_length(asked -> 'steps')
      or exists (select from jsonb_array_elements(steps) s
        where coalesce(s ->> 'result', '') not in ('passed', 'failed', 'blocked')) then
    raise exception 'each step needs one result' using errcode = '22023'; end if;
  if exists (select from jsonb_array_elements(defects) f where f ->> 'description' !~ '\S'
      or steps -> ((f ->> 'step')::integer - 1) ->> 'result' is distinct from 'failed') then
    raise exception 'a defect describes a step that failed' using errcode = '22023'; end if;

  insert into public.test_runs (id, project_id, round_id, case_id, outcome, steps, comment, run_by, run_at)
  values (run, put.project_id, put.id, test_case,
    case when steps @> '[{"result":"failed"}]' then 'failed' when steps @> '[{"result":"blocked"}]' then 'blocked'
      else 'passed' end,
    steps, comment, me, date_trunc('milliseconds', clock_timestamp()));

  -- Defects are numbered in the project: two testers at once wait for each other here.
  if jsonb_array_length(defects) > 0 then
    perform pg_advisory_xact_lock(hashtextextended('defects ' || put.project_id, 0));
    select coalesce(max(f.number), 0) into last_number from public.test_defects f where f.project_id = put.project_id;
    insert into public.files (sha256, size_bytes, media_type)
      select distinct on (a ->> 'sha256') a ->> 'sha256', (a ->> 'size')::bigint, a ->> 'mediaType'
      from jsonb_array_elements(defects) f, jsonb_array_elements(f -> 'files') a
      on conflict do nothing;
    with raised as (
      insert into public.test_defects (project_id, run_id, step, number, description, raised_by)
      select put.project_id, run, (f.value ->> 'step')::integer, last_number + f.ordinality, f.value ->> 'description', me
        from jsonb_array_elements(defects) with ordinality f
      returning id, number)
    insert into public.test_defect_files (project_id, defect_id, position, name, sha256)
    select put.project_id, raised.id, a.ordinality, a.value ->> 'name', a.value ->> 'sha256'
      from raised, jsonb_array_elements(defects -> (raised.number - last_number - 1)::integer -> 'files') with ordinality a;
  end if;
  perform app.enqueue('after-test-run', jsonb_build_object('testRunId', run), 'test run ' || run);
  return run;
end $$;
alter function portal.record_test_run(uuid, uuid, jsonb, text, jsonb) owner to rule_keeper;
revoke execute on function portal.record_test_run(uuid, uuid, jsonb, text, jsonb) from public;
grant execute on function portal.record_test_run(uuid, uuid, jsonb, text, jsonb) to portal_app;
grant insert on public.test_runs, public.test_defects, public.test_defect_files, public.files to rule_keeper;
create policy runs_are_recorded on public.test_runs for insert to rule_keeper with check (true);
create policy defects_are_recorded on public.test_defects for insert to rule_keeper with check (true);
create policy defect_files_are_recorded on public.test_defect_files for insert to rule_keeper with check (true);
create policy files_are_recorded on public.files for insert to rule_keeper with check (true);
