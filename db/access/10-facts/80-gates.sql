-- A project goes from phase to phase by what was decided at the gate between them, and by nothing else: which phase it
-- is in is asked of the decisions, they follow the phases' order, and a go needs all that the gate asks for.

do $$
declare fact text;
begin
  foreach fact in array array['gate_criterion_results', 'gate_evidence_records', 'gate_decisions', 'gate_conditions',
    'gate_condition_closures', 'decision_records', 'dependency_requests', 'dependency_answers', 'project_origins',
    'tailoring_records'] loop
    execute format('create trigger never_changed before update or delete on public.%I
      for each row execute function app.refuse_change()', fact);
    execute format('create trigger never_emptied before truncate on public.%I
      for each statement execute function app.refuse_change()', fact);
  end loop;
end $$;

create view app.gate_criterion_states with (security_invoker, security_barrier) as
select c.project_id, c.phase_id, c.id as criterion_id, c.position, c.kind, c.statement, latest.id as result_id,
  latest.result, latest.note, latest.recorded_by, latest.recorded_at,
  coalesce(latest.result in ('met', 'waived'), false) as is_met
from public.gate_criteria c
left join lateral (select r.* from public.gate_criterion_results r where r.criterion_id = c.id
  order by r.recorded_at desc, r.id desc limit 1) latest on true;

create view app.gate_evidence_states with (security_invoker, security_barrier) as
select e.project_id, e.phase_id, e.id as evidence_id, e.position, e.element, e.submission_level, e.is_required,
  latest.id as record_id, coalesce(latest.status, 'missing') as status, latest.note, latest.file_name, latest.file_sha256,
  latest.deliverable_id, latest.decision_record_id, latest.recorded_by, latest.recorded_at,
  not e.is_required or coalesce(latest.status = 'approved', false) as is_met
from public.gate_evidence e
left join lateral (select r.* from public.gate_evidence_records r where r.evidence_id = e.id
  order by r.recorded_at desc, r.id desc limit 1) latest on true;

-- The state that a decision is taken on: every word of what the gate asks for, and by which record it stands as it does.
create view app.gate_states with (security_invoker, security_barrier) as
select stated.*, encode(sha256(convert_to(app.canonical_json(stated.state), 'UTF8')), 'hex') as digest
from (
  select p.project_id, p.id as phase_id,
    jsonb_build_object('phase', p.name, 'gate', p.gate_name, 'criteria', asked.criteria, 'evidence', wanted.evidence)
      as state,
    asked.are_met and wanted.are_met as is_met
  from public.project_phases p
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'statement', c.statement, 'result', c.result,
        'note', c.note, 'record', c.result_id) order by c.kind desc, c.position, c.criterion_id), '[]') as criteria,
      coalesce(bool_and(c.is_met), true) as are_met
    from app.gate_criterion_states c where c.phase_id = p.id
  ) asked
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('element', e.element, 'submissionLevel', e.submission_level,
        'isRequired', e.is_required, 'status', e.status, 'note', e.note, 'fileSha256', e.file_sha256,
        'record', e.record_id) order by e.position, e.evidence_id), '[]') as evidence,
      coalesce(bool_and(e.is_met), true) as are_met
    from app.gate_evidence_states e where e.phase_id = p.id
  ) wanted
) stated;

-- Passed is a phase whose gate's latest decision lets the project go on; the first that is not is the one it is in.
create view app.phase_states with (security_invoker, security_barrier) as
select s.*, not s.is_passed and not exists (select from public.project_phases earlier
    where earlier.project_id = s.project_id and earlier.position < s.position and coalesce((
      select d.outcome not in ('go', 'conditional-go') from public.gate_decisions d where d.phase_id = earlier.id
      order by d.number desc limit 1), true)) as is_current
from (
  select p.project_id, p.id as phase_id, p.position, latest.id as gate_decision_id, latest.outcome, latest.decided_at,
    coalesce(latest.outcome in ('go', 'conditional-go'), false) as is_passed
  from public.project_phases p
  left join lateral (select d.id, d.outcome, d.decided_at from public.gate_decisions d where d.phase_id = p.id
    order by d.number desc limit 1) latest on true
) s;

create function app.decide_gate() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  asked record;
  here integer;
  now_in integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('gates ' || new.project_id, 0));
  select p.position into here from public.project_phases p
    where p.id = new.phase_id and p.project_id = new.project_id;
  select s.position into now_in from app.phase_states s where s.project_id = new.project_id and s.is_current;
  -- At the gate ahead; or, for a change of mind, at the one that was passed last.
  if here is distinct from now_in and here is distinct from (select max(p.position) from public.project_phases p
      where p.project_id = new.project_id and (now_in is null or p.position < now_in)) then
    raise exception 'gates are decided in the order of the phases' using errcode = '23514',
      constraint = 'gate_in_order'; end if;
  select g.state, g.digest, g.is_met into asked from app.gate_states g where g.phase_id = new.phase_id;
  if new.digest is distinct from asked.digest then
    raise exception 'the gate is not what was decided on' using errcode = '23514', constraint = 'gate_as_seen'; end if;
  if new.outcome = 'go' and not asked.is_met then
    raise exception 'a go needs every criterion and all required evidence' using errcode = '23514',
      constraint = 'gate_go_needs_all'; end if;
  new.state := asked.state;
  new.decided_at := now();
  select coalesce(max(d.number), 0) + 1 into new.number from public.gate_decisions d
    where d.project_id = new.project_id;
  return new;
end $$;
create trigger decide before insert on public.gate_decisions for each row execute function app.decide_gate();

-- A conditional go has conditions, and nothing else has any: asked when the whole decision is there.
create function app.check_gate_conditions() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare decision uuid := case tg_table_name when 'gate_decisions' then (to_jsonb(new) ->> 'id')::uuid
  else (to_jsonb(new) ->> 'gate_decision_id')::uuid end;
begin
  if (select d.outcome = 'conditional-go' from public.gate_decisions d where d.id = decision)
      is distinct from exists (select from public.gate_conditions c where c.gate_decision_id = decision) then
    raise exception 'a conditional go has conditions, and nothing else has' using errcode = '23514',
      constraint = 'gate_conditions_where_conditional'; end if;
  return null;
end $$;
create constraint trigger conditions after insert on public.gate_decisions deferrable initially deferred
  for each row execute function app.check_gate_conditions();
create constraint trigger conditions after insert on public.gate_conditions deferrable initially deferred
  for each row execute function app.check_gate_conditions();

-- Once something was decided, the phases up to the one that the project is in stay where they are: to put one before,
-- move or take away the current one would be a change of phase without a go.
create function app.keep_phases() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  now_in integer;
  project uuid := case tg_op when 'DELETE' then old.project_id else new.project_id end;
begin
  perform pg_advisory_xact_lock(hashtextextended('gates ' || project, 0));
  if exists (select from public.gate_decisions d where d.project_id = project) then
    select s.position into now_in from app.phase_states s where s.project_id = project and s.is_current;
    if now_in is null or tg_op <> 'INSERT' and old.position <= now_in
        or tg_op <> 'DELETE' and new.position <= now_in then
      raise exception 'a phase changes by a go at its gate only' using errcode = '23514',
        constraint = 'phase_by_gate'; end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_phases before insert or delete or update of position, project_id on public.project_phases
  for each row execute function app.keep_phases();

do $$
declare found record;
begin
  for found in select oid::regprocedure as signature from pg_proc where oid::regproc::text in
    ('app.decide_gate', 'app.check_gate_conditions', 'app.keep_phases') loop
    execute format('alter function %s owner to rule_keeper', found.signature);
    execute format('revoke execute on function %s from public', found.signature);
  end loop;
end $$;
grant select on app.gate_criterion_states, app.gate_evidence_states, app.gate_states, app.phase_states to rule_keeper;
grant execute on function app.canonical_json(jsonb) to rule_keeper, project_manager, program_manager, team_member;
