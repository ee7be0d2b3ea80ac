-- Margins, for everybody whose business they are. The views belong to totals_keeper, who reads every project, so each of
-- them says itself whose rows it shows; no role reads the totals themselves.
--
-- What work costs is shown to finance as it was booked. Everybody else reads hours at the standard rates of their roles,
-- so that neither a quotient nor the difference between two looks tells what one person costs; of a closed month, in
-- which three and more people with rates of their own worked and nothing moves any longer, the project's sum is shown
-- as it was booked, and its parts still at standard rates.

create function app.sees_every_project() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.staff_id() is not null
    and current_setting('role') in ('program_manager', 'finance', 'account_manager', 'executive')
$$;
create function app.reads_rates() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.staff_id() is not null and current_setting('role') = 'finance'
$$;
alter function app.sees_every_project() owner to totals_keeper;
alter function app.reads_rates() owner to totals_keeper;
grant execute on function app.sees_every_project(), app.reads_rates(), app.staff_project_ids(), app.staff_id()
  to totals_keeper;
grant execute on function app.sees_every_project(), app.reads_rates() to team_member, project_manager,
  program_manager, finance, account_manager, executive;

create function app.basis_points(part bigint, whole bigint) returns integer
language sql immutable set search_path = pg_catalog as $$
  -- A cent earned on a year's work is a margin below what an integer holds.
  select case when whole > 0 then greatest(part * 10000 / whole, -2147483648)::integer end
$$;
grant execute on function app.basis_points(bigint, bigint) to totals_keeper, project_manager, program_manager, finance,
  account_manager, executive;

-- A contract line: what it is worth, has earned to this day, was billed, cost and will have cost. Recognised is what was
-- invoiced and what is unbilled less what is deferred.
create view app.line_margins with (security_barrier) as
select k.project_id, k.contract_line_id, l.position, l.name, l.kind, l.recognition, c.currency, l.original_minor,
  k.value_minor, earned.minor as recognised_minor, k.invoiced_minor,
  greatest(earned.minor - k.invoiced_minor, 0)::bigint as unbilled_minor,
  greatest(k.invoiced_minor - earned.minor, 0)::bigint as deferred_minor,
  k.minutes, k.etc_minutes, spent.minor as cost_minor, k.etc_minor, k.worked_minor, k.completion_minor,
  k.written_down_minor,
  -- Work in progress: what was spent for what acceptance has yet to earn.
  case when l.recognition = 'at-acceptance' and l.kind = 'fixed-price' then greatest(0, spent.minor
    - app.share_of(spent.minor + k.etc_minor, earned.minor, k.value_minor))::bigint else 0 end as wip_minor
from public.line_totals k
join public.contract_lines l on l.id = k.contract_line_id
join public.contracts c on c.project_id = k.project_id
join public.projects p on p.id = k.project_id
cross join lateral (
  select case when k.by_the_day then app.earned_by_the_day(k.value_minor, l.starts_on, l.ends_on,
    case when l.kind = 'retainer' then l.period_months end, (now() at time zone p.time_zone)::date)
    else k.recognised_minor end as minor
) earned
cross join lateral (
  select case when (select app.reads_rates()) then k.labour_minor else k.standard_minor end
    + k.expense_minor + k.vendor_minor as minor
) spent
where (select app.sees_every_project()) or k.project_id = any (array(select app.staff_project_ids()));

-- A task's hours, expenses and vendors by contract line and month. The nil UUID stands for no task;
-- what names no line belongs to its task's, or to the contract's first fixed price.
create view app.task_costs with (security_barrier) as
select k.project_id, k.task_key, k.month_on,
  coalesce(nullif(k.line_key, '00000000-0000-0000-0000-000000000000'), t.contract_line_id, d.contract_line_id)
    as contract_line_id, k.minutes, k.billable_minutes, k.unrated_minutes,
  k.unapproved_minutes, case when (select app.reads_rates()) then k.labour_minor else k.standard_minor end as labour_minor,
  k.standard_minor, k.bill_minor, k.worked_minor, k.expense_minor, k.vendor_minor, k.unapproved_minor
from public.task_month_costs k
left join public.task_lines t on t.task_id = k.task_key
left join totals.lines_by_default d on d.project_id = k.project_id
where (select app.sees_every_project()) or k.project_id = any (array(select app.staff_project_ids()));

-- A project's cost by month; a closed month of enough people as it was booked.
create view app.month_costs with (security_barrier) as
select k.project_id, k.month_on, sum(k.minutes)::bigint as minutes,
  (case when (select app.reads_rates()) then sum(k.labour_minor)
    else sum(k.standard_minor) + coalesce(max(d.difference_minor), 0) end)::bigint as labour_minor,
  sum(k.expense_minor)::bigint as expense_minor, sum(k.vendor_minor)::bigint as vendor_minor
from public.task_month_costs k
left join public.disclosed_costs d on d.project_id = k.project_id and d.month_on = k.month_on
where (select app.sees_every_project()) or k.project_id = any (array(select app.staff_project_ids()))
group by k.project_id, k.month_on;

-- What is still to be done of each task, at standard rates. A function, because a view would need its reader to be let
-- at the rates' own.
create function app.task_remainders(project uuid) returns table (task_id uuid, contract_line_id uuid, minutes bigint,
  cost_minor bigint, bill_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select r.task_id, t.contract_line_id, sum(r.minutes)::bigint, sum(r.cost_minor)::bigint, sum(r.bill_minor)::bigint
  from totals.remaining_effort r
  join totals.task_contract_lines t on t.task_id = r.task_id
  where r.project_id = project and project = any (array(select app.staff_project_ids()))
  group by r.task_id, t.contract_line_id
$$;
alter function app.task_remainders(uuid) owner to totals_keeper;
grant execute on function app.task_remainders(uuid) to project_manager, program_manager, finance;

-- A project in one row. Net of tax throughout. `exchange_rate` is what a minor unit of the project's currency is worth
-- today in minor units of ours, null where nobody recorded it: such sums are refused and not guessed.
create view app.project_margins with (security_barrier) as
select c.project_id, c.currency, c.value_minor, earned.minor as earned_minor, k.invoiced_minor, k.paid_minor,
  k.minutes as worked_minutes, spent.minor as cost_minor, k.unrated_minutes,
  (earned.minor - k.written_off_minor - spent.minor)::bigint as margin_minor,
  app.basis_points(earned.minor - k.written_off_minor - spent.minor, earned.minor - k.written_off_minor)
    as margin_basis_points,
  p.code, p.name, p.customer_id, u.name as customer, p.manager_id, s.name as manager, p.program_id, g.name as program,
  p.business_unit, p.margin_floor_basis_points,
  (spent.minor - k.expense_minor - k.vendor_minor)::bigint as labour_minor, k.expense_minor, k.vendor_minor,
  k.unapproved_minutes, k.unapproved_minor, k.written_off_minor, k.committed_minor, coalesce(l.unbilled_minor, 0) as unbilled_minor,
  coalesce(l.deferred_minor, 0) as deferred_minor,
  k.sold_minor, k.sold_cost_minor, app.basis_points(k.sold_minor - k.sold_cost_minor, k.sold_minor) as sold_basis_points,
  k.planned_cost_minor, app.basis_points(c.value_minor - k.planned_cost_minor, c.value_minor) as planned_basis_points,
  k.planned_labour_minor, k.planned_minutes, k.estimate_from,
  k.etc_minutes, k.etc_minor, k.etc_labour_minor,
  (k.completion_minor - k.written_off_minor)::bigint as completion_minor,
  (spent.minor + k.etc_minor)::bigint as completion_cost_minor,
  app.basis_points(k.completion_minor - k.written_off_minor - spent.minor - k.etc_minor,
    k.completion_minor - k.written_off_minor) as completion_basis_points, k.written_down_minor,
  ours.currency as our_currency, ours.rate as exchange_rate
from public.contracts c
join public.project_totals k on k.project_id = c.project_id
join public.projects p on p.id = c.project_id
join public.customers u on u.id = p.customer_id
join public.staff s on s.id = p.manager_id
left join public.programs g on g.id = p.program_id
cross join lateral (
  select case when (select app.reads_rates()) then k.labour_minor else k.standard_minor + k.disclosed_minor end
    + k.expense_minor + k.vendor_minor as minor
) spent
left join (
  select k.project_id, sum(e.minor)::bigint as earned_minor,
    sum(greatest(e.minor - k.invoiced_minor, 0))::bigint as unbilled_minor,
    sum(greatest(k.invoiced_minor - e.minor, 0))::bigint as deferred_minor
  from public.line_totals k
  left join public.contract_lines l on l.id = k.contract_line_id and k.by_the_day
  left join public.projects p on p.id = k.project_id and k.by_the_day
  cross join lateral (
    select case when k.by_the_day then app.earned_by_the_day(k.value_minor, l.starts_on, l.ends_on,
      case when l.kind = 'retainer' then l.period_months end, (now() at time zone p.time_zone)::date)
      else k.recognised_minor end as minor
  ) e
  group by k.project_id
) l on l.project_id = c.project_id
cross join lateral (select coalesce(l.earned_minor, 0) as minor) earned
left join (
  select r.code, r.currency, app.in_currency(1, r.code, r.currency,
    app.exchange_rate_on(r.code, r.currency, current_date)) as rate
  from (select distinct c.currency as code, coalesce((select currency from public.provider), 'EUR') as currency
    from public.contracts c) r
) ours on ours.code = c.currency
where (select app.sees_every_project()) or c.project_id = any (array(select app.staff_project_ids()));

-- The facts that recognition.ts reckons with, up to and including a day, for many projects at once: what was decided,
-- booked and issued by then. What is to come is what a line will have cost less what it had cost then. Cost is at
-- standard rates for everybody, because revenue earned by cost is read by those who may not read a rate;
-- `booked_minor` is what the asker may read of cost.
create function app.line_facts_to(on_day date, projects uuid[]) returns table (project_id uuid, contract_line_id uuid,
  "position" integer, name text, kind text, recognition text, currency text, value_minor bigint, starts_on date, ends_on date,
  period_months integer, released_minor bigint, scheduled_minor bigint, worked_minor bigint, cost_minor bigint,
  etc_cost_minor bigint, minutes bigint, etc_minutes bigint, invoiced_minor bigint, booked_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with asked as materialized (
    select c.project_id, c.currency, p.time_zone, d.contract_line_id as default_line
    from public.contracts c
    join public.projects p on p.id = c.project_id
    left join totals.lines_by_default d on d.project_id = c.project_id
    where (projects is null or c.project_id = any (projects))
      and ((select app.sees_every_project()) or c.project_id = any (array(select app.staff_project_ids())))
  ), booked as (
    select k.project_id, k.task_key, k.line_key, k.minutes, k.labour_minor, k.standard_minor, k.worked_minor,
      k.expense_minor + k.vendor_minor as other_minor
    from public.task_month_costs k
    where (projects is null or k.project_id = any (projects)) and k.month_on < date_trunc('month', (on_day + 1)::timestamp)::date
    -- Of the month that the day is in, entry by entry.
    union all
    select e.project_id, e.task_id, coalesce(e.contract_line_id, '00000000-0000-0000-0000-000000000000'), e.minutes,
      coalesce(e.cost_minor, 0), coalesce(e.standard_minor, 0),
      case when e.approved_at is null then 0 else coalesce(e.bill_minor, 0) end, 0
    from public.time_entries e
    where (projects is null or e.project_id = any (projects))
      and e.booked_on >= date_trunc('month', (on_day + 1)::timestamp)::date and e.booked_on <= on_day
    union all
    select e.project_id, e.task_id, coalesce(e.contract_line_id, '00000000-0000-0000-0000-000000000000'), 0, 0, 0,
      case when e.is_billable and e.approved_at is not null then coalesce(e.cost_minor, 0) else 0 end,
      coalesce(e.cost_minor, 0)
    from public.expenses e
    where (projects is null or e.project_id = any (projects)) and e.submitted_at is not null
      and e.booked_on <= on_day
      and e.booked_on >= date_trunc('month', (on_day + 1)::timestamp)::date
    union all
    select v.project_id, o.task_id, '00000000-0000-0000-0000-000000000000', 0, 0, 0,
      case when v.is_billable and v.approved_at is not null then v.cost_minor else 0 end, v.cost_minor
    from public.vendor_invoices v join public.purchase_orders o on o.id = v.purchase_order_id
    where (projects is null or v.project_id = any (projects)) and v.invoiced_on <= on_day
      and v.invoiced_on >= date_trunc('month', (on_day + 1)::timestamp)::date
  ), worked as (
    select a.project_id, coalesce(nullif(b.line_key, '00000000-0000-0000-0000-000000000000'), t.contract_line_id,
        a.default_line) as line, sum(b.minutes)::bigint as minutes,
      sum(b.standard_minor + b.other_minor)::bigint as cost_minor,
      sum(case when (select app.reads_rates()) then b.labour_minor else b.standard_minor end + b.other_minor)::bigint
        as booked_minor, sum(b.worked_minor)::bigint as worked_minor
    from booked b
    join asked a on a.project_id = b.project_id
    left join public.task_lines t on t.task_id = b.task_key
    group by 1, 2
  ), released as (
    select m.contract_line_id as line, sum(m.amount_minor)::bigint as scheduled_minor,
      sum(case when (m.released_at at time zone a.time_zone)::date <= on_day then m.released_minor else 0 end)::bigint
        as released_minor
    from (
      select s.*, s.trigger = 'acceptance' and not s.is_retention as counts, bool_or(s.trigger = 'acceptance'
        and not s.is_retention) over (partition by s.contract_line_id) as any_counts
      from app.billing_milestone_states s
      where s.trigger <> 'deposit' and (projects is null or s.project_id = any (projects))
    ) m
    join asked a on a.project_id = m.project_id
    where m.counts or not m.any_counts
    group by 1
  ), invoiced as (
    select coalesce(b.contract_line_id, s.contract_line_id, a.default_line) as line, sum(b.amount_minor)::bigint as minor
    from public.invoice_lines b
    join public.invoices i on i.id = b.invoice_id and i.issued_on <= on_day
    join asked a on a.project_id = b.project_id
    left join public.billing_milestones s on s.id = b.billing_milestone_id
    where (projects is null or b.project_id = any (projects))
    group by 1
  ), changed as (
    select c.contract_line_id as line, sum(c.delta_minor)::bigint as minor
    from app.contract_line_changes c
    join asked a on a.project_id = c.project_id
    where (c.decided_at at time zone a.time_zone)::date <= on_day
    group by 1
  )
  select a.project_id, l.id, l.position, l.name, l.kind, l.recognition, a.currency,
    (l.original_minor + coalesce(c.minor, 0))::bigint, l.starts_on, l.ends_on, l.period_months,
    coalesce(r.released_minor, 0), coalesce(r.scheduled_minor, 0), coalesce(w.worked_minor, 0),
    coalesce(w.cost_minor, 0), greatest(k.standard_minor + k.expense_minor + k.vendor_minor + k.etc_minor
      - coalesce(w.cost_minor, 0), 0)::bigint, coalesce(w.minutes, 0),
    greatest(k.minutes + k.etc_minutes - coalesce(w.minutes, 0), 0)::bigint, coalesce(i.minor, 0),
    coalesce(w.booked_minor, 0)
  from asked a
  join public.contract_lines l on l.project_id = a.project_id
  join public.line_totals k on k.contract_line_id = l.id
  left join worked w on w.project_id = a.project_id and w.line = l.id
  left join released r on r.line = l.id
  left join invoiced i on i.line = l.id
  left join changed c on c.line = l.id
  order by a.project_id, l.position
$$;
alter function app.line_facts_to(date, uuid[]) owner to totals_keeper;
grant execute on function app.line_facts_to(date, uuid[]) to project_manager, program_manager, finance;

do $$
declare noun text;
begin
  foreach noun in array array['line_margins', 'task_costs', 'month_costs', 'project_margins'] loop
    execute format('alter view app.%I owner to totals_keeper', noun);
  end loop;
end $$;
grant select on app.project_margins to project_manager, program_manager, finance, account_manager, executive;
-- What a margin is made of: those who answer for it. An account manager and an executive read sums.
grant select on app.line_margins, app.task_costs, app.month_costs
  to project_manager, program_manager, finance;
-- A view's functions run with the rights of whoever reads it. None of these knows anything by itself, but what a currency
-- is worth.
grant execute on function app.share_of(bigint, numeric, numeric),
  app.earned_by_the_day(bigint, date, date, integer, date), app.exchange_rate_on(text, text, date),
  app.in_currency(numeric, text, text, numeric), app.minor_digits(text)
  to project_manager, program_manager, finance, account_manager, executive;
