-- The manager records what the customer decided with an outside signing service, and attaches the completed envelope. It
-- is never a signature of ours: nobody proved a password here, and the kind says so. What holds for a decision holds for
-- it: the latest version, not decided yet, by everybody whose signature the contract asks for, each within the authority
-- on record for the day on which it was signed.

create function app.record_outside_decision(submission uuid, outcome text, signers uuid[], completed_at timestamptz,
  service text, envelope_id text, reason text, document jsonb, completion jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  put record;
  last record;
  held record;
  signer uuid;
  holders uuid[] := '{}';
  decision uuid := gen_random_uuid();
begin
  select s.id, s.project_id, s.deliverable_id, s.version, s.value_minor, s.currency, s.digest, p.time_zone,
      s.submitted_at, (record_outside_decision.completed_at at time zone p.time_zone)::date as signed_on into put
    from public.submissions s join public.projects p on p.id = s.project_id
    where s.id = submission and s.project_id in (select app.staff_project_ids());
  if put.id is null or current_setting('role') <> 'project_manager' then
    raise exception 'no such submission to record a decision on' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('decide ' || put.id, 0));
  if exists (select from public.submissions later where later.deliverable_id = put.deliverable_id
      and later.version > put.version) then
    raise exception 'a later version was submitted' using errcode = '23514', constraint = 'submission_is_the_latest'; end if;
  select d.id, d.act into last from public.decisions d where d.submission_id = put.id
    and not exists (select from public.decisions later where later.refers_to = d.id);
  if last.act in ('decides', 'corrects') then
    raise exception 'this is decided' using errcode = '23505', constraint = 'decisions_once'; end if;
  if outcome is null or outcome not in ('accepted', 'rejected') or coalesce(cardinality(signers), 0) = 0
      or coalesce(service, '') !~ '\S' or coalesce(envelope_id, '') !~ '\S' or coalesce(reason, '') !~ '\S' then
    raise exception 'a decision from outside says what, by whom, where and why' using errcode = '22023'; end if;
  -- To the minute, as certificates of completion print it.
  if completed_at is null or completed_at > now() or completed_at < date_trunc('minute', put.submitted_at) then
    raise exception 'signed before it was submitted, or in the future'
      using errcode = '23514', constraint = 'envelope_is_of_its_time'; end if;
  if (select count(*) from public.files f where f.media_type = 'application/pdf'
      and f.sha256 in (document ->> 'sha256', completion ->> 'sha256')) <> 2 then
    raise exception 'an envelope is two PDFs' using errcode = '23514', constraint = 'envelope_is_two_pdfs'; end if;

  insert into public.decisions (id, project_id, submission_id, kind, act, refers_to, outcome, decided_at, time_zone,
    typed_name, statement, reason, submission_digest, releases_basis_points)
  values (decision, put.project_id, put.id, 'outside', 'decides', last.id, outcome, date_trunc('milliseconds', now()),
    put.time_zone, '', '', reason, put.digest, 10000);
  insert into public.outside_envelopes (decision_id, project_id, service, envelope_id, completed_at, document_name,
    document_sha256, completion_name, completion_sha256, recorded_by, recorded_at)
  values (decision, put.project_id, trim(service), trim(envelope_id), completed_at, document ->> 'name',
    document ->> 'sha256', completion ->> 'name', completion ->> 'sha256', app.staff_id(), now());
  foreach signer in array signers loop
    select a.holder, a.authority into held
      from app.authority_to_sign(signer, put.project_id, 'acceptance', put.currency, put.value_minor, put.signed_on)
        with ordinality a (holder, delegation, authority, nth)
      where a.holder <> all (holders)
      -- In the place of one who has to sign, where there is such a one.
      order by exists (select from app.required_signatories(put.project_id, put.deliverable_id) r
        where r.contact_id = a.holder) desc, a.nth limit 1;
    if held.holder is null then
      raise exception 'beyond the recorded authority'
        using errcode = '23514', constraint = 'authority_covers_it'; end if;
    holders := holders || held.holder;
    insert into public.outside_signers (decision_id, project_id, position, contact_id, on_behalf_of, authority)
    values (decision, put.project_id, cardinality(holders), signer, nullif(held.holder, signer), held.authority);
  end loop;
  if exists (select from app.required_signatories(put.project_id, put.deliverable_id) r
      where r.contact_id <> all (holders)) then
    raise exception 'somebody else has to sign too' using errcode = '23514', constraint = 'signatory_is_required'; end if;
  perform app.enqueue('after-decision', jsonb_build_object('decisionId', decision), 'decision ' || decision);
  return decision;
end $$;
alter function app.record_outside_decision(uuid, text, uuid[], timestamptz, text, text, text, jsonb, jsonb)
  owner to rule_keeper;
revoke execute on function app.record_outside_decision(uuid, text, uuid[], timestamptz, text, text, text, jsonb, jsonb)
  from public;
grant execute on function app.record_outside_decision(uuid, text, uuid[], timestamptz, text, text, text, jsonb, jsonb)
  to project_manager;

do $$
declare noun text;
begin
  foreach noun in array array['outside_envelopes', 'outside_signers'] loop
    execute format('grant insert on public.%I to rule_keeper', noun);
    execute format('create policy manager_records on public.%I for insert to rule_keeper with check (true)', noun);
  end loop;
end $$;
-- The envelope names the authority and the amount, as the team may not: it reads that there is one, and no more.
grant select on public.outside_envelopes, public.outside_signers to project_manager, program_manager;

-- Our half of correcting what the contract deemed; the customer's is the correction itself.
grant select, insert on public.correction_agreements to project_manager;
grant select on public.correction_agreements to program_manager;
create policy agrees_in_own_name on public.correction_agreements as restrictive for insert to project_manager
  with check (agreed_by = (select app.staff_id()));
