-- The worker tells the customer what is asked for, and the manager what was answered; what the team wrote for itself
-- beside it is none of its mails.
grant select on public.dependency_requests, public.dependency_answers to worker_app;
grant select (id, project_id, number) on public.dependencies to worker_app;
do $$
declare noun text;
begin
  foreach noun in array array['dependencies', 'dependency_requests', 'dependency_answers'] loop
    execute format('create policy worker_reads on public.%I for select to worker_app using (true)', noun);
  end loop;
end $$;
