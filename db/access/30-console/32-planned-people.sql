-- Whom the plan has on a task is on that task: it is among the person's tasks, and the project among the person's
-- projects. The plan is the truth of that and of its minutes; the database writes it after every statement that changes
-- who works on what, whoever made it, so that no page can forget it and the two never disagree.

create function app.planned_people(of_project uuid, of_tasks integer[])
returns table (task_id uuid, staff_id uuid, minutes integer)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, r.staff_id, least(round(sum(greatest(a.work_minutes, 0))), 2147483647)::integer
  from public.plan_assignments a
  join public.plan_resources r on r.project_id = a.project_id and r.uid = a.resource_uid and r.kind = 'work'
  -- A vendor's person logs no hours with us.
  join public.staff s on s.id = r.staff_id and s.role <> 'vendor'
  join public.tasks k on k.project_id = a.project_id and k.uid = a.task_uid
  where a.project_id = of_project and a.task_uid = any (of_tasks)
  group by k.id, r.staff_id
$$;

-- Who was on the task by agreement beside the plan before the plan had them is so again once it has them no more. Hours
-- that were logged stay in any case, and so does the person in the team.
create function app.put_planned_people(of_project uuid, of_tasks integer[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.plan_resources r where r.project_id = of_project and r.staff_id is not null)
    and not exists (select from public.task_assignments x where x.project_id = of_project and x.is_planned) then
    return;
  end if;
  delete from public.task_assignments x using public.tasks k
    where k.project_id = of_project and k.uid = any (of_tasks) and x.task_id = k.id and x.is_planned
      and x.beside_minutes is null
      and (x.task_id, x.staff_id) not in (select w.task_id, w.staff_id from app.planned_people(of_project, of_tasks) w);
  update public.task_assignments x set is_planned = false, planned_minutes = x.beside_minutes, beside_minutes = null
    from public.tasks k
    where k.project_id = of_project and k.uid = any (of_tasks) and x.task_id = k.id and x.is_planned
      and (x.task_id, x.staff_id) not in (select w.task_id, w.staff_id from app.planned_people(of_project, of_tasks) w);
  update public.task_assignments x set is_planned = true, planned_minutes = w.minutes,
      beside_minutes = case when x.is_planned then x.beside_minutes else x.planned_minutes end
    from app.planned_people(of_project, of_tasks) w
    where x.task_id = w.task_id and x.staff_id = w.staff_id and (not x.is_planned or x.planned_minutes <> w.minutes);
  insert into public.task_assignments (project_id, task_id, staff_id, planned_minutes, is_planned)
    select of_project, w.task_id, w.staff_id, w.minutes, true from app.planned_people(of_project, of_tasks) w
    on conflict (task_id, staff_id) do nothing;
  insert into public.project_members (project_id, staff_id)
    select distinct of_project, w.staff_id from app.planned_people(of_project, of_tasks) w
    on conflict do nothing;
end $$;

create function app.put_people_of_assignments() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare written record;
begin
  if tg_op = 'UPDATE' then
    for written in select project_id, array_agg(distinct task_uid) as uids
        from (select project_id, task_uid from was union all select project_id, task_uid from became) each
        group by project_id loop
      perform app.put_planned_people(written.project_id, written.uids);
    end loop;
  elsif tg_op = 'DELETE' then
    for written in select project_id, array_agg(distinct task_uid) as uids from was group by project_id loop
      perform app.put_planned_people(written.project_id, written.uids);
    end loop;
  else
    for written in select project_id, array_agg(distinct task_uid) as uids from became group by project_id loop
      perform app.put_planned_people(written.project_id, written.uids);
    end loop;
  end if;
  return null;
end $$;
create trigger people_are_put_on_tasks_after_insert after insert on public.plan_assignments
  referencing new table as became for each statement execute function app.put_people_of_assignments();
create trigger people_are_put_on_tasks_after_update after update on public.plan_assignments
  referencing old table as was new table as became for each statement
  execute function app.put_people_of_assignments();
create trigger people_are_put_on_tasks_after_delete after delete on public.plan_assignments
  referencing old table as was for each statement execute function app.put_people_of_assignments();

-- Somebody said who a name of the plan is.
create function app.put_people_of_resources() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare written record;
begin
  for written in select a.project_id, array_agg(distinct a.task_uid) as uids
      from became b
      join was w on w.project_id = b.project_id and w.uid = b.uid
        and (w.staff_id, w.kind) is distinct from (b.staff_id, b.kind)
      join public.plan_assignments a on a.project_id = b.project_id and a.resource_uid = b.uid
      group by a.project_id loop
    perform app.put_planned_people(written.project_id, written.uids);
  end loop;
  return null;
end $$;
create trigger people_are_put_on_tasks after update on public.plan_resources
  referencing old table as was new table as became for each statement execute function app.put_people_of_resources();

-- Nobody writes otherwise than the plan says: whoever would take a planned person off a task, or claim the plan had
-- somebody on it, changes the plan.
create function app.check_planned_people() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare written record;
begin
  for written in select x.project_id, array_agg(distinct k.uid) as uids
      from changed x join public.tasks k on k.id = x.task_id group by x.project_id loop
    if exists (
      select from (select distinct c.task_id, c.staff_id from changed c where c.project_id = written.project_id) c
      join public.tasks k on k.id = c.task_id
      left join app.planned_people(written.project_id, written.uids) w
        on w.task_id = c.task_id and w.staff_id = c.staff_id
      left join public.task_assignments x on x.task_id = c.task_id and x.staff_id = c.staff_id
      where (w.task_id is not null) is distinct from coalesce(x.is_planned, false)
        or x.is_planned and x.planned_minutes <> w.minutes) then
      raise exception 'the plan says otherwise' using errcode = '23514', constraint = 'task_assignments_as_planned';
    end if;
  end loop;
  return null;
end $$;

alter function app.planned_people(uuid, integer[]) owner to rule_keeper;
alter function app.put_planned_people(uuid, integer[]) owner to rule_keeper;
alter function app.put_people_of_assignments() owner to rule_keeper;
alter function app.put_people_of_resources() owner to rule_keeper;
alter function app.check_planned_people() owner to rule_keeper;
revoke execute on function app.planned_people(uuid, integer[]), app.put_planned_people(uuid, integer[]) from public;
grant execute on function app.planned_people(uuid, integer[]), app.put_planned_people(uuid, integer[])
  to rule_keeper;
grant insert, update, delete on public.task_assignments to rule_keeper;
grant insert on public.project_members to rule_keeper;
create policy planned_people_are_put_on_tasks on public.task_assignments for all to rule_keeper
  using (true) with check (true);
create policy planned_people_are_members on public.project_members for insert to rule_keeper with check (true);

create trigger planned_as_the_plan_says_after_insert after insert on public.task_assignments
  referencing new table as changed for each statement execute function app.check_planned_people();
create trigger planned_as_the_plan_says_after_update after update on public.task_assignments
  referencing new table as changed for each statement execute function app.check_planned_people();
create trigger planned_as_the_plan_says_after_delete after delete on public.task_assignments
  referencing old table as changed for each statement execute function app.check_planned_people();
