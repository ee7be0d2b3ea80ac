-- How long the customer has to decide, and what is claimed in the warranty. The days that count are those of the
-- project's calendar: the customer agreed to it with the acceptance period, so that calendar, with those that it is
-- derived from, can be seen; calendars of people and machines cannot.

grant select on public.clock_pauses, public.clock_resumptions, public.time_requests, public.time_answers,
  public.warranty_claims, public.warranty_claim_files, public.claim_answers, public.claim_closures to portal_views;
grant select (project_id, uid, definition) on public.project_calendars to portal_views;
create policy contact_reads_own_projects on public.project_calendars for select to portal_views
  using (project_id = any (array(select app.contact_project_ids())));
grant select (calendar_uid) on public.projects to portal_views;

create view portal.acceptance_calendars with (security_barrier) as
with recursive chain as (
  select p.id as project_id, c.uid, c.definition, 0 as depth, p.calendar_uid
  from public.projects p join public.project_calendars c on c.project_id = p.id and c.uid = p.calendar_uid
  union all
  select chain.project_id, c.uid, c.definition, chain.depth + 1, chain.calendar_uid
  from chain join public.project_calendars c on c.project_id = chain.project_id
    and c.uid = (chain.definition ->> 'derivedFrom')::integer
  where chain.depth < 8
)
select project_id, uid, definition, calendar_uid from chain;

create view portal.clock_pauses with (security_barrier) as
select p.id, p.project_id, p.submission_id, p.cause, p.reason, p.paused_at, r.resumed_at
from public.clock_pauses p left join public.clock_resumptions r on r.pause_id = p.id;

create view portal.time_requests with (security_barrier) as
select t.id, t.project_id, t.submission_id, t.until, t.reason, t.requested_at, c.name as requested_by_name, a.is_granted,
  a.text as answer, a.answered_at, s.name as answered_by_name
from public.time_requests t
join public.contacts c on c.id = t.requested_by
left join public.time_answers a on a.time_request_id = t.id
left join public.staff s on s.id = a.answered_by;

create view portal.warranty_claims with (security_barrier) as
select k.id, k.project_id, k.deliverable_id, d.code as deliverable_code, d.name as deliverable_name, k.number, k.title,
  k.description, k.claimed_at, c.name as claimed_by_name, x.closed_at, closer.name as closed_by_name,
  (select coalesce(jsonb_agg(jsonb_build_object('position', f.position, 'name', f.name, 'sha256', f.sha256,
    'mediaType', kept.media_type) order by f.position), '[]'::jsonb)
    from public.warranty_claim_files f join public.files kept on kept.sha256 = f.sha256 where f.claim_id = k.id) as files,
  (select coalesce(jsonb_agg(jsonb_build_object('answer', a.answer, 'text', a.text, 'at', a.answered_at, 'by', s.name)
    order by a.answered_at), '[]'::jsonb) from public.claim_answers a join public.staff s on s.id = a.answered_by
    where a.claim_id = k.id) as answers
from public.warranty_claims k
join public.deliverables d on d.id = k.deliverable_id
join public.contacts c on c.id = k.claimed_by
left join public.claim_closures x on x.claim_id = k.id
left join public.contacts closer on closer.id = x.closed_by;

alter view portal.acceptance_calendars owner to portal_views;
alter view portal.clock_pauses owner to portal_views;
alter view portal.time_requests owner to portal_views;
alter view portal.warranty_claims owner to portal_views;
grant select on portal.acceptance_calendars, portal.clock_pauses, portal.time_requests, portal.warranty_claims
  to portal_app;

-- Whoever signs, tests or contributes claims a defect of what was accepted provisionally, while its warranty runs: so many
-- months from that acceptance as the submission froze, and no longer than to the final one.
create function portal.claim_warranty(deliverable uuid, title text, description text, claimed jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
  claim uuid := gen_random_uuid();
  last_number integer;
begin
  select d.id, d.project_id, (now() at time zone p.time_zone)::date as today into put
    from public.deliverables d
    join public.projects p on p.id = d.project_id
    join public.project_contacts pc on pc.project_id = d.project_id and pc.contact_id = me
      and pc.role in ('signatory', 'contributor', 'tester')
    where d.id = claim_warranty.deliverable and d.acceptance = 'provisional-and-final'
      and d.project_id in (select app.contact_project_ids());
  if put.id is null then raise exception 'no such deliverable to claim for' using errcode = '42501'; end if;
  if title !~ '\S' or length(title) > 200 or description !~ '\S' then
    raise exception 'a claim says what is wrong' using errcode = '22023'; end if;
  if not exists (select from public.submissions s join public.decisions c on c.submission_id = s.id
      and c.act <> 'withdraws' and c.outcome in ('accepted', 'accepted-with-reservations')
      and not exists (select from public.decisions later where later.refers_to = c.id)
    where s.deliverable_id = put.id and s.stage = 'first' and put.today <= ((c.decided_at at time zone c.time_zone)::date
      + make_interval(months => coalesce((s.terms ->> 'warrantyMonths')::integer, 0)))::date)
    or exists (select from public.submissions s join public.decisions c on c.submission_id = s.id
      and c.act <> 'withdraws' and c.outcome in ('accepted', 'accepted-with-reservations')
      and not exists (select from public.decisions later where later.refers_to = c.id)
    where s.deliverable_id = put.id and s.stage = 'final') then
    raise exception 'no warranty runs' using errcode = '23514', constraint = 'warranty_runs'; end if;

  perform pg_advisory_xact_lock(hashtextextended('claims ' || put.project_id, 0));
  select coalesce(max(k.number), 0) into last_number from public.warranty_claims k where k.project_id = put.project_id;
  insert into public.warranty_claims (id, project_id, deliverable_id, number, title, description, claimed_by)
    values (claim, put.project_id, put.id, last_number + 1, title, description, me);
  insert into public.files (sha256, size_bytes, media_type)
    select distinct on (f ->> 'sha256') f ->> 'sha256', (f ->> 'size')::bigint, f ->> 'mediaType'
      from jsonb_array_elements(claimed) f on conflict do nothing;
  insert into public.warranty_claim_files (project_id, claim_id, position, name, sha256)
    select put.project_id, claim, f.ordinality, f.value ->> 'name', f.value ->> 'sha256'
      from jsonb_array_elements(claimed) with ordinality f;
  perform app.enqueue('after-claim', jsonb_build_object('claimId', claim), 'claim ' || claim);
  return claim;
end $$;

-- The customer says that a claim is settled; our side only answers it.
create function portal.close_claim(claim uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare project uuid;
begin
  select k.project_id into project from public.warranty_claims k
    join public.project_contacts pc on pc.project_id = k.project_id and pc.contact_id = app.contact_id()
      and pc.role in ('signatory', 'contributor', 'tester')
    where k.id = claim and k.project_id in (select app.contact_project_ids());
  if project is null then raise exception 'no such claim to close' using errcode = '42501'; end if;
  insert into public.claim_closures (claim_id, project_id, closed_by) values (claim, project, app.contact_id());
end $$;

do $$
declare found record;
begin
  for found in select oid::regprocedure as signature from pg_proc
    where oid::regproc::text in ('portal.claim_warranty', 'portal.close_claim') loop
    execute format('alter function %s owner to rule_keeper', found.signature);
    execute format('revoke execute on function %s from public', found.signature);
    execute format('grant execute on function %s to portal_app', found.signature);
  end loop;
end $$;
grant insert on public.warranty_claims, public.warranty_claim_files, public.claim_closures to rule_keeper;
create policy customer_claims on public.warranty_claims for insert to rule_keeper with check (true);
create policy customer_claims on public.warranty_claim_files for insert to rule_keeper with check (true);
create policy customer_closes on public.claim_closures for insert to rule_keeper with check (true);
