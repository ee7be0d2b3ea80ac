-- A job is added in the transaction of the fact that causes it, by whoever records the fact. Nobody but the worker
-- reads the queue: payloads are ids, and so is what `notify` carries.

create function app.enqueue(job text, payload jsonb, key text default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A mail can carry a link to sign in with: only the worker, which writes mails, has them sent.
  if job = 'mail' and session_user <> 'worker_app' then
    raise exception 'only the worker sends mail' using errcode = '42501'; end if;
  perform graphile_worker.add_job(job, payload::json, job_key => key, max_attempts => 12);
end $$;
alter function app.enqueue(text, jsonb, text) owner to worker_app;
revoke execute on function app.enqueue(text, jsonb, text) from public;
grant execute on function app.enqueue(text, jsonb, text) to rule_keeper, ledger_keeper, project_manager, finance, administrator,
  worker_app;

grant usage on schema graphile_worker to worker_app;
grant select, insert, update, delete on all tables in schema graphile_worker to worker_app;
grant usage, select on all sequences in schema graphile_worker to worker_app;
grant execute on all functions in schema graphile_worker to worker_app;

do $$
declare found record;
begin
  for found in select tablename from pg_tables where schemaname = 'graphile_worker' loop
    execute format('drop policy if exists worker_runs_the_queue on graphile_worker.%I', found.tablename);
    execute format('create policy worker_runs_the_queue on graphile_worker.%I for all to worker_app
      using (true) with check (true)', found.tablename);
  end loop;
end $$;
