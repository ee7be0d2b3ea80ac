-- A change that the customer approved alters the contract in the approval's own transaction: lines, schedule, value, and
-- the plan kept as a baseline. rule_keeper carries it out, whom nobody can become; that it still fits is asked here again,
-- since milestones may have been submitted, accepted or billed since it was proposed.

-- What a change may still alter: milestones neither released, nor billed, nor before the customer.
create view app.changeable_milestones with (security_invoker, security_barrier) as
select s.project_id, s.billing_milestone_id, s.released_minor = 0 and s.billed_minor = 0 and not exists (
    select from public.billing_milestone_releases r join app.deliverable_states d on d.deliverable_id = r.deliverable_id
    where r.billing_milestone_id = s.billing_milestone_id and d.state = 'submitted') as is_open
from app.billing_milestone_states s;
grant select on app.changeable_milestones to rule_keeper;

-- The dates of every task, and the work of those that hold some: what people were planned for; else what the plan's file
-- says of its resources; else, where nobody was named, the duration, as if one person did it alone. Waiting by the
-- clock is no work. Inactive tasks are not part of the plan. With the rights of whoever takes the baseline.
create function app.keep_plan(baseline uuid, project uuid) returns void
language sql set search_path = pg_catalog as $$
  insert into public.baseline_tasks (project_id, baseline_id, uid, position, wbs, name, outline_level, is_summary,
    is_milestone, starts_local, finishes_local, duration_minutes, work_minutes, work_from)
  select t.project_id, baseline, t.uid, t.position, t.wbs, t.name, t.outline_level, t.is_summary, t.is_milestone,
    t.starts_local, t.finishes_local, t.duration_minutes,
    case when t.is_summary then 0
      else coalesce(people.minutes, resources.minutes, case when t.is_elapsed then 0 else t.duration_minutes end) end,
    case when people.minutes is not null then 'people' when resources.minutes is not null then 'resources'
      else 'duration' end
  from public.tasks t
  left join (
    select a.task_id, sum(a.planned_minutes) as minutes from public.task_assignments a
    where a.project_id = project and not a.is_planned
    group by a.task_id having sum(a.planned_minutes) > 0
  ) people on people.task_id = t.id
  left join (
    select a.task_uid, sum(a.work_minutes) as minutes from public.plan_assignments a
    join public.plan_resources r on r.project_id = a.project_id and r.uid = a.resource_uid and r.kind = 'work'
    where a.project_id = project group by a.task_uid having sum(a.work_minutes) > 0
  ) resources on resources.task_uid = t.uid
  where t.project_id = project and t.is_active
$$;
revoke execute on function app.keep_plan(uuid, uuid) from public;
grant execute on function app.keep_plan(uuid, uuid) to rule_keeper;

create function app.apply_change(request uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  change public.change_requests;
  part record;
  last_position integer;
  baseline uuid := gen_random_uuid();
begin
  select * into strict change from public.change_requests r where r.id = request;
  -- Who bills a milestone holds the same lock: either that is billed first, and the change no longer fits, or after.
  for part in select m.billing_milestone_id as id from public.change_request_milestones m
      where m.change_request_id = request and m.billing_milestone_id is not null order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended('bill ' || part.id, 0));
  end loop;
  if exists (select from public.change_request_milestones m
        left join app.changeable_milestones c on c.billing_milestone_id = m.billing_milestone_id
        where m.change_request_id = request and m.billing_milestone_id is not null and c.is_open is not true)
      or exists (select from public.change_request_milestones m
        join app.deliverable_states d on d.deliverable_id = m.deliverable_id
        where m.change_request_id = request and d.state not in ('draft', 'rejected'))
      or exists (select from app.contract_line_values v where v.project_id = change.project_id and v.current_minor < 0) then
    raise exception 'the contract is no longer as it was' using errcode = '23514', constraint = 'change_still_fits'; end if;

  select coalesce(max(l.position), 0) into last_position from public.contract_lines l where l.project_id = change.project_id;
  insert into public.contract_lines (id, project_id, position, name, kind, recognition, original_minor, change_order_id)
  select l.id, l.project_id, last_position + row_number() over (order by l.position), l.new_line_name, l.new_line_kind,
      case when l.new_line_kind = 'fixed-price' then 'at-acceptance' else 'as-worked' end, 0, request
    from public.change_request_lines l where l.change_request_id = request and l.contract_line_id is null;

  for part in select m.billing_milestone_id as id, sum(m.delta_minor)::bigint as delta
      from public.change_request_milestones m
      where m.change_request_id = request and m.billing_milestone_id is not null group by 1 loop
    if exists (select from public.billing_milestones b where b.id = part.id and b.amount_minor + part.delta = 0) then
      -- Not left to the foreign key, which would delete as the owner of the table, to whom the contract stands.
      delete from public.billing_milestone_releases r where r.billing_milestone_id = part.id;
      delete from public.billing_milestones b where b.id = part.id;
    end if;
    update public.billing_milestones b set amount_minor = b.amount_minor + part.delta where b.id = part.id;
  end loop;
  select coalesce(max(b.position), 0) into last_position from public.billing_milestones b
    where b.project_id = change.project_id;
  insert into public.billing_milestones (id, project_id, name, amount_minor, due_on, position, trigger, contract_line_id)
  select m.id, m.project_id, m.name, m.delta_minor, m.due_on, last_position + row_number() over (order by m.position),
      case when m.deliverable_id is null then 'date' else 'acceptance' end, coalesce(l.contract_line_id, l.id)
    from public.change_request_milestones m
    join public.change_request_lines l on l.change_request_id = request and l.position = m.line_position
    where m.change_request_id = request and m.billing_milestone_id is null;
  insert into public.billing_milestone_releases (project_id, billing_milestone_id, deliverable_id)
  select m.project_id, m.id, m.deliverable_id from public.change_request_milestones m
    where m.change_request_id = request and m.billing_milestone_id is null and m.deliverable_id is not null;
  update public.contracts c set value_minor = c.value_minor + change.value_minor where c.project_id = change.project_id;

  -- What both sides agree on from now on; where no plan was ever kept there is none to keep.
  if exists (select from public.baselines b where b.project_id = change.project_id) then
    insert into public.baselines (id, project_id, number, occasion, name, reason, taken_by, taken_at)
    select baseline, change.project_id, max(b.number) + 1, 'change-order', 'CR-' || change.number,
        change.title, change.proposed_by, now()
      from public.baselines b where b.project_id = change.project_id;
    perform app.keep_plan(baseline, change.project_id);
  end if;
end $$;
alter function app.apply_change(uuid) owner to rule_keeper;
revoke execute on function app.apply_change(uuid) from public;

do $$
declare part text[];
begin
  foreach part slice 1 in array array[['insert', 'contract_lines'], ['insert', 'billing_milestones'],
    ['delete', 'billing_milestones'], ['insert', 'billing_milestone_releases'],
    ['delete', 'billing_milestone_releases'], ['insert', 'baselines'],
    ['insert', 'baseline_tasks'], ['insert', 'change_decisions']] loop
    execute format('grant %s on public.%I to rule_keeper', part[1], part[2]);
    execute format('create policy %I on public.%I for %s to rule_keeper %s (true)', 'changes_' || part[1], part[2], part[1],
      case part[1] when 'insert' then 'with check' else 'using' end);
  end loop;
end $$;
grant update (amount_minor) on public.billing_milestones to rule_keeper;
create policy changes_update on public.billing_milestones for update to rule_keeper using (true) with check (true);
grant update (value_minor) on public.contracts to rule_keeper;
create policy changes_update on public.contracts for update to rule_keeper using (true) with check (true);
-- Locking a row wants a right to update some column; the policy refuses the update itself.
grant update (created_at) on public.projects to rule_keeper;
create policy changes_lock on public.projects for update to rule_keeper using (true) with check (false);
