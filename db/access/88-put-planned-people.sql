-- Plans that are older than the rule that whom they have on a task is on it. On every later migrate nothing changes.
do $$
declare project record;
begin
  for project in select a.project_id, array_agg(distinct a.task_uid) as uids
      from public.plan_assignments a
      join public.plan_resources r on r.project_id = a.project_id and r.uid = a.resource_uid and r.staff_id is not null
      group by a.project_id loop
    perform app.put_planned_people(project.project_id, project.uids);
  end loop;
end $$;
