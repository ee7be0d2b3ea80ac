-- Changes that were put before the customer, word for word, and what was decided. What the contract is worth by its
-- lines stands beside: what was signed and what each approved change added or took. Nothing of hours or costs.

grant select on public.contract_lines, public.change_requests, public.change_request_lines,
  public.change_request_milestones to portal_views;
grant select (id, project_id, change_request_id, outcome, contact_id, staff_id, typed_name, consent_text, language, reason,
  digest, decided_at) on public.change_decisions to portal_views;

create view portal.changes with (security_barrier) as
select r.id, r.project_id, r.number, r.title, r.reason, r.scope, r.days_later, r.value_minor, c.currency, r.proposed_at,
  s.name as proposed_by_name, r.digest, coalesce(d.outcome, 'proposed') as state, d.decided_at,
  coalesce(p.name, ours.name) as decided_by_name, d.reason as decision_reason, d.consent_text
from public.change_requests r
join public.contracts c on c.project_id = r.project_id
join public.staff s on s.id = r.proposed_by
left join public.change_decisions d on d.change_request_id = r.id
left join public.contacts p on p.id = d.contact_id
left join public.staff ours on ours.id = d.staff_id;

create view portal.change_lines with (security_barrier) as
select l.project_id, l.change_request_id, l.position, coalesce(k.name, l.new_line_name) as name,
  coalesce(k.kind, l.new_line_kind) as kind, l.contract_line_id is null as is_new, l.delta_minor
from public.change_request_lines l
left join public.contract_lines k on k.id = l.contract_line_id;

create view portal.change_milestones with (security_barrier) as
select m.project_id, m.change_request_id, m.position, m.name, m.billing_milestone_id is null as is_new, m.delta_minor,
  m.due_on, e.code as deliverable_code, e.name as deliverable_name
from public.change_request_milestones m
left join public.deliverables e on e.id = m.deliverable_id;

-- As app.contract_line_values, whose definition stays the only one, run as portal_views.
do $$ begin
  execute format('create view portal.contract_lines with (security_barrier) as
    select v.project_id, v.contract_line_id, v.position, v.name, v.kind, c.currency, v.original_minor, v.changed_minor,
      v.current_minor
    from (%s) v join public.contracts c on c.project_id = v.project_id',
    replace(rtrim(pg_get_viewdef('app.contract_line_values'::regclass), ';'), 'app.contract_line_changes',
      '(' || rtrim(pg_get_viewdef('app.contract_line_changes'::regclass), ';') || ')'));
end $$;

do $$
declare shown text;
begin
  foreach shown in array array['changes', 'change_lines', 'change_milestones', 'contract_lines'] loop
    execute format('alter view portal.%I owner to portal_views', shown);
    execute format('grant select on portal.%I to portal_app', shown);
  end loop;
end $$;

-- The customer's word on a change, once. As in 40-decide.sql the application asks the rules first; here they hold against
-- whoever took it over. Approving carries the change out at once: both are in one transaction, or neither.
create function portal.record_change_decision(request uuid, outcome text, typed_name text, statement text, reason text,
  language text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
  held record;
  decision uuid := gen_random_uuid();
begin
  select r.id, r.project_id, r.value_minor, r.digest, k.currency, c.name as signatory,
      (now() at time zone p.time_zone)::date as today into put
    from public.change_requests r
    join public.projects p on p.id = r.project_id
    join public.contracts k on k.project_id = r.project_id
    join public.project_contacts pc on pc.project_id = r.project_id and pc.contact_id = me
    join public.contacts c on c.id = me
    where r.id = request and r.project_id in (select app.contact_project_ids())
      and (pc.role = 'signatory' or exists (select from public.signing_delegations d
        where d.project_id = r.project_id and d.to_contact_id = me));
  -- One answer for absent, not yours and not a signatory.
  if put.id is null then raise exception 'no such change to decide' using errcode = '42501'; end if;
  -- In the order in which the console locks: two signatories, and whoever edits plan, contract or schedule, one by one.
  perform from public.projects p where p.id = put.project_id for no key update;
  perform from public.contracts k where k.project_id = put.project_id for update;
  if exists (select from public.change_decisions d where d.change_request_id = put.id) then
    raise exception 'this is decided' using errcode = '23505', constraint = 'change_decisions_once'; end if;
  if coalesce(app.contact_stepped_up_at() < now() - interval '5 minutes', true) then
    raise exception 'the password has to be entered again' using errcode = '42501'; end if;
  if outcome is null or outcome not in ('approved', 'rejected') or language is null or language not in ('en', 'de') then
    raise exception 'no such outcome' using errcode = '22023'; end if;
  if app.plain_name(typed_name) is distinct from app.plain_name(put.signatory) then
    raise exception 'a decision is signed with the own name' using errcode = '22023'; end if;
  if coalesce(statement, '') !~ '\S' or outcome = 'rejected' and coalesce(reason, '') !~ '\S' then
    raise exception 'a decision needs a statement, a rejection a reason' using errcode = '22023'; end if;
  select a.holder, a.authority into held
    from app.authority_to_sign(me, put.project_id, 'change', put.currency, abs(put.value_minor), put.today) a limit 1;
  if held.holder is null then raise exception 'beyond the recorded authority' using errcode = '42501'; end if;

  insert into public.change_decisions (id, project_id, change_request_id, outcome, contact_id, typed_name, consent_text,
    language, authority, reason, digest, decided_at)
  values (decision, put.project_id, put.id, outcome, me, typed_name, statement, language, held.authority::text,
    case when outcome = 'rejected' then reason else '' end, put.digest, date_trunc('milliseconds', now()));
  if outcome = 'approved' then perform app.apply_change(put.id); end if;
  perform app.enqueue('after-change', jsonb_build_object('changeRequestId', put.id), 'change decided ' || put.id);
  return decision;
end $$;
alter function portal.record_change_decision(uuid, text, text, text, text, text) owner to rule_keeper;
revoke execute on function portal.record_change_decision(uuid, text, text, text, text, text) from public;
grant execute on function portal.record_change_decision(uuid, text, text, text, text, text) to portal_app;
grant execute on function app.apply_change(uuid) to rule_keeper;
