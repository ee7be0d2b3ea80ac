-- The customer's one way to write: a decision. The application asks the same rule first, to explain a refusal; here it
-- holds against whoever took over the application. Who signs is proved by the session's token, a second time by the
-- password not more than five minutes ago, and the value by the recorded authority, which is copied into the fact.

-- As the domain's whyNotADecision compares: capitals, accents composed either way and doubled spaces do not matter.
create function app.plain_name(name text) returns text
language sql immutable set search_path = pg_catalog as $$
  select lower(trim(regexp_replace(normalize(name, NFC), '\s+', ' ', 'g')))
$$;
grant execute on function app.plain_name(text) to rule_keeper;

create function portal.record_decision(
  submission uuid, outcome text, typed_name text, statement text, reason text, results jsonb
) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
  authority record;
  decision uuid := gen_random_uuid();
begin
  select s.id, s.project_id, s.value_minor, s.currency, s.digest, s.criteria, p.time_zone,
      c.name as signatory into put
    from public.submissions s
    join public.projects p on p.id = s.project_id
    join public.project_contacts pc on pc.project_id = s.project_id and pc.contact_id = me and pc.role = 'signatory'
    join public.contacts c on c.id = me
    where s.id = submission and s.project_id in (select app.contact_project_ids());
  -- One answer for absent, not yours and not a signatory.
  if put.id is null then raise exception 'no such submission to decide' using errcode = '42501'; end if;
  if coalesce(app.contact_stepped_up_at() < now() - interval '5 minutes', true) then
    raise exception 'the password has to be entered again' using errcode = '42501'; end if;
  if outcome is null or outcome not in ('accepted', 'rejected') then raise exception 'no such outcome' using errcode = '22023'; end if;
  if app.plain_name(typed_name) is distinct from app.plain_name(put.signatory) then
    raise exception 'a decision is signed with the own name' using errcode = '22023'; end if;
  if trim(statement) = '' then raise exception 'a decision needs a statement' using errcode = '22023'; end if;
  if outcome = 'rejected' and length(trim(reason)) = 0 then
    raise exception 'a rejection needs a reason' using errcode = '22023'; end if;

  -- Of those in force the one that began last counts: a later one raises the limit or lowers it.
  select a.up_to_minor, a.currency, a.from_on, a.to_on, a.evidence into authority
    from public.signing_authorities a
    where a.project_id = put.project_id and a.contact_id = me and a.kind = 'acceptance'
      and a.currency = put.currency
      and (now() at time zone put.time_zone)::date >= a.from_on
      and (a.to_on is null or (now() at time zone put.time_zone)::date <= a.to_on)
    order by a.from_on desc limit 1;
  if coalesce(authority.up_to_minor < put.value_minor, true) then
    raise exception 'beyond the recorded authority' using errcode = '42501'; end if;

  insert into public.decisions (id, project_id, submission_id, outcome, decided_by, decided_at, time_zone, typed_name,
    statement, reason, submission_digest, authority)
  values (decision, put.project_id, put.id, outcome, me, date_trunc('milliseconds', now()), put.time_zone, typed_name,
    statement, reason, put.digest,
    jsonb_build_object('upToMinor', authority.up_to_minor::text, 'currency', authority.currency,
      'fromOn', authority.from_on, 'toOn', authority.to_on, 'evidence', authority.evidence));

  insert into public.criterion_results (project_id, decision_id, criterion_id, result, comment)
  select put.project_id, decision, (r ->> 'criterionId')::uuid, r ->> 'result', coalesce(r ->> 'comment', '')
    from jsonb_array_elements(results) r;
  -- Every criterion of this version has a result, and no other has.
  if (select count(*) from public.criterion_results r where r.decision_id = decision)
      <> jsonb_array_length(put.criteria)
    or exists (select from jsonb_array_elements(results) r
      where not exists (select from jsonb_array_elements(put.criteria) c where c ->> 'id' = r ->> 'criterionId')) then
    raise exception 'each criterion needs one result' using errcode = '22023'; end if;
  if outcome = 'accepted' and exists (
      select from public.criterion_results r where r.decision_id = decision and r.result = 'not-met')
    or outcome = 'rejected' and not exists (
      select from public.criterion_results r where r.decision_id = decision and r.result = 'not-met') then
    raise exception 'the outcome contradicts the results' using errcode = '22023'; end if;
  if exists (select from public.criterion_results r
      where r.decision_id = decision and r.result = 'not-met' and r.comment !~ '\S') then
    raise exception 'an unmet criterion needs a comment' using errcode = '22023'; end if;

  perform app.enqueue('after-decision', jsonb_build_object('decisionId', decision), 'decision ' || decision);
  return decision;
end $$;
alter function portal.record_decision(uuid, text, text, text, text, jsonb) owner to rule_keeper;
revoke execute on function portal.record_decision(uuid, text, text, text, text, jsonb) from public;
grant execute on function portal.record_decision(uuid, text, text, text, text, jsonb) to portal_app;

grant execute on function app.contact_stepped_up_at() to rule_keeper;
grant insert on public.decisions, public.criterion_results to rule_keeper;
create policy decisions_are_recorded on public.decisions for insert to rule_keeper with check (true);
create policy results_are_recorded on public.criterion_results for insert to rule_keeper with check (true);
