-- Budget, commitments, what was spent and what is still to come, by work package and cost type. Finance reads hours as
-- they were booked. Everybody else reads them at the roles' standard rates throughout: would some packages show what
-- people cost and others the standard, the difference to the project's sum would be a single person's rate.

-- The sums are made by totals_keeper, who reads every project, so that kept totals can use them whoever caused a change;
-- whose project it is, is asked by what people may call.

-- The latest version that was approved, in the contract's currency of today.
create function app.budget_in_force(project uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select b.id from public.budgets b
  join public.budget_reviews r on r.budget_id = b.id and r.act = 'approved'
  join public.contracts c on c.project_id = b.project_id and c.currency = b.currency
  where b.project_id = project order by b.version desc limit 1
$$;
alter function app.budget_in_force(uuid) owner to totals_keeper;

-- Each task belongs to the work package nearest above it in the outline, or to none. A package is done when every task
-- in it is.
create function app.budget_package_tasks(project uuid)
returns table (task_id uuid, package_uid integer, is_done boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with packages as materialized (
    select t.uid, t.position, t.outline_level, coalesce((
      select min(later.position) from public.tasks later
      where later.project_id = project and later.position > t.position and later.outline_level <= t.outline_level
    ), 2147483647) as ends
    from public.tasks t
    where t.project_id = project and t.uid in (
      select l.task_uid from public.budget_lines l where l.budget_id = app.budget_in_force(project))
  )
  select t.id, p.uid, t.is_summary or t.percent_complete = 100
  from public.tasks t
  left join lateral (
    select p.uid from packages p where t.position >= p.position and t.position < p.ends
    order by p.outline_level desc limit 1
  ) p on true
  where t.project_id = project
$$;
alter function app.budget_package_tasks(uuid) owner to totals_keeper;

-- Every figure twice, as booked and at standard rates. What is still to be spent is what the manager said; else nothing
-- of a package that is done, else what is left of its budget and at least what was ordered. Of contingency it is what
-- the open threats are expected to cost, as far as it reaches.
create function app.budget_positions_both(project uuid)
returns table (currency text, task_uid integer, work_package text, cost_type text, original_minor bigint,
  budget_minor bigint, committed_minor bigint, actual_minor bigint, standard_actual_minor bigint, minutes bigint,
  unrated_minutes bigint, etc_method text, etc_minor bigint, standard_etc_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with contract as materialized (select c.currency from public.contracts c where c.project_id = project),
  in_force as materialized (select app.budget_in_force(project) as budget_id),
  first_version as materialized (
    select b.id from public.budgets b join public.budget_reviews r on r.budget_id = b.id and r.act = 'approved'
    where b.project_id = project order by b.version limit 1),
  package_of as materialized (select * from app.budget_package_tasks(project)),
  parts as (
    select l.task_uid, l.work_package, l.cost_type, 0::numeric as original, l.cost_minor + coalesce((
        select sum(case when t.to_line_id = l.id then t.amount_minor else -t.amount_minor end)
        from public.budget_transfers t
        join public.budget_transfer_answers a on a.budget_transfer_id = t.id and a.answer = 'approved'
        where t.project_id = project and l.id in (t.from_line_id, t.to_line_id)), 0) as budget,
      0::numeric as committed, 0::numeric as actual, 0::numeric as standard, 0::numeric as minutes, 0::numeric as unrated
    from public.budget_lines l join in_force f on f.budget_id = l.budget_id
    union all
    select l.task_uid, l.work_package, l.cost_type, l.cost_minor, 0, 0, 0, 0, 0, 0
    from public.budget_lines l join first_version f on f.id = l.budget_id
    union all
    select p.package_uid, null, k.cost_type, 0, 0, 0, k.actual, k.standard, k.minutes, k.unrated
    from (
      select c.task_key, sum(c.labour_minor) as labour, sum(c.standard_minor) as standard, sum(c.minutes) as minutes,
        sum(c.unrated_minutes) as unrated, sum(c.expense_minor) as expenses, sum(c.vendor_minor) as vendors
      from public.task_month_costs c where c.project_id = project group by c.task_key
    ) c
    cross join lateral (values
      ('labour', c.labour, c.standard, c.minutes, c.unrated), ('expenses', c.expenses, c.expenses, 0, 0),
      ('vendors', c.vendors, c.vendors, 0, 0)
    ) k (cost_type, actual, standard, minutes, unrated)
    left join package_of p on p.task_id = c.task_key
    where k.actual <> 0 or k.standard <> 0 or k.minutes <> 0
    union all
    select p.package_uid, null, 'vendors', 0, 0, greatest(o.committed_minor, 0), 0, 0, 0, 0
    from app.commitments o join public.purchase_orders q on q.id = o.purchase_order_id
    left join package_of p on p.task_id = q.task_id
    where o.project_id = project
  ),
  named as (
    -- What is spent on a package carries the name that the budget in force gives it; '' is no package.
    select p.task_uid, coalesce(p.work_package, n.work_package, '') as work_package, p.cost_type, p.original, p.budget,
      p.committed, p.actual, p.standard, p.minutes, p.unrated
    from parts p
    left join lateral (
      select l.work_package from public.budget_lines l join in_force f on f.budget_id = l.budget_id
      where p.work_package is null and l.task_uid = p.task_uid order by l.position limit 1
    ) n on true
  ),
  grouped as (
    select n.task_uid, n.work_package, n.cost_type, sum(n.original) as original, sum(n.budget) as budget,
      sum(n.committed) as committed, sum(n.actual) as actual, sum(n.standard) as standard, sum(n.minutes) as minutes,
      sum(n.unrated) as unrated
    from named n group by n.task_uid, n.work_package, n.cost_type
  ),
  judged as (
    select g.*, said.amount_minor as said,
      coalesce((select bool_and(p.is_done) from package_of p where p.package_uid = g.task_uid), false) as is_done,
      least(greatest(g.budget - g.actual, 0), greatest(expected.minor - coalesce(sum(greatest(g.budget - g.actual, 0))
        filter (where g.cost_type = 'contingency') over (order by g.task_uid nulls last, g.work_package, g.cost_type
          rows between unbounded preceding and 1 preceding), 0), 0)) as expected
    from grouped g
    cross join (
      select coalesce(sum(round(r.impact_minor * r.probability_percent / 100.0)), 0) as minor from public.risks r
      where r.project_id = project and r.kind = 'threat' and r.state = 'open'
    ) expected
    left join lateral (
      select e.amount_minor from public.completion_estimates e
      where e.project_id = project and e.task_uid is not distinct from g.task_uid and e.work_package = g.work_package
        and e.cost_type = g.cost_type
      order by e.estimated_at desc limit 1
    ) said on true
  )
  select contract.currency, j.task_uid, j.work_package, j.cost_type, j.original::bigint, j.budget::bigint,
    j.committed::bigint, j.actual::bigint, j.standard::bigint, j.minutes::bigint, j.unrated::bigint,
    case when j.said is not null then 'estimated' when j.cost_type = 'contingency' then 'expected-risks'
      when j.is_done and j.committed = 0 then 'done'
      when j.committed > 0 and j.committed >= j.budget - j.standard then 'committed' else 'left-of-budget' end,
    case when j.said is not null then j.said when j.cost_type = 'contingency' then j.expected
      when j.is_done and j.committed = 0 then 0 else greatest(j.budget - j.actual, j.committed, 0) end::bigint,
    case when j.said is not null then j.said when j.cost_type = 'contingency' then j.expected
      when j.is_done and j.committed = 0 then 0 else greatest(j.budget - j.standard, j.committed, 0) end::bigint
  from judged j cross join contract
$$;
alter function app.budget_positions_both(uuid) owner to totals_keeper;
grant execute on function app.budget_positions_both(uuid), app.budget_in_force(uuid) to margin_views;

create function app.budget_positions(project uuid)
returns table (currency text, task_uid integer, work_package text, cost_type text, original_minor bigint,
  budget_minor bigint, committed_minor bigint, actual_minor bigint, minutes bigint, unrated_minutes bigint,
  etc_method text, etc_minor bigint, eac_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select b.currency, b.task_uid, b.work_package, b.cost_type, b.original_minor, b.budget_minor, b.committed_minor,
    f.actual, b.minutes, b.unrated_minutes, b.etc_method, f.etc, f.actual + f.etc
  from app.budget_positions_both(project) b
  cross join lateral (
    select case when current_setting('role') = 'finance' then b.actual_minor else b.standard_actual_minor end as actual,
      case when current_setting('role') = 'finance' then b.etc_minor else b.standard_etc_minor end as etc
  ) f
  where project = any (array(select app.staff_project_ids()))
$$;
alter function app.budget_positions(uuid) owner to margin_views;
grant execute on function app.budget_positions(uuid) to project_manager, program_manager, finance;

-- What a project is thought to cost at its end, kept for a month: the database sums it, so that nobody writes a figure.
create policy forecasts_are_summed on public.cost_forecasts for insert to margin_views
  with check (project_id = any (array(select app.staff_project_ids())));
grant insert on public.cost_forecasts to margin_views;
grant select (id, project_id, month_on, currency, original_minor, budget_minor, committed_minor, standard_actual_minor,
  standard_eac_minor, note, kept_by, kept_at) on public.cost_forecasts to project_manager, program_manager;
grant select on public.cost_forecasts to finance;

create function app.keep_cost_forecast(project uuid, month_on date, note text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if project <> all (array(select app.staff_project_ids())) or app.budget_in_force(project) is null then
    return false;
  end if;
  insert into public.cost_forecasts (project_id, month_on, currency, original_minor, budget_minor, committed_minor,
    actual_minor, eac_minor, standard_actual_minor, standard_eac_minor, note, kept_by)
  select project, keep_cost_forecast.month_on, min(b.currency), sum(b.original_minor), sum(b.budget_minor),
    sum(b.committed_minor), sum(b.actual_minor), sum(b.actual_minor + b.etc_minor), sum(b.standard_actual_minor),
    sum(b.standard_actual_minor + b.standard_etc_minor), keep_cost_forecast.note, app.staff_id()
  from app.budget_positions_both(project) b;
  if keep_cost_forecast.note <> '' then
    perform app.keep_line_forecasts(array[project], keep_cost_forecast.month_on, true);
  end if;
  return true;
end $$;
alter function app.keep_cost_forecast(uuid, date, text) owner to margin_views;
grant execute on function app.keep_cost_forecast(uuid, date, text) to project_manager, finance;
create trigger month_is_open before insert on public.cost_forecasts
  for each row execute function app.only_in_open_months('month_on');
