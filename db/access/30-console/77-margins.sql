-- Margins, for everybody whose business they are. The views belong to totals_keeper, who reads every project, so each of
-- them says itself whose rows it shows; no role reads the totals themselves.
--
-- What work costs is shown to finance as it was booked. Everybody else reads hours at the standard rates of their roles,
-- so that neither a quotient nor the difference between two looks tells what one person costs; of a closed month, in
-- which three and more people with rates of their own worked and nothing moves any longer, the project's sum is shown
-- as it was booked, and its parts still at standard rates.

create function app.reads_rates() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.staff_id() is not null and current_setting('role') = 'finance'
$$;
alter function app.reads_rates() owner to totals_keeper;
grant execute on function app.sees_every_project(), app.reads_rates(), app.staff_project_ids() to totals_keeper;
grant execute on function app.reads_rates() to team_member, project_manager,
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
  k.unapproved_minutes, k.unapproved_minor, k.written_off_minor, k.committed_minor, 
  (k.unbilled_minor + coalesce(l.unbilled_minor, 0))::bigint as unbilled_minor,
  (k.deferred_minor + coalesce(l.deferred_minor, 0))::bigint as deferred_minor,
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
-- What the day alone earns is not kept: it is reckoned as it is read, of the few lines that earn so.
left join (
  select k.project_id, sum(e.minor)::bigint as earned_minor,
    sum(greatest(e.minor - k.invoiced_minor, 0))::bigint as unbilled_minor,
    sum(greatest(k.invoiced_minor - e.minor, 0))::bigint as deferred_minor
  from public.line_totals k
  join public.contract_lines l on l.id = k.contract_line_id
  join public.projects p on p.id = k.project_id
  cross join lateral (
    select app.earned_by_the_day(k.value_minor, l.starts_on, l.ends_on,
      case when l.kind = 'retainer' then l.period_months end, (now() at time zone p.time_zone)::date) as minor
  ) e
  where k.by_the_day
  group by k.project_id
) l on l.project_id = c.project_id
cross join lateral (select k.earned_minor + coalesce(l.earned_minor, 0) as minor) earned
left join (
  select r.code, r.currency, app.in_currency(1, r.code, r.currency,
    app.exchange_rate_on(r.code, r.currency, current_date)) as rate
  from (select distinct c.currency as code, coalesce((select currency from public.provider), 'EUR') as currency
    from public.contracts c) r
) ours on ours.code = c.currency
where (select app.sees_every_project()) or c.project_id = any (array(select app.staff_project_ids()));

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
