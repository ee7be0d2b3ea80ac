-- What failed and is tried again, or was given up: for the console's page. No payload, no row
-- contents, and nothing for whoever became a role that is not the own.
create function app.troubled_jobs() returns table (
  id text, job text, attempts int, max_attempts int, run_at timestamptz, last_error text)
language sql stable security definer set search_path = pg_catalog as $$
  select j.id::text, t.identifier, j.attempts, j.max_attempts, j.run_at, left(split_part(j.last_error, E'\n', 1), 200)
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.last_error is not null and app.staff_id() is not null order by j.run_at
$$;
alter function app.troubled_jobs() owner to worker_app;
grant execute on function app.staff_id() to worker_app;
revoke execute on function app.troubled_jobs() from public;
grant execute on function app.troubled_jobs() to administrator;
