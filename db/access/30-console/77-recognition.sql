-- The facts that recognition.ts reckons with, up to and including each of some days, for many projects at once: what was
-- decided, booked and issued by then. They are the kept totals less what came after a day, so that a look at last month
-- reads what has happened since and not all that ever did. Cost is at standard rates for everybody, because revenue
-- earned by cost is read by those who may not read a rate; `booked_minor` is what the asker may read of cost.
--
-- What is to come is what a line was thought to come to at that time, where a forecast was kept for the day's month or a
-- later one that is over, and else what it is thought to come to now.

grant select, insert, update on public.line_forecasts to totals_keeper;
create policy forecasts_are_kept on public.line_forecasts for all to totals_keeper using (true) with check (true);

create function app.line_facts_on(days date[], projects uuid[]) returns table (on_day date, project_id uuid,
  contract_line_id uuid, "position" integer, name text, kind text, recognition text, currency text, value_minor bigint,
  starts_on date, ends_on date, period_months integer, released_minor bigint, scheduled_minor bigint,
  worked_minor bigint, cost_minor bigint, etc_cost_minor bigint, minutes bigint, etc_minutes bigint,
  invoiced_minor bigint, booked_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with asked as materialized (
    select c.project_id, c.currency, p.time_zone, d.contract_line_id as default_line,
      date_trunc('month', now() at time zone p.time_zone)::date as running_month
    from public.contracts c
    join public.projects p on p.id = c.project_id
    -- Limited, so that it is asked of each project and not made of all.
    left join lateral (
      select d.contract_line_id from totals.lines_by_default d where d.project_id = c.project_id limit 1
    ) d on true
    where (projects is null or c.project_id = any (projects))
      and ((select app.sees_every_project()) or c.project_id = any (array(select app.staff_project_ids())))
  ), day as materialized (
    -- The months before this one are in it whole.
    select d.on_day, date_trunc('month', (d.on_day + 1)::timestamp)::date as month_on from unnest(days) d (on_day)
  ), apart as (
    -- What was booked after the day, taken away; of the month that the day is in, entry by entry, what was before it.
    select d.on_day, a.project_id, a.default_line, k.task_key, k.line_key, -k.minutes as minutes,
      -k.labour_minor as labour_minor, -k.standard_minor as standard_minor, -k.worked_minor as worked_minor,
      -k.expense_minor - k.vendor_minor as other_minor
    from asked a cross join day d
    join public.task_month_costs k on k.project_id = a.project_id and k.month_on >= d.month_on
    union all
    select d.on_day, a.project_id, a.default_line, e.task_id,
      coalesce(e.contract_line_id, '00000000-0000-0000-0000-000000000000'), e.minutes, coalesce(e.cost_minor, 0),
      coalesce(e.standard_minor, 0), case when e.approved_at is null then 0 else coalesce(e.bill_minor, 0) end, 0
    from asked a cross join day d
    join public.time_entries e on e.project_id = a.project_id and e.booked_on >= d.month_on and e.booked_on <= d.on_day
    where d.month_on <= d.on_day
    union all
    select d.on_day, a.project_id, a.default_line, e.task_id,
      coalesce(e.contract_line_id, '00000000-0000-0000-0000-000000000000'), 0, 0, 0,
      case when e.is_billable and e.approved_at is not null then coalesce(e.cost_minor, 0) else 0 end,
      coalesce(e.cost_minor, 0)
    from asked a cross join day d
    join public.expenses e on e.project_id = a.project_id and e.booked_on >= d.month_on and e.booked_on <= d.on_day
    where e.submitted_at is not null and d.month_on <= d.on_day
    union all
    select d.on_day, a.project_id, a.default_line, o.task_id, '00000000-0000-0000-0000-000000000000', 0, 0, 0,
      case when v.is_billable and v.approved_at is not null then v.cost_minor else 0 end, v.cost_minor
    from asked a cross join day d
    join public.vendor_invoices v on v.project_id = a.project_id and v.invoiced_on >= d.month_on
      and v.invoiced_on <= d.on_day
    join public.purchase_orders o on o.id = v.purchase_order_id
    where d.month_on <= d.on_day
  ), booked as (
    select b.on_day, coalesce(nullif(b.line_key, '00000000-0000-0000-0000-000000000000'), (
        select t.contract_line_id from public.task_lines t where t.task_id = b.task_key), b.default_line) as line, sum(b.minutes)::bigint as minutes,
      sum(b.standard_minor + b.other_minor)::bigint as cost_minor, sum(b.labour_minor + b.other_minor)::bigint
        as labour_minor, sum(b.worked_minor)::bigint as worked_minor
    from apart b
    group by 1, 2
  ), releases as (
    select m.contract_line_id as line, m.amount_minor, m.released_minor,
      (m.released_at at time zone m.time_zone)::date as released_on
    from (
      select s.*, a.time_zone, s.trigger = 'acceptance' and not s.is_retention as counts,
        bool_or(s.trigger = 'acceptance' and not s.is_retention) over (partition by s.contract_line_id) as any_counts
      -- By an array, because a condition of a join is not asked within a view that is a barrier.
      from asked a join totals.milestone_releases s on s.project_id = a.project_id
      where s.trigger <> 'deposit' and s.project_id = any (array(select project_id from asked))
    ) m
    where m.counts or not m.any_counts
  ), released as (
    select d.on_day, r.line, sum(r.amount_minor)::bigint as scheduled_minor,
      sum(case when r.released_on <= d.on_day then r.released_minor else 0 end)::bigint as released_minor
    from releases r cross join day d
    group by 1, 2
  ), billed as (
    select d.on_day, coalesce(b.contract_line_id, s.contract_line_id, a.default_line) as line,
      sum(b.amount_minor)::bigint as minor
    from asked a cross join day d
    join public.invoices i on i.project_id = a.project_id and i.issued_on > d.on_day
    join public.invoice_lines b on b.invoice_id = i.id
    left join public.billing_milestones s on s.id = b.billing_milestone_id
    group by 1, 2
  ), changed as (
    select d.on_day, c.contract_line_id as line, sum(c.delta_minor)::bigint as minor
    from asked a cross join day d
    join app.contract_line_changes c on c.project_id = a.project_id
      and (c.decided_at at time zone a.time_zone)::date > d.on_day
    group by 1, 2
  )
  select d.on_day, a.project_id, l.id, l.position, l.name, l.kind, l.recognition, a.currency,
    (k.value_minor - coalesce(c.minor, 0))::bigint, l.starts_on, l.ends_on, l.period_months,
    coalesce(r.released_minor, 0), coalesce(r.scheduled_minor, 0), k.worked_minor + coalesce(b.worked_minor, 0),
    spent.minor, greatest(coalesce(f.completion_minor, all_of.minor + k.etc_minor) - spent.minor, 0)::bigint,
    k.minutes + coalesce(b.minutes, 0),
    greatest(coalesce(f.completion_minutes, k.minutes + k.etc_minutes) - k.minutes - coalesce(b.minutes, 0), 0)::bigint,
    k.invoiced_minor - coalesce(i.minor, 0),
    case when (select app.reads_rates()) then k.labour_minor + k.expense_minor + k.vendor_minor
      + coalesce(b.labour_minor, 0) else spent.minor end
  from asked a
  cross join day d
  join public.contract_lines l on l.project_id = a.project_id
  join public.line_totals k on k.contract_line_id = l.id
  left join booked b on b.on_day = d.on_day and b.line = l.id
  left join released r on r.on_day = d.on_day and r.line = l.id
  left join billed i on i.on_day = d.on_day and i.line = l.id
  left join changed c on c.on_day = d.on_day and c.line = l.id
  left join lateral (
    select f.completion_minor, f.completion_minutes from public.line_forecasts f
    where f.contract_line_id = l.id and f.month_on >= date_trunc('month', d.on_day::timestamp)::date
      and f.month_on < a.running_month
    order by f.month_on limit 1
  ) f on true
  cross join lateral (select k.standard_minor + k.expense_minor + k.vendor_minor as minor) all_of
  cross join lateral (select all_of.minor + coalesce(b.cost_minor, 0) as minor) spent
  order by d.on_day, a.project_id, l.position
$$;
alter function app.line_facts_on(date[], uuid[]) owner to totals_keeper;
grant execute on function app.line_facts_on(date[], uuid[]) to project_manager, program_manager, finance;

-- What the lines of some projects, or of all, are thought to come to, kept for a month. `anew` is what they are thought
-- to come to now; else, for lines that have no forecast of the month yet, what was known nearest to it.
create function app.keep_line_forecasts(projects uuid[], month date, anew boolean) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into public.line_forecasts as kept (project_id, contract_line_id, month_on, completion_minor,
    completion_minutes)
  select l.project_id, l.id, month,
    coalesce(f.completion_minor, k.standard_minor + k.expense_minor + k.vendor_minor + k.etc_minor),
    coalesce(f.completion_minutes, k.minutes + k.etc_minutes)
  from public.contract_lines l
  join public.line_totals k on k.contract_line_id = l.id
  left join lateral (
    select f.completion_minor, f.completion_minutes from public.line_forecasts f
    where not anew and f.contract_line_id = l.id and f.month_on > month
    order by f.month_on limit 1
  ) f on true
  where (projects is null or l.project_id = any (projects)) and l.kind = 'fixed-price'
    and l.recognition in ('at-acceptance', 'by-cost', 'by-hours')
    and (anew or not exists (
      select from public.line_forecasts f where f.contract_line_id = l.id and f.month_on = month))
  on conflict (contract_line_id, month_on) do update set completion_minor = excluded.completion_minor,
    completion_minutes = excluded.completion_minutes, kept_at = now()
$$;
alter function app.keep_line_forecasts(uuid[], date, boolean) owner to totals_keeper;

-- A month that is closed keeps what was thought then: a forecast for each project that has none of it.
create function app.keep_month_forecasts(month date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.keep_line_forecasts(null, month, false);
  perform app.keep_cost_forecast(b.project_id, month, '') from (
    select distinct b.project_id from public.budgets b
    join public.budget_reviews r on r.budget_id = b.id and r.act = 'approved'
    where not exists (
      select from public.cost_forecasts f where f.project_id = b.project_id and f.month_on = month)
    order by b.project_id) b;
end $$;
alter function app.keep_month_forecasts(date) owner to totals_keeper;
revoke execute on function app.keep_line_forecasts(uuid[], date, boolean), app.keep_month_forecasts(date) from public;
grant execute on function app.keep_cost_forecast(uuid, date, text) to totals_keeper;
grant execute on function app.keep_line_forecasts(uuid[], date, boolean) to totals_keeper, margin_views;
grant execute on function app.keep_month_forecasts(date) to finance;
