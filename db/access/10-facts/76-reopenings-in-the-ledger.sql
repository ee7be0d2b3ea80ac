-- That a month of a project was opened again after it was closed. The reason is ours: it enters as a commitment, and so
-- does the digest of the report that it takes back, which covers costs.

create function app.enter_month_reopened(fact uuid) returns void language plpgsql as $$
declare r record;
begin
  select o.project_id, o.id, o.reopened_at, m.month_on, c.done_by, c.reason, closed.report_sha256 into strict r
    from public.month_reopenings o
    join public.month_closings c on c.id = o.closing_id
    join public.month_reports m on m.id = o.month_report_id
    join public.month_closings closed on closed.id = m.closing_id
    where o.id = fact;
  perform app.append_to_ledger(r.project_id, 'month-reopened', r.id, null, jsonb_build_object(
      'month', left(r.month_on::text, 7), 'reopenedBy', r.done_by, 'reopenedAt', app.instant_text(r.reopened_at)),
    app.personal_at('[]', r.done_by, jsonb_build_object('reason', r.reason, 'report', r.report_sha256)));
end $$;
alter function app.enter_month_reopened(uuid) owner to ledger_keeper;
revoke execute on function app.enter_month_reopened(uuid) from public;

create constraint trigger in_ledger after insert on public.month_reopenings deferrable initially deferred
  for each row execute function app.enters_ledger('month_reopened', 'reopened_at', 'id');

grant select on public.month_reopenings to ledger_keeper;
grant select (id, closing_id, month_on) on public.month_reports to ledger_keeper;
grant select (id, done_by, reason, report_sha256) on public.month_closings to ledger_keeper;
do $$
declare noun text;
begin
  foreach noun in array array['month_reopenings', 'month_reports', 'month_closings'] loop
    execute format('create policy ledger_reads_facts on public.%I for select to ledger_keeper using (true)', noun);
  end loop;
end $$;
