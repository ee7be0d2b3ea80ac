-- Silence is acceptance only where the contract says so. The worker runs the clock (calendars, holidays, pauses: the
-- domain's rule) and asks here; what can be held without a calendar holds here against it too: the frozen contract has
-- such a clause, nobody decided, the clock does not stand still, the customer was warned by a mail that went out so many
-- days before, and not fewer days have passed than the period has.

create function app.record_deemed_acceptance(submission uuid, clock jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  put record;
  last record;
  decision uuid := gen_random_uuid();
begin
  select s.id, s.project_id, s.deliverable_id, s.version, s.digest, s.submitted_at, s.terms -> 'acceptance' as terms,
      p.time_zone, (now() at time zone p.time_zone)::date as today,
      (s.submitted_at at time zone p.time_zone)::date as submitted_on into put
    from public.submissions s join public.projects p on p.id = s.project_id where s.id = submission;
  if put.id is null then raise exception 'no such submission' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('decide ' || put.id, 0));
  if coalesce(put.terms ->> 'deemedClause', '') = '' then
    raise exception 'silence is nothing under this contract' using errcode = '42501'; end if;
  if exists (select from public.submissions later where later.deliverable_id = put.deliverable_id
      and later.version > put.version) then
    raise exception 'a later version was submitted' using errcode = '23514', constraint = 'submission_is_the_latest'; end if;
  select d.id, d.act into last from public.decisions d where d.submission_id = put.id
    and not exists (select from public.decisions later where later.refers_to = d.id);
  if last.id is not null then
    raise exception 'this was decided' using errcode = '23505', constraint = 'decisions_once'; end if;
  if exists (select from public.clock_pauses p where p.submission_id = put.id
      and not exists (select from public.clock_resumptions r where r.pause_id = p.id)) then
    raise exception 'the clock stands still' using errcode = '23514', constraint = 'clock_is_running'; end if;
  if put.today - put.submitted_on < (put.terms ->> 'days')::integer
      + (case put.terms ->> 'firstDay' when 'submission-day' then 0 else 1 end) then
    raise exception 'the period has not run out' using errcode = '23514', constraint = 'period_has_run_out'; end if;
  if exists (select from public.time_requests t join public.time_answers a on a.time_request_id = t.id and a.is_granted
      where t.submission_id = put.id and t.until >= put.today) then
    raise exception 'more time was granted' using errcode = '23514', constraint = 'period_has_run_out'; end if;
  if not exists (select from public.acceptance_reminders r join public.mails m on m.id = r.mail_id
      where r.submission_id = put.id and r.kind = 'warning' and m.sent_at is not null
        and put.today - (m.sent_at at time zone put.time_zone)::date > (put.terms ->> 'warningDays')::integer) then
    raise exception 'the customer was not warned in time' using errcode = '23514', constraint = 'customer_was_warned'; end if;
  insert into public.decisions (id, project_id, submission_id, kind, act, outcome, decided_at, time_zone, typed_name,
    statement, reason, submission_digest, clause, clock)
  values (decision, put.project_id, put.id, 'deemed', 'decides', 'accepted', date_trunc('milliseconds', now()),
    put.time_zone, '', '', '', put.digest, put.terms ->> 'deemedClause', clock);
  perform app.enqueue('after-decision', jsonb_build_object('decisionId', decision), 'decision ' || decision);
  return decision;
end $$;
alter function app.record_deemed_acceptance(uuid, jsonb) owner to rule_keeper;
revoke execute on function app.record_deemed_acceptance(uuid, jsonb) from public;
grant execute on function app.record_deemed_acceptance(uuid, jsonb) to worker_app;
grant select (id, sent_at, receipt) on public.mails to rule_keeper;
create policy rules_read_when_mails_went on public.mails for select to rule_keeper using (true);
