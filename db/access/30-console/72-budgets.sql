-- A budget is an estimate sheet that somebody else approves. The manager writes hours by job role and sees what a work
-- package costs, never what an hour or a line of labour does: that is finance's. All of it is reckoned at the roles'
-- standard rates, no person's, so that a package of one role tells no more than the standard that everybody may know.

do $$
declare noun text;
begin
  foreach noun in array array['budgets', 'budget_reviews', 'budget_transfers', 'budget_transfer_answers',
    'completion_estimates', 'cost_forecasts'] loop
    execute format('create policy budget_readers_in_own_projects on public.%I for select
      to project_manager, program_manager, finance
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
  foreach noun in array array['budgets', 'budget_lines', 'budget_reviews'] loop
    execute format('create policy sheets_of_own_projects on public.%I for select to margin_views
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;
grant select on public.budgets, public.budget_reviews, public.budget_transfers, public.budget_transfer_answers,
  public.completion_estimates to project_manager, program_manager, finance;
grant select on public.budgets, public.budget_reviews to margin_views;

-- The manager writes, asks and estimates; a draft that was never handed in may be thrown away.
create policy manager_writes_budgets on public.budgets for insert to project_manager
  with check (written_by = (select app.staff_id()) and project_id = any (array(select app.staff_project_ids())));
create policy manager_discards_budgets on public.budgets for delete to project_manager
  using (project_id = any (array(select app.staff_project_ids()))
    and id <> all (array(select r.budget_id from public.budget_reviews r)));
grant insert, delete on public.budgets to project_manager;
create policy manager_hands_in on public.budget_reviews for insert to project_manager
  with check (act = 'submitted' and done_by = (select app.staff_id())
    and project_id = any (array(select app.staff_project_ids())));
create policy another_reviews on public.budget_reviews for insert to finance, program_manager
  with check (act in ('approved', 'sent-back') and done_by = (select app.staff_id())
    and project_id = any (array(select app.staff_project_ids())));
grant insert on public.budget_reviews to project_manager, program_manager, finance;
create policy manager_asks on public.budget_transfers for insert to project_manager
  with check (asked_by = (select app.staff_id()) and project_id = any (array(select app.staff_project_ids())));
grant insert on public.budget_transfers to project_manager;
create policy another_answers on public.budget_transfer_answers for insert to finance, program_manager
  with check (answered_by = (select app.staff_id()) and project_id = any (array(select app.staff_project_ids())));
grant insert on public.budget_transfer_answers to program_manager, finance;
create policy manager_estimates on public.completion_estimates for insert to project_manager
  with check (estimated_by = (select app.staff_id()) and project_id = any (array(select app.staff_project_ids())));
grant insert on public.completion_estimates to project_manager;

-- What margin_views reads to price a line and to hold a budget against what was spent.
grant select, insert, delete on public.budget_lines to margin_views;
create policy sheets_are_priced on public.budget_lines for insert to margin_views
  with check (project_id = any (array(select app.staff_project_ids())));
create policy sheets_are_rewritten on public.budget_lines for delete to margin_views
  using (project_id = any (array(select app.staff_project_ids())));
grant select (id, time_zone) on public.projects to margin_views;
create policy budgets_know_projects on public.projects for select to margin_views
  using (id = any (array(select app.staff_project_ids())));
grant select (staff_id, job_role) on public.cost_rates to margin_views;
grant select (project_id, job_role, hour_minor, from_on, to_on) on public.bill_rates to margin_views;
create policy budgets_read_bill_rates on public.bill_rates for select to margin_views
  using (project_id = any (array(select app.staff_project_ids())));
grant execute on function app.standard_hour_minor(text, boolean, text, date) to margin_views;

-- Which roles a sheet may name: those with a standard rate today. Names, no rates.
create function app.rated_job_roles(project uuid) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select r.job_role from (select distinct job_role from public.cost_rates where staff_id is null) r
  join public.contracts c on c.project_id = project
  join public.projects p on p.id = project
  where app.standard_hour_minor(r.job_role, false, c.currency, (now() at time zone p.time_zone)::date) is not null
  order by 1
$$;
alter function app.rated_job_roles(uuid) owner to margin_views;
grant execute on function app.rated_job_roles(uuid) to project_manager, program_manager, finance;

-- The lines of a draft, whole, priced as they are written: a hundred thousand in one statement. A share of contingency
-- is of all the other lines together. Writing and handing in wait for each other.
create function app.write_budget_lines(budget uuid, lines jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare draft record;
begin
  select b.project_id, b.currency, (b.written_at at time zone p.time_zone)::date as on_day into draft
    from public.budgets b join public.projects p on p.id = b.project_id
    where b.id = budget and b.written_by = app.staff_id();
  if not found then raise exception 'no such budget of yours' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('budget ' || draft.project_id::text, 0));
  if (select r.act from public.budget_reviews r where r.budget_id = budget order by r.done_at desc limit 1)
    in ('submitted', 'approved') then
    raise exception 'only a draft is written' using errcode = '23514', constraint = 'budget_is_a_draft';
  end if;
  delete from public.budget_lines l where l.budget_id = budget;
  with line as (
    select * from jsonb_to_recordset(lines) as l (position integer, task_uid integer, work_package text, cost_type text,
      job_role text, minutes integer, bill_hour_minor bigint, share_basis_points integer, cost_minor bigint, note text)
  ), rated as materialized (
    select r.job_role, app.standard_hour_minor(r.job_role, false, draft.currency, draft.on_day) as cost_hour, (
      select b.hour_minor from public.bill_rates b where b.project_id = draft.project_id and b.job_role = r.job_role
        and b.from_on <= draft.on_day and (b.to_on is null or b.to_on >= draft.on_day)) as bill_hour
    from (select distinct job_role from line where cost_type = 'labour') r
  ), priced as (
    select l.*, r.cost_hour, coalesce(l.bill_hour_minor, r.bill_hour) as bill_hour, case
        when l.cost_type = 'labour' then round(l.minutes * r.cost_hour / 60)
        when l.share_basis_points is null then l.cost_minor end as cost
    from line l left join rated r on l.cost_type = 'labour' and r.job_role = l.job_role
  ), others as (select coalesce(sum(cost), 0) as cost from priced where cost_type <> 'contingency')
  insert into public.budget_lines (project_id, budget_id, position, task_uid, work_package, cost_type, job_role, minutes,
    cost_hour_minor, bill_hour_minor, share_basis_points, cost_minor, bill_minor, note)
  select draft.project_id, budget, p.position, p.task_uid, p.work_package, p.cost_type, p.job_role, p.minutes,
    round(p.cost_hour), p.bill_hour, p.share_basis_points,
    coalesce(p.cost, round(others.cost * p.share_basis_points / 10000)), coalesce(round(p.minutes * p.bill_hour / 60.0), 0),
    p.note
  from priced p cross join others;
end $$;
alter function app.write_budget_lines(uuid, jsonb) owner to margin_views;
grant execute on function app.write_budget_lines(uuid, jsonb) to project_manager;

-- A sheet as its reader may know it.
create view app.budget_sheets with (security_barrier) as
select l.id, l.project_id, l.budget_id, l.position, l.task_uid, l.work_package, l.cost_type, l.job_role, l.minutes,
  l.bill_hour_minor, l.bill_minor, l.share_basis_points, l.note,
  case when current_setting('role') = 'finance' then l.cost_hour_minor end as cost_hour_minor,
  case when current_setting('role') = 'finance' or l.cost_type <> 'labour' then l.cost_minor end as cost_minor
from public.budget_lines l;
alter view app.budget_sheets owner to margin_views;
create view app.budget_packages with (security_barrier) as
select l.project_id, l.budget_id, l.task_uid, l.work_package, l.cost_type, min(l.position) as position,
  count(*)::integer as lines, sum(l.minutes)::integer as minutes, sum(l.cost_minor)::bigint as cost_minor,
  sum(l.bill_minor)::bigint as bill_minor
from public.budget_lines l group by l.project_id, l.budget_id, l.task_uid, l.work_package, l.cost_type;
alter view app.budget_packages owner to margin_views;
grant select on app.budget_sheets, app.budget_packages to project_manager, program_manager, finance;

-- The version in force: the latest that was approved, in the contract's currency of today.
create view app.budgets_in_force with (security_barrier) as
select distinct on (b.project_id) b.project_id, b.id as budget_id, b.version, b.currency, r.done_at as approved_at
from public.budgets b
join public.budget_reviews r on r.budget_id = b.id and r.act = 'approved'
join public.contracts c on c.project_id = b.project_id and c.currency = b.currency
order by b.project_id, b.version desc;
alter view app.budgets_in_force owner to margin_views;
grant select on app.budgets_in_force to project_manager, program_manager, finance;
