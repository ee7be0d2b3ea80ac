-- The worker tells the customer what is asked for, and the manager what was answered.
do $$
declare noun text;
begin
  foreach noun in array array['dependency_requests', 'dependency_answers', 'project_contacts'] loop
    execute format('grant select on public.%I to worker_app', noun);
  end loop;
  foreach noun in array array['dependency_requests', 'dependency_answers'] loop
    execute format('create policy worker_reads on public.%I for select to worker_app using (true)', noun);
  end loop;
end $$;
