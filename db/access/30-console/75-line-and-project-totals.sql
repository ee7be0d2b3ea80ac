-- What a line and a project come to, from the months kept beside and from the plan, the contract and the invoices.
-- Everything here is summed for one project at a time, whenever something of it changes.

-- What no line claims belongs to the first fixed price, else to the first line.
create view totals.lines_by_default as
select distinct on (l.project_id) l.project_id, l.id as contract_line_id from public.contract_lines l
order by l.project_id, l.kind <> 'fixed-price', l.kind = 'non-billable', l.position;

create view totals.task_contract_lines as
select t.project_id, t.id as task_id, coalesce(l.contract_line_id, d.contract_line_id) as contract_line_id
from public.tasks t
left join public.task_lines l on l.task_id = t.id
left join totals.lines_by_default d on d.project_id = t.project_id;

-- Remaining effort: of what is planned for a person on a task, the share that is not done, at the standard rate of the
-- role on the day that the task is to finish, and at the bill rate of that day.
create view totals.remaining_effort as
select t.project_id, t.id as task_id, a.staff_id, s.job_role, left_over.minutes,
  coalesce(round(left_over.minutes * app.standard_hour_minor(s.job_role, false, c.currency, day.finish) / 60), 0)::bigint
    as cost_minor,
  coalesce(round(left_over.minutes * b.hour_minor / 60.0), 0)::bigint as bill_minor
from public.tasks t
join public.contracts c on c.project_id = t.project_id
join public.task_assignments a on a.task_id = t.id
join public.staff s on s.id = a.staff_id
cross join lateral (select round(a.planned_minutes * (100 - t.percent_complete) / 100.0)::bigint as minutes) left_over
cross join lateral (select left(t.finishes_local, 10)::date as finish) day
left join public.bill_rates b on b.project_id = t.project_id and b.job_role = s.job_role
  and b.from_on <= day.finish and (b.to_on is null or b.to_on >= day.finish)
where not t.is_summary and t.is_active and left_over.minutes > 0;

-- A part of a whole, rounded once, half away from zero; nothing of nothing.
create function app.share_of(whole bigint, part numeric, all_parts numeric) returns bigint
language sql immutable set search_path = pg_catalog as $$
  select case when all_parts > 0 then round(whole * least(part, all_parts) / all_parts)::bigint else 0 end
$$;

-- The domain's recognition.ts says the same of one line to any day; a test holds both together. A price that is earned
-- at acceptance is earned in the shares of its milestones that acceptance releases, whatever is billed before or held
-- back after; where no acceptance releases any, in the shares of those that are released.
create view totals.summed_lines as
select l.project_id, l.contract_line_id, l.current_minor as value_minor, coalesce(w.minutes, 0) as minutes,
  coalesce(w.labour_minor, 0) as labour_minor, coalesce(w.standard_minor, 0) as standard_minor,
  coalesce(w.expense_minor, 0) as expense_minor, coalesce(w.vendor_minor, 0) as vendor_minor,
  coalesce(e.minutes, 0) as etc_minutes, coalesce(e.cost_minor, 0) as etc_minor,
  coalesce(w.worked_minor, 0) as worked_minor, m.released_minor, m.scheduled_minor, i.invoiced_minor,
  case when l.kind = 'non-billable' or how.by_the_day then 0
    when l.kind = 'capped' then least(l.current_minor, coalesce(w.worked_minor, 0))
    when l.kind = 'time-and-material' or l.recognition = 'as-worked' then coalesce(w.worked_minor, 0)
    when l.recognition = 'by-cost' then app.share_of(l.current_minor, spent.minor, spent.minor + coalesce(e.cost_minor, 0))
    when l.recognition = 'by-hours' then
      app.share_of(l.current_minor, coalesce(w.minutes, 0), coalesce(w.minutes, 0) + coalesce(e.minutes, 0))
    else app.share_of(l.current_minor, m.released_minor, m.scheduled_minor) end as recognised_minor,
  how.by_the_day,
  case when l.kind = 'non-billable' then 0
    when l.kind = 'capped' then least(l.current_minor, bill.minor)
    when l.kind = 'time-and-material' or l.recognition = 'as-worked' and not how.by_the_day then bill.minor
    else l.current_minor end as completion_minor,
  case when l.kind = 'capped' then greatest(bill.minor - l.current_minor, 0) else 0 end as written_down_minor
from app.contract_line_values l
left join lateral (
  select sum(k.minutes)::bigint as minutes, sum(k.labour_minor)::bigint as labour_minor,
    sum(k.standard_minor)::bigint as standard_minor, sum(k.expense_minor)::bigint as expense_minor,
    sum(k.vendor_minor)::bigint as vendor_minor, sum(k.worked_minor)::bigint as worked_minor,
    sum(k.bill_minor)::bigint as bill_minor
  from public.task_month_costs k
  left join public.task_lines t on t.task_id = k.task_key
  left join totals.lines_by_default d on d.project_id = k.project_id
  where k.project_id = l.project_id and l.contract_line_id
    = coalesce(nullif(k.line_key, '00000000-0000-0000-0000-000000000000'), t.contract_line_id, d.contract_line_id)
) w on true
left join lateral (
  select sum(r.minutes)::bigint as minutes, sum(r.cost_minor)::bigint as cost_minor, sum(r.bill_minor)::bigint as bill_minor
  from totals.remaining_effort r
  join totals.task_contract_lines t on t.task_id = r.task_id
  where r.project_id = l.project_id and t.project_id = l.project_id and t.contract_line_id = l.contract_line_id
) e on true
cross join lateral (
  select coalesce(w.standard_minor + w.expense_minor + w.vendor_minor, 0) as minor
) spent
cross join lateral (select coalesce(w.bill_minor, 0) + coalesce(e.bill_minor, 0) as minor) bill
cross join lateral (
  select l.kind = 'retainer' or l.kind = 'fixed-price' and l.recognition = 'straight-line' as by_the_day
) how
cross join lateral (
  select coalesce(sum(s.released_minor), 0)::bigint as released_minor, coalesce(sum(s.amount_minor), 0)::bigint as scheduled_minor
  from (
    select s.*, s.trigger = 'acceptance' and not s.is_retention as counts,
      bool_or(s.trigger = 'acceptance' and not s.is_retention) over () as any_counts
    from app.billing_milestone_states s
    where s.project_id = l.project_id and s.contract_line_id = l.contract_line_id and s.trigger <> 'deposit'
  ) s
  where s.counts or not s.any_counts
) m
cross join lateral (
  select coalesce(sum(b.amount_minor), 0)::bigint as invoiced_minor
  from public.invoice_lines b
  left join public.billing_milestones s on s.id = b.billing_milestone_id
  left join totals.lines_by_default d on d.project_id = b.project_id
  where b.project_id = l.project_id
    and coalesce(b.contract_line_id, s.contract_line_id, d.contract_line_id) = l.contract_line_id
) i;

-- The estimates: the approved budgets where there are any, the first as what was sold and the last, with what was moved
-- since, as the plan in force; else what the contract's baseline says that its people cost.
create view totals.project_estimates as
select c.project_id,
  case when b.first_id is not null then 'budget' when l.cost_minor is not null then 'baseline' end as estimate_from,
  case when b.first_id is not null then (
    select coalesce(sum(s.cost_minor), 0)::bigint from public.budget_lines s where s.budget_id = b.first_id)
    else l.cost_minor end as sold_cost_minor,
  case when b.first_id is not null then p.cost_minor else l.cost_minor end as planned_cost_minor,
  coalesce(case when b.first_id is not null then p.labour_minor else l.cost_minor end, 0) as planned_labour_minor,
  coalesce(case when b.first_id is not null then p.minutes else l.planned_minutes end, 0)::bigint as planned_minutes
from public.contracts c
left join lateral (
  select (array_agg(b.id order by b.version))[1] as first_id, (array_agg(b.id order by b.version desc))[1] as last_id
  from public.budgets b
  where b.project_id = c.project_id
    and exists (select from public.budget_reviews r where r.budget_id = b.id and r.act = 'approved')
) b on true
left join lateral (
  select coalesce(sum(s.cost_minor + moved.minor), 0)::bigint as cost_minor,
    coalesce(sum(s.cost_minor + moved.minor) filter (where s.cost_type = 'labour'), 0)::bigint as labour_minor,
    coalesce(sum(s.minutes) filter (where s.cost_type = 'labour'), 0)::bigint as minutes
  from public.budget_lines s
  cross join lateral (
    select coalesce(sum(case when t.to_line_id = s.id then t.amount_minor else -t.amount_minor end), 0) as minor
    from public.budget_transfers t
    join public.budget_transfer_answers a on a.budget_transfer_id = t.id and a.answer = 'approved'
    where t.project_id = s.project_id and s.id in (t.from_line_id, t.to_line_id)
  ) moved
  where s.budget_id = b.last_id
) p on true
left join lateral (
  select g.cost_minor, g.planned_minutes from public.baseline_budgets g
  join public.baselines n on n.id = g.baseline_id and n.occasion = 'contract'
  where g.project_id = c.project_id and g.planned_minutes > 0 order by n.number desc limit 1
) l on true;

create view totals.summed_projects as
select p.id as project_id, k.*, i.*, paid.paid_minor, off.written_off_minor, o.committed_minor,
  coalesce(s.earned_minor, 0) as earned_minor, coalesce(s.unbilled_minor, 0) as unbilled_minor,
  coalesce(s.deferred_minor, 0) as deferred_minor, coalesce(s.completion_minor, 0) as completion_minor,
  coalesce(s.written_down_minor, 0) as written_down_minor,
  case when e.estimate_from = 'budget' then coalesce(b.labour_minor * e.planned_minutes / nullif(e.planned_labour_minor, 0), 0)
    else coalesce(s.etc_minutes, 0) end as etc_minutes,
  case when e.estimate_from = 'budget' then b.labour_minor else coalesce(s.etc_minor, 0) end as etc_labour_minor,
  case when e.estimate_from = 'budget' then b.minor else coalesce(s.etc_minor, 0) + o.committed_minor end as etc_minor,
  coalesce(s.sold_minor, 0) as sold_minor,
  e.sold_cost_minor, e.planned_cost_minor, coalesce(e.planned_labour_minor, 0) as planned_labour_minor,
  coalesce(e.planned_minutes, 0) as planned_minutes, e.estimate_from, f.disclosed_minor
from public.projects p
cross join lateral (
  select coalesce(sum(k.minutes), 0)::bigint as minutes, coalesce(sum(k.unrated_minutes), 0)::bigint as unrated_minutes,
    coalesce(sum(k.unapproved_minutes), 0)::bigint as unapproved_minutes,
    coalesce(sum(k.labour_minor + k.expense_minor + k.vendor_minor), 0)::bigint as cost_minor,
    coalesce(sum(k.labour_minor), 0)::bigint as labour_minor, coalesce(sum(k.standard_minor), 0)::bigint as standard_minor,
    coalesce(sum(k.expense_minor), 0)::bigint as expense_minor, coalesce(sum(k.vendor_minor), 0)::bigint as vendor_minor,
    coalesce(sum(k.unapproved_minor), 0)::bigint as unapproved_minor
  from public.task_month_costs k where k.project_id = p.id
) k
left join lateral (
  select sum(l.recognised_minor)::bigint as earned_minor,
    sum(case when l.by_the_day then 0 else greatest(l.recognised_minor - l.invoiced_minor, 0) end)::bigint as unbilled_minor,
    sum(case when l.by_the_day then 0 else greatest(l.invoiced_minor - l.recognised_minor, 0) end)::bigint as deferred_minor,
    sum(l.completion_minor)::bigint as completion_minor,
    sum(l.written_down_minor)::bigint as written_down_minor, sum(l.etc_minutes)::bigint as etc_minutes,
    sum(l.etc_minor)::bigint as etc_minor, sum(v.original_minor)::bigint as sold_minor
  from public.line_totals l
  join public.contract_lines v on v.id = l.contract_line_id
  where l.project_id = p.id
) s on true
cross join lateral (
  select coalesce(sum(i.net_minor), 0)::bigint as invoiced_minor from public.invoices i where i.project_id = p.id
) i
cross join lateral (
  -- Net of tax: the payment's share of its invoice, whole once it is paid whole.
  select coalesce(sum(i.net_minor * paid.minor / nullif(i.gross_minor, 0)), 0)::bigint as paid_minor
  from public.invoices i
  cross join lateral (
    select coalesce(sum(y.amount_minor), 0) as minor from public.invoice_payments y where y.invoice_id = i.id
  ) paid
  where i.project_id = p.id
) paid
cross join lateral (
  select coalesce(sum(w.net_minor), 0)::bigint as written_off_minor
  from public.invoice_write_offs w where w.project_id = p.id
) off
cross join lateral (
  select coalesce(sum(c.committed_minor), 0)::bigint as committed_minor from app.commitments c where c.project_id = p.id
) o
left join totals.project_estimates e on e.project_id = p.id
-- What is still to be spent: of an approved budget as its page says, else remaining effort and open orders.
left join lateral (
  select coalesce(sum(b.standard_etc_minor) filter (where b.cost_type = 'labour'), 0)::bigint as labour_minor,
    coalesce(sum(b.standard_etc_minor), 0)::bigint as minor
  from app.budget_positions_both(p.id) b where e.estimate_from = 'budget'
) b on true
cross join lateral (
  select coalesce(sum(d.difference_minor), 0)::bigint as disclosed_minor
  from public.disclosed_costs d where d.project_id = p.id
) f;

do $$
declare noun text;
begin
  foreach noun in array array['lines_by_default', 'task_contract_lines', 'remaining_effort', 'summed_lines',
    'project_estimates', 'summed_projects'] loop
    execute format('alter view totals.%I owner to totals_keeper', noun);
  end loop;
end $$;

-- Written only where something changed: a plan that moves by a day leaves the totals alone.
create function app.keep_project(project uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.hold_totals(project);
  delete from public.line_totals k where k.project_id = project
    and not exists (select from public.contract_lines l where l.id = k.contract_line_id);
  insert into public.line_totals as kept (project_id, contract_line_id, value_minor, minutes, labour_minor,
    standard_minor, expense_minor, vendor_minor, etc_minutes, etc_minor, worked_minor, released_minor, scheduled_minor,
    invoiced_minor, recognised_minor, by_the_day, completion_minor, written_down_minor)
  select * from totals.summed_lines s where s.project_id = project
  on conflict (contract_line_id) do update set (value_minor, minutes, labour_minor, standard_minor, expense_minor,
    vendor_minor, etc_minutes, etc_minor, worked_minor, released_minor, scheduled_minor, invoiced_minor,
    recognised_minor, by_the_day, completion_minor, written_down_minor) = (excluded.value_minor, excluded.minutes,
    excluded.labour_minor, excluded.standard_minor, excluded.expense_minor, excluded.vendor_minor,
    excluded.etc_minutes, excluded.etc_minor, excluded.worked_minor, excluded.released_minor,
    excluded.scheduled_minor, excluded.invoiced_minor, excluded.recognised_minor, excluded.by_the_day,
    excluded.completion_minor, excluded.written_down_minor)
  where kept is distinct from excluded;
  update public.project_totals k set (minutes, unrated_minutes, unapproved_minutes, cost_minor, labour_minor,
    standard_minor, disclosed_minor, expense_minor, vendor_minor, unapproved_minor, earned_minor, unbilled_minor,
    deferred_minor, invoiced_minor, paid_minor, written_off_minor, committed_minor, etc_minutes, etc_minor, etc_labour_minor, completion_minor,
    written_down_minor, sold_minor, sold_cost_minor, planned_cost_minor, planned_labour_minor, planned_minutes,
    estimate_from) = (s.minutes, s.unrated_minutes, s.unapproved_minutes, s.cost_minor, s.labour_minor,
    s.standard_minor, s.disclosed_minor, s.expense_minor, s.vendor_minor, s.unapproved_minor, s.earned_minor,
    s.unbilled_minor, s.deferred_minor, s.invoiced_minor, s.paid_minor, s.written_off_minor, s.committed_minor, s.etc_minutes, s.etc_minor,
    s.etc_labour_minor, s.completion_minor, s.written_down_minor, s.sold_minor, s.sold_cost_minor,
    s.planned_cost_minor, s.planned_labour_minor, s.planned_minutes, s.estimate_from)
  from totals.summed_projects s where s.project_id = project and k.project_id = project;
  perform app.keep_billables(project);
end $$;
alter function app.keep_project(uuid) owner to totals_keeper;

-- For a database that was filled with its triggers off: everything anew.
create function app.rebuild_totals() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from public.task_month_costs;
  insert into public.task_month_costs (project_id, task_key, line_key, month_on, minutes, billable_minutes,
    unrated_minutes, unapproved_minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor,
    vendor_minor, unapproved_minor)
  select * from totals.summed_task_months;
  perform app.keep_project(p.id) from public.projects p;
end $$;
alter function app.rebuild_totals() owner to totals_keeper;

-- What only the calendar releases changes no row: the worker asks every hour whose day has come since it was kept. Lines
-- that acceptance earns know no day.
create function app.keep_due_totals() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  due uuid;
  kept integer := 0;
begin
  for due in
    select distinct k.project_id from public.line_totals k
    join public.contracts c on c.project_id = k.project_id and c.signed_on is not null
    join public.projects p on p.id = k.project_id
    join public.billing_milestones m on m.contract_line_id = k.contract_line_id and m.trigger <> 'deposit'
    group by k.contract_line_id, k.project_id, k.released_minor, p.time_zone
    having not bool_or(m.trigger = 'acceptance' and not m.is_retention)
      and k.released_minor < sum(m.amount_minor) filter (where (now() at time zone p.time_zone)::date
        >= case m.trigger when 'date' then m.due_on when 'period' then m.due_on + 1 end)
    order by 1
  loop
    perform app.keep_project(due);
    kept := kept + 1;
  end loop;
  return kept;
end $$;
alter function app.keep_due_totals() owner to totals_keeper;
revoke execute on function app.keep_due_totals() from public;
grant execute on function app.keep_due_totals() to worker_app;

-- Whatever else a project's totals are made of. A row's project is its own column; of a person, a role's rate or a rate
-- of exchange it is every project that it is a part of.
create function app.keep_projects_of_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    perform app.keep_project(r.project_id) from (select distinct b.project_id from became b order by 1) r;
  elsif tg_op = 'DELETE' then
    perform app.keep_project(r.project_id) from (select distinct w.project_id from was w order by 1) r;
  else
    perform app.keep_project(r.project_id) from (
      select distinct b.project_id from became b union select distinct w.project_id from was w order by 1) r;
  end if;
  return null;
end $$;
alter function app.keep_projects_of_rows() owner to totals_keeper;

-- A plan is rewritten often and its totals stand: only what remains to be done concerns them. No join of the rows before
-- and after: planned once for a few rows it would be a loop in a loop for the thousands of another day.
create function app.keep_projects_of_tasks() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.keep_project(r.project_id) from (
    select distinct changed.project_id from (
      select b.project_id, b.id, b.percent_complete, b.is_summary, b.is_active, left(b.finishes_local, 10) from became b
      except
      select w.project_id, w.id, w.percent_complete, w.is_summary, w.is_active, left(w.finishes_local, 10) from was w
    ) changed order by 1) r;
  return null;
end $$;
alter function app.keep_projects_of_tasks() owner to totals_keeper;
create trigger totals_are_kept after update on public.tasks referencing old table as was new table as became
  for each statement execute function app.keep_projects_of_tasks();

create function app.keep_projects_of_role() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare changed text := case when tg_op = 'DELETE' then old.job_role else new.job_role end;
begin
  perform app.keep_project(r.project_id) from (
    select distinct a.project_id from public.task_assignments a join public.staff s on s.id = a.staff_id
    where s.job_role = changed order by 1) r;
  return null;
end $$;
alter function app.keep_projects_of_role() owner to totals_keeper;
create trigger totals_are_kept after insert or update or delete on public.cost_rates
  for each row execute function app.keep_projects_of_role();

do $$
declare
  noun text;
  act text;
begin
  foreach noun in array array['contracts', 'contract_lines', 'change_decisions', 'billing_milestones',
    'billing_milestone_releases', 'decisions', 'punch_items', 'punch_item_closures', 'publications',
    'task_assignments', 'task_lines', 'bill_rates', 'invoices', 'invoice_lines', 'invoice_payments',
    'invoice_write_offs', 'purchase_orders', 'purchase_order_lines', 'purchase_receipts', 'budget_reviews',
    'budget_transfer_answers', 'completion_estimates', 'risks', 'baseline_budgets', 'disclosed_costs'] loop
    foreach act in array array['insert', 'update', 'delete'] loop
      execute format('create trigger totals_are_kept_after_%s after %1$s on public.%I %s
        for each statement execute function app.keep_projects_of_rows()', act, noun,
        case act when 'insert' then 'referencing new table as became' when 'delete' then 'referencing old table as was'
          else 'referencing old table as was new table as became' end);
    end loop;
  end loop;
end $$;

-- What a closed month cost beyond standard rates is no secret where three people and more worked in it, and where not
-- just one or two of them have a rate of their own: nobody's rate can be told from it, and nothing moves it any longer.
create function app.disclose_closed_month() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    delete from public.disclosed_costs d where d.month_on = old.month_on;
  else
    insert into public.disclosed_costs (project_id, month_on, difference_minor)
    select e.project_id, new.month_on, sum(e.cost_minor - e.standard_minor)
    from public.time_entries e
    where e.booked_on >= new.month_on and e.booked_on < new.month_on + interval '1 month'
      -- The kept sums tell where there is nothing to disclose, without a look at the hours.
      and e.project_id = any (array(
        select k.project_id from public.task_month_costs k where k.month_on = new.month_on
        group by k.project_id having sum(k.labour_minor) <> sum(k.standard_minor)))
      and e.cost_minor is not null and e.standard_minor is not null
    group by e.project_id
    having count(distinct e.staff_id) >= 3
      and count(distinct e.staff_id) filter (where e.cost_minor <> e.standard_minor) >= 3
    on conflict do nothing;
  end if;
  return null;
end $$;
alter function app.disclose_closed_month() owner to totals_keeper;
create trigger disclosed_when_closed after insert or delete on public.closed_months
  for each row execute function app.disclose_closed_month();

-- What the day alone earns: a price in equal parts by the day, a retainer's each period so. The domain's
-- earnedByTheDay says the same. Periods are cut as app.retainer_periods bills them.
create function app.earned_by_the_day(value bigint, starts date, ends date, period_months integer, to_day date)
returns bigint language sql immutable set search_path = pg_catalog as $$
  with cut as (
    select n as number, (starts + make_interval(months => n * coalesce(period_months, 1200)))::date as from_on,
      least(ends, (starts + make_interval(months => (n + 1) * coalesce(period_months, 1200)))::date - 1) as to_on
    from generate_series(0, 1200) n
    where (starts + make_interval(months => n * coalesce(period_months, 1200)))::date <= ends
  ), counted as (select c.*, count(*) over () as parts from cut c)
  select coalesce(sum(round((trunc(value * (c.number + 1)::numeric / c.parts) - trunc(value * c.number::numeric / c.parts))
    * greatest(0, least(to_day, c.to_on) - c.from_on + 1)::numeric / (c.to_on - c.from_on + 1))), 0)::bigint
  from counted c
$$;

do $$
declare signature text;
begin
  foreach signature in array array['standard_hour_minor(text, boolean, text, date)', 'hold_totals(uuid)',
    'keep_project(uuid)', 'rebuild_totals()', 'share_of(bigint, numeric, numeric)',
    'earned_by_the_day(bigint, date, date, integer, date)'] loop
    execute format('revoke execute on function app.%s from public', signature);
    execute format('grant execute on function app.%s to totals_keeper', signature);
  end loop;
end $$;
-- What stands in the database already when this is declared for the first time.
select app.rebuild_totals() where not exists (select from public.project_totals) and exists (select from public.projects);
