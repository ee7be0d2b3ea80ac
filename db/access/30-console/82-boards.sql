-- Work in iterations. The manager sets a board up; whoever works in the project adds, moves and finishes items. What a
-- board says of its task goes into the plan at once, by the rule below, because a team member may not write plans.

do $$
declare noun text;
begin
  foreach noun in array array['boards', 'board_columns', 'iterations', 'board_items', 'board_steps'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all
      to project_manager, team_member, program_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('grant select on public.%I to project_manager, team_member, program_manager', noun);
  end loop;
end $$;
grant insert on public.boards, public.board_columns, public.iterations to project_manager;
grant update (position, name, wip_limit), delete on public.board_columns to project_manager;
grant update (name, starts_on, ends_on, milestone_uid), delete on public.iterations to project_manager;
grant insert on public.board_items, public.board_steps to project_manager, team_member;
grant update (title, note, size, staff_id, iteration_id, column_id, moved_at, dropped_at) on public.board_items
  to project_manager, team_member;
create policy steps_in_own_name on public.board_steps as restrictive for insert to project_manager, team_member
  with check (done_by = (select app.staff_id()));
create trigger never_changed before update or delete on public.board_steps
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.board_steps
  for each statement execute function app.refuse_change();

grant update (percent_complete, actual_start_local, actual_finish_local, remaining_minutes) on public.tasks to rule_keeper;
create policy boards_say_how_far on public.tasks for update to rule_keeper using (true) with check (true);

-- What a board says of its task, and of the summaries above it: as boardProgress and progressOf of the domain have it (a
-- test holds them equal). Of a task that others were put below it says nothing: theirs is the progress then.
create function app.roll_up_board(board uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  task public.tasks;
  summary public.tasks;
  percent integer;
begin
  select t.* into task
    from public.boards b join public.tasks t on t.project_id = b.project_id and t.uid = b.task_uid
   where b.id = board and b.project_id = any (array(select app.staff_project_ids()));
  if not found then raise exception 'no such board' using errcode = '42501'; end if;
  if task.is_summary then return null; end if;

  select case
      when coalesce(sum(i.counted), 0) = 0 then 0
      when sum(i.counted) filter (where i.is_done) >= sum(i.counted) then 100
      else least(99, round(coalesce(sum(i.counted) filter (where i.is_done), 0) * 100.0 / sum(i.counted)))
    end into percent
    from (
      select coalesce(i.size, case b.unit when 'hours' then 60 else 1 end) as counted, coalesce(c.is_done, false) as is_done
        from public.board_items i
        join public.boards b on b.id = i.board_id
        left join public.board_columns c on c.id = i.column_id
       where i.board_id = board and i.dropped_at is null
    ) i;

  update public.tasks t set percent_complete = percent, remaining_minutes = null,
      actual_start_local = case when percent > 0 then coalesce(t.actual_start_local, t.starts_local) end,
      actual_finish_local = case when percent = 100 then t.finishes_local end
   where t.id = task.id and t.percent_complete <> percent;
  if not found then return percent; end if;

  for summary in
    select s.* from public.tasks s
     where s.project_id = task.project_id and s.is_summary and s.position < task.position
       and s.outline_level < task.outline_level
       and not exists (select from public.tasks u where u.project_id = s.project_id and u.position > s.position
         and u.position <= task.position and u.outline_level <= s.outline_level)
     order by s.position desc
  loop
    update public.tasks t set percent_complete = below.percent
      from (
        select case
            when bool_and(l.percent_complete >= 100) filter (where l.weight > 0 or not l.any_lasts) then 100
            when sum(l.counted) = 0 then 0
            else least(99, floor(sum(l.counted * l.percent_complete) / sum(l.counted) + 0.5))
          end::integer as percent
          from (
            select x.percent_complete, x.duration_minutes as weight,
              bool_or(x.duration_minutes > 0) over () as any_lasts,
              case when bool_or(x.duration_minutes > 0) over () then x.duration_minutes else 1 end as counted
              from public.tasks x
             where x.project_id = summary.project_id and not x.is_summary and x.position > summary.position
               and x.position < coalesce((select min(n.position) from public.tasks n
                 where n.project_id = summary.project_id and n.position > summary.position
                   and n.outline_level <= summary.outline_level), 2147483647)
          ) l
      ) below
     where t.id = summary.id and t.percent_complete <> below.percent;
  end loop;
  return percent;
end $$;
alter function app.roll_up_board(uuid) owner to rule_keeper;
revoke execute on function app.roll_up_board(uuid) from public;
grant execute on function app.roll_up_board(uuid) to project_manager, team_member;
