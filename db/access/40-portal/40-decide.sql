-- The customer's decision. The application asks the same rules first, to explain a refusal; here they hold against whoever
-- took over the application. Who signs is proved by the session's token, a second time by the password not more than five
-- minutes ago, and the value by the recorded authority, own or delegated, which is copied into the fact.

-- As the domain's whyNotADecision compares: capitals, accents composed either way and doubled spaces do not matter.
create function app.plain_name(name text) returns text
language sql immutable set search_path = pg_catalog as $$
  select lower(trim(regexp_replace(normalize(name, NFC), '\s+', ' ', 'g')))
$$;

-- In whose authority a contact signs a value on a day: the own one, or that of somebody who delegated it. Of those of one
-- person that are in force the one that began last counts: a later one raises the limit or lowers it.
create function app.authority_to_sign(contact uuid, project uuid, kind text, currency text, value bigint, today date)
returns table (holder uuid, delegation uuid, authority jsonb)
language sql stable set search_path = pg_catalog as $$
  select held.holder, held.delegation, held.authority from (
    select h.holder, h.delegation, h.is_own, a.up_to_minor, jsonb_strip_nulls(jsonb_build_object(
        'upToMinor', a.up_to_minor::text, 'currency', a.currency, 'fromOn', a.from_on, 'evidence', a.evidence,
        'delegatedBy', case when not h.is_own then h.holder end,
        'delegatedUntil', h.until)) || jsonb_build_object('toOn', a.to_on) as authority
    from (
      select pc.contact_id as holder, null::uuid as delegation, true as is_own, null::date as until
        from public.project_contacts pc
        where pc.project_id = project and pc.contact_id = contact and pc.role = 'signatory'
      union all
      select d.from_contact_id, d.id, false, d.to_on from public.signing_delegations d
        join public.project_contacts pc on pc.project_id = d.project_id and pc.contact_id = d.from_contact_id
          and pc.role = 'signatory'
        where d.project_id = project and d.to_contact_id = contact and today between d.from_on and d.to_on
          and not exists (select from public.delegation_revocations r where r.delegation_id = d.id)
    ) h
    cross join lateral (
      select a.up_to_minor, a.currency, a.from_on, a.to_on, a.evidence from public.signing_authorities a
        where a.project_id = project and a.contact_id = h.holder and a.kind = authority_to_sign.kind
          and a.currency = authority_to_sign.currency
          and today >= a.from_on and (a.to_on is null or today <= a.to_on)
        order by a.from_on desc limit 1
    ) a
  ) held
  where held.up_to_minor >= value
  order by held.is_own desc, held.up_to_minor desc
$$;

-- Who has to sign a deliverable, where the contract asks for more than one: those named for it, else those for all.
create function app.required_signatories(project uuid, deliverable uuid) returns table (contact_id uuid, "position" integer)
language sql stable set search_path = pg_catalog as $$
  select r.contact_id, r.position from public.signature_requirements r
  where r.project_id = project and r.deliverable_id is not distinct from (
    select o.deliverable_id from public.signature_requirements o
    where o.project_id = project and o.deliverable_id = deliverable limit 1)
$$;

-- Each criterion of the version has one result, and the outcome is what the results and the reservations say.
create function app.check_judgement(criteria jsonb, outcome text, results jsonb, reservations jsonb) returns void
language plpgsql immutable set search_path = pg_catalog as $$
begin
  if jsonb_array_length(results) <> jsonb_array_length(criteria)
    or (select count(distinct r ->> 'criterionId') from jsonb_array_elements(results) r) <> jsonb_array_length(criteria)
    or exists (select from jsonb_array_elements(results) r where coalesce(r ->> 'result', '') not in
        ('met', 'met-with-reservation', 'not-met')
      or not exists (select from jsonb_array_elements(criteria) c where c ->> 'id' = r ->> 'criterionId')) then
    raise exception 'each criterion needs one result' using errcode = '22023'; end if;
  if outcome = 'accepted' and exists (select from jsonb_array_elements(results) r where r ->> 'result' <> 'met')
    or outcome = 'accepted-with-reservations' and (jsonb_array_length(reservations) = 0
      or exists (select from jsonb_array_elements(results) r where r ->> 'result' = 'not-met'))
    or outcome = 'rejected' and not exists (select from jsonb_array_elements(results) r where r ->> 'result' = 'not-met')
    or outcome <> 'accepted-with-reservations' and jsonb_array_length(reservations) > 0 then
    raise exception 'the outcome contradicts the results' using errcode = '22023'; end if;
  if exists (select from jsonb_array_elements(results) r
      where r ->> 'result' = 'not-met' and coalesce(r ->> 'comment', '') !~ '\S') then
    raise exception 'an unmet criterion needs a comment' using errcode = '22023'; end if;
  if exists (select from jsonb_array_elements(reservations) r where coalesce(r ->> 'text', '') !~ '\S'
      or coalesce(r ->> 'ownerName', '') !~ '\S' or coalesce(r ->> 'ownerSide', '') not in ('provider', 'customer')
      or (r ->> 'dueOn')::date is null) then
    raise exception 'a reservation says what, by whom and until when' using errcode = '22023'; end if;
end $$;

-- The decision's id; null where others have to sign too before there is one.
create function portal.record_decision(
  submission uuid, act text, outcome text, typed_name text, statement text, reason text, results jsonb, reservations jsonb
) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  put record;
  last record;
  held record;
  behalf uuid;
  share integer := 10000;
  moment timestamptz := date_trunc('milliseconds', now());
  decision uuid := gen_random_uuid();
begin
  select s.id, s.project_id, s.deliverable_id, s.version, s.stage, s.value_minor, s.currency, s.digest, s.criteria,
      s.terms, p.time_zone, c.name as signatory, (now() at time zone p.time_zone)::date as today into put
    from public.submissions s
    join public.projects p on p.id = s.project_id
    join public.project_contacts pc on pc.project_id = s.project_id and pc.contact_id = me
    join public.contacts c on c.id = me
    where s.id = submission and s.project_id in (select app.contact_project_ids())
      and (pc.role = 'signatory' or exists (select from public.signing_delegations d
        where d.project_id = s.project_id and d.to_contact_id = me));
  -- One answer for absent, not yours and not a signatory.
  if put.id is null then raise exception 'no such submission to decide' using errcode = '42501'; end if;
  -- Two at once wait for each other: what is to be said of the submission depends on what was.
  perform pg_advisory_xact_lock(hashtextextended('decide ' || put.id, 0));
  if exists (select from public.submissions later where later.deliverable_id = put.deliverable_id
      and later.version > put.version) then
    raise exception 'a later version was submitted' using errcode = '23514', constraint = 'submission_is_the_latest'; end if;
  if coalesce(app.contact_stepped_up_at() < now() - interval '5 minutes', true) then
    raise exception 'the password has to be entered again' using errcode = '42501'; end if;
  if act is null or act not in ('decides', 'withdraws', 'corrects') or outcome is null
      or outcome not in ('accepted', 'accepted-with-reservations', 'rejected') then
    raise exception 'no such outcome' using errcode = '22023'; end if;
  if app.plain_name(typed_name) is distinct from app.plain_name(put.signatory) then
    raise exception 'a decision is signed with the own name' using errcode = '22023'; end if;
  if coalesce(trim(statement), '') = '' then raise exception 'a decision needs a statement' using errcode = '22023'; end if;
  results := coalesce(results, '[]');
  reservations := coalesce(reservations, '[]');

  select a.holder, a.authority into held
    from app.authority_to_sign(me, put.project_id, 'acceptance', put.currency, put.value_minor, put.today)
      with ordinality a (holder, delegation, authority, nth)
    -- Where several have to sign, in the place of one who still has to.
    order by exists (select from app.required_signatories(put.project_id, put.deliverable_id) r
      where r.contact_id = a.holder and not exists (select from app.signatures_this_round g where g.submission_id = put.id
        and coalesce(g.on_behalf_of, g.signed_by) = r.contact_id)) desc, a.nth limit 1;
  if held.holder is null then
    raise exception 'beyond the recorded authority' using errcode = '42501'; end if;
  behalf := nullif(held.holder, me);

  select d.id, d.act, d.outcome, d.kind into last from public.decisions d where d.submission_id = put.id
    and not exists (select from public.decisions later where later.refers_to = d.id);
  if act = 'decides' then
    if last.act in ('decides', 'corrects') then
      raise exception 'this is decided' using errcode = '23505', constraint = 'decisions_once'; end if;
  else
    if last.id is null or last.act = 'withdraws' then
      raise exception 'there is no decision to change' using errcode = '23514', constraint = 'decision_is_there'; end if;
    -- What the contract made of silence binds both sides: neither takes it back alone.
    if last.kind = 'deemed' and not exists (select from public.correction_agreements a where a.decision_id = last.id) then
      raise exception 'the other side has not agreed' using errcode = '23514', constraint = 'both_sides_correct_deemed'; end if;
    if length(trim(reason)) = 0 then
      raise exception 'changing a decision needs a reason' using errcode = '22023'; end if;
    if exists (select from public.billing_milestone_releases r
        join public.invoice_lines l on l.billing_milestone_id = r.billing_milestone_id
        where r.deliverable_id = put.deliverable_id and r.stage = put.stage) then
      raise exception 'what this released is billed' using errcode = '23514', constraint = 'decision_is_not_billed'; end if;
  end if;
  if act = 'withdraws' then outcome := last.outcome; results := '[]'; reservations := '[]';
  else perform app.check_judgement(put.criteria, outcome, results, reservations); end if;
  if exists (select from jsonb_array_elements(reservations) r where (r ->> 'dueOn')::date < put.today) then
    raise exception 'a reservation is due in the future' using errcode = '22023'; end if;
  if outcome = 'accepted-with-reservations' then
    share := coalesce((put.terms ->> 'reservationBasisPoints')::integer, 10000); end if;

  -- Several signatories: each one's part is a fact of its own, and the last one that is needed makes the decision.
  if act = 'decides' and exists (select from app.required_signatories(put.project_id, put.deliverable_id)) then
    if not exists (select from app.required_signatories(put.project_id, put.deliverable_id) r
        where r.contact_id = held.holder) then
      raise exception 'somebody else has to sign' using errcode = '23514', constraint = 'signatory_is_required'; end if;
    if put.terms ->> 'signingOrder' = 'sequence' and exists (
        select from app.required_signatories(put.project_id, put.deliverable_id) before
        join app.required_signatories(put.project_id, put.deliverable_id) mine on mine.contact_id = held.holder
          and before.position < mine.position
        where not exists (select from app.signatures_this_round g where g.submission_id = put.id
          and coalesce(g.on_behalf_of, g.signed_by) = before.contact_id)) then
      raise exception 'somebody signs before' using errcode = '23514', constraint = 'signatory_is_next'; end if;
    insert into public.signatures (project_id, submission_id, outcome, signed_by, on_behalf_of, signed_at, time_zone,
      typed_name, statement, submission_digest, authority, results, reservations, round)
    values (put.project_id, put.id, outcome, me, behalf, moment, put.time_zone, typed_name, statement, put.digest,
      held.authority, results, reservations, 1 + (select count(*) from public.decisions d
        where d.submission_id = put.id and d.act = 'withdraws'));
    if outcome <> 'rejected' and exists (
        select from app.required_signatories(put.project_id, put.deliverable_id) r
        where not exists (select from app.signatures_this_round g where g.submission_id = put.id
          and coalesce(g.on_behalf_of, g.signed_by) = r.contact_id)) then
      perform app.enqueue('after-signature', jsonb_build_object('submissionId', put.id), 'signature ' || put.id || ' ' || me);
      return null;
    end if;
    if outcome <> 'rejected' then
      -- What any of them reserved is reserved.
      select case when bool_or(g.outcome = 'accepted-with-reservations') then 'accepted-with-reservations'
          else 'accepted' end,
        coalesce((select jsonb_agg(one) from app.signatures_this_round s, jsonb_array_elements(s.reservations) one
          where s.submission_id = put.id), '[]')
        into outcome, reservations from app.signatures_this_round g where g.submission_id = put.id;
      select jsonb_agg(jsonb_build_object('criterionId', said.id, 'result', said.result, 'comment', said.comment))
        into results
        from (select r ->> 'criterionId' as id, case when bool_or(r ->> 'result' = 'met-with-reservation')
            then 'met-with-reservation' else 'met' end as result,
            coalesce(string_agg(nullif(r ->> 'comment', ''), E'\n' order by g.signed_at), '') as comment
          from app.signatures_this_round g, jsonb_array_elements(g.results) r where g.submission_id = put.id
          group by r ->> 'criterionId') said;
      if outcome = 'accepted-with-reservations' then
        share := coalesce((put.terms ->> 'reservationBasisPoints')::integer, 10000); end if;
    end if;
  end if;

  insert into public.decisions (id, project_id, submission_id, kind, act, refers_to, outcome, decided_by, on_behalf_of,
    decided_at, time_zone, typed_name, statement, reason, submission_digest, authority, releases_basis_points)
  values (decision, put.project_id, put.id, 'signed', act, last.id, outcome, me, behalf, moment, put.time_zone, typed_name,
    statement, case when act <> 'decides' then reason else coalesce((select string_agg(r ->> 'comment', E'\n')
      from jsonb_array_elements(results) r where r ->> 'result' = 'not-met'), '') end,
    put.digest, held.authority, share);
  insert into public.criterion_results (project_id, decision_id, criterion_id, result, comment)
  select put.project_id, decision, (r ->> 'criterionId')::uuid, r ->> 'result', coalesce(r ->> 'comment', '')
    from jsonb_array_elements(results) r;
  insert into public.punch_items (project_id, decision_id, position, criterion_id, text, owner_side, owner_name, due_on)
  select put.project_id, decision, r.ordinality, (r.value ->> 'criterionId')::uuid, r.value ->> 'text',
      r.value ->> 'ownerSide', r.value ->> 'ownerName', (r.value ->> 'dueOn')::date
    from jsonb_array_elements(reservations) with ordinality r;
  perform app.enqueue('after-decision', jsonb_build_object('decisionId', decision), 'decision ' || decision);
  return decision;
end $$;

-- The customer closes an item of the punch list; our side only reports it done.
create function portal.close_punch_item(item uuid, note text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare project uuid;
begin
  select i.project_id into project from public.punch_items i
    join public.project_contacts pc on pc.project_id = i.project_id and pc.contact_id = app.contact_id()
      and pc.role in ('signatory', 'contributor')
    where i.id = item and i.project_id in (select app.contact_project_ids());
  if project is null then raise exception 'no such item to close' using errcode = '42501'; end if;
  insert into public.punch_item_closures (punch_item_id, project_id, note, closed_by) values (item, project, note, app.contact_id());
end $$;

-- A signatory asks for more time, up to a day, on what is open.
create function portal.request_time(submission uuid, until date, reason text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  put record;
  request uuid := gen_random_uuid();
begin
  select s.id, s.project_id, (now() at time zone p.time_zone)::date as today into put from public.submissions s
    join public.projects p on p.id = s.project_id
    join public.project_contacts pc on pc.project_id = s.project_id and pc.contact_id = app.contact_id()
      and pc.role = 'signatory'
    where s.id = submission and s.project_id in (select app.contact_project_ids())
      and not exists (select from public.submissions later
        where later.deliverable_id = s.deliverable_id and later.version > s.version)
      and not exists (select from public.decisions d where d.submission_id = s.id and d.act <> 'withdraws'
        and not exists (select from public.decisions l where l.refers_to = d.id));
  if put.id is null then raise exception 'no such open submission' using errcode = '42501'; end if;
  if until is null or until <= put.today or until > put.today + 365 or reason !~ '\S' then
    raise exception 'a request names a day to come and a reason' using errcode = '22023'; end if;
  insert into public.time_requests (id, project_id, submission_id, until, reason, requested_by)
    values (request, put.project_id, put.id, until, reason, app.contact_id());
  perform app.enqueue('after-time-request', jsonb_build_object('timeRequestId', request), 'time request ' || request);
  return request;
end $$;

-- A signatory, having proved the password, lets a colleague who follows the project sign in the own authority.
create function portal.delegate_signing(project uuid, colleague uuid, from_on date, to_on date, reason text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  delegation uuid := gen_random_uuid();
begin
  if not exists (select from public.project_contacts mine
      join public.project_contacts theirs on theirs.project_id = mine.project_id and theirs.contact_id = colleague
      join public.contacts a on a.id = me join public.contacts b on b.id = colleague and b.customer_id = a.customer_id
        and b.is_active
      where mine.project_id = project and mine.contact_id = me and mine.role = 'signatory' and colleague <> me
        and project in (select app.contact_project_ids())) then
    raise exception 'no such colleague to delegate to' using errcode = '42501'; end if;
  if coalesce(app.contact_stepped_up_at() < now() - interval '5 minutes', true) then
    raise exception 'the password has to be entered again' using errcode = '42501'; end if;
  if from_on is null or to_on is null or to_on < from_on or to_on > current_date + 730 then
    raise exception 'a delegation begins and ends' using errcode = '22023'; end if;
  insert into public.signing_delegations (id, project_id, from_contact_id, to_contact_id, from_on, to_on, reason)
    values (delegation, project, me, colleague, from_on, to_on, reason);
  return delegation;
end $$;

create function portal.revoke_delegation(delegation uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare project uuid;
begin
  select d.project_id into project from public.signing_delegations d
    where d.id = delegation and d.from_contact_id = app.contact_id()
      and d.project_id in (select app.contact_project_ids());
  if project is null then raise exception 'no such delegation' using errcode = '42501'; end if;
  insert into public.delegation_revocations (delegation_id, project_id) values (delegation, project)
    on conflict do nothing;
end $$;

do $$
declare found record;
begin
  for found in select oid::regprocedure as signature, pronamespace = 'portal'::regnamespace as is_called from pg_proc
    where oid::regproc::text in ('app.authority_to_sign', 'app.required_signatories', 'app.check_judgement',
      'portal.record_decision', 'portal.close_punch_item', 'portal.request_time', 'portal.delegate_signing',
      'portal.revoke_delegation') loop
    execute format('alter function %s owner to rule_keeper', found.signature);
    execute format('revoke execute on function %s from public', found.signature);
    if found.signature::text ~ 'required_signatories' then
      execute format('grant execute on function %s to worker_app', found.signature); end if;
    if found.is_called then execute format('grant execute on function %s to portal_app', found.signature); end if;
  end loop;
end $$;

grant execute on function app.plain_name(text) to rule_keeper;
grant execute on function app.contact_stepped_up_at() to rule_keeper;
do $$
declare noun text;
begin
  foreach noun in array array['decisions', 'criterion_results', 'punch_items', 'punch_item_closures', 'signatures',
    'time_requests', 'signing_delegations', 'delegation_revocations'] loop
    execute format('grant insert on public.%I to rule_keeper', noun);
    execute format('create policy customer_records on public.%I for insert to rule_keeper with check (true)', noun);
  end loop;
end $$;
