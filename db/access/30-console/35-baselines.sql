-- What was agreed, how progress is measured and what was forecast: the manager's to take, the team's to read. Each is
-- about days and hours; what they cost is one sum a baseline, which the database makes itself.

do $$
declare noun text;
begin
  foreach noun in array array['baselines', 'baseline_tasks', 'baseline_budgets', 'task_measures', 'task_progress',
    'task_estimates', 'forecasts'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for all to team_member, project_manager
      using (project_id = any (array(select app.staff_project_ids())))
      with check (project_id = any (array(select app.staff_project_ids())))', noun);
    execute format('create policy staff_works_in_every_project on public.%I for all
      to program_manager, finance, account_manager, executive
      using ((select app.sees_every_project())) with check ((select app.sees_every_project()))', noun);
  end loop;
end $$;

grant select, insert on public.baselines, public.baseline_tasks to project_manager;
grant select on public.baselines, public.baseline_tasks to team_member, program_manager, finance;
grant select, insert, update, delete on public.task_measures, public.task_estimates to project_manager;
grant select on public.task_measures, public.task_estimates to team_member, program_manager;
grant select on public.task_progress to team_member, project_manager, program_manager;
-- Earned value is finance's too: how it is measured, and what of the plan it is made of. No note, no person.
grant select on public.task_measures, public.task_progress to finance;
grant select (position, outline_level, is_summary, is_milestone, starts_local, finishes_local, percent_complete)
  on public.tasks to finance;

-- What was said of progress is kept by the day, because a plan knows the latest only and a curve shows what was known
-- then. The database writes it, whoever changes the plan; an imported plan says when its finished tasks were finished.
grant insert on public.task_progress to rule_keeper;
create policy progress_is_kept on public.task_progress for insert to rule_keeper with check (true);

create function app.keep_first_progress() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.task_progress (project_id, task_uid, percent_complete, said_on)
  select t.project_id, t.uid, t.percent_complete, coalesce(
    case when t.percent_complete = 100 then left(t.actual_finish_local, 10)::date end,
    (now() at time zone p.time_zone)::date)
  from entered t join public.projects p on p.id = t.project_id
  where t.percent_complete > 0 and not t.is_summary;
  return null;
end $$;
create function app.keep_progress() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- No join of the two: while a plan is small it would be planned as a loop in a loop, and kept for the large ones.
  insert into public.task_progress (project_id, task_uid, percent_complete, said_on)
  select t.project_id, t.uid, t.percent_complete, (now() at time zone p.time_zone)::date
  from (
    select a.project_id, a.uid, a.percent_complete from after_change a where not a.is_summary
    except select b.project_id, b.uid, b.percent_complete from before_change b) t
  join public.projects p on p.id = t.project_id;
  return null;
end $$;
alter function app.keep_first_progress() owner to rule_keeper;
alter function app.keep_progress() owner to rule_keeper;
create trigger first_progress_is_kept after insert on public.tasks
  referencing new table as entered for each statement execute function app.keep_first_progress();
create trigger progress_is_kept after update on public.tasks
  referencing old table as before_change new table as after_change
  for each statement execute function app.keep_progress();

-- An executive reads when a project will end, and how sure that is: kept forecasts, not the plan behind them.
grant select, insert on public.forecasts to project_manager;
grant select on public.forecasts to team_member, program_manager, executive;

-- The budget of a baseline: the hours planned then, at the rates of the days for which they were planned. Summed by
-- margin_views, who reads the rates so that nobody else needs to, when the baseline is taken and at no other time.
grant select (project_id, task_id, staff_id, planned_minutes) on public.task_assignments to margin_views;
grant select (id, project_id, starts_local) on public.tasks to margin_views;
grant select (id, job_role) on public.staff to margin_views;
grant insert on public.baseline_budgets to margin_views;
do $$
declare noun text;
begin
  foreach noun in array array['task_assignments', 'tasks'] loop
    execute format('create policy budgets_of_own_projects on public.%I for select to margin_views
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;
create policy budgets_know_job_roles on public.staff for select to margin_views
  using ((select app.staff_id()) is not null);
create policy budgets_are_summed on public.baseline_budgets for insert to margin_views
  with check (project_id = any (array(select app.staff_project_ids())));

create function app.sum_baseline_budget() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.baseline_budgets (project_id, baseline_id, currency, cost_minor, planned_minutes, unrated_minutes,
    job_roles)
  select c.project_id, new.id, c.currency, coalesce(sum(round(a.planned_minutes * r.hour_minor / 60.0)), 0),
    coalesce(sum(a.planned_minutes), 0), coalesce(sum(a.planned_minutes) filter (where r.hour_minor is null), 0),
    count(distinct s.job_role) filter (where a.planned_minutes > 0)
  from public.contracts c
  left join public.task_assignments a on a.project_id = c.project_id
  left join public.tasks t on t.id = a.task_id
  left join public.staff s on s.id = a.staff_id
  left join lateral (
    select r.hour_minor from public.cost_rates r
    where r.job_role = s.job_role and r.currency = c.currency and r.from_on <= left(t.starts_local, 10)::date
    order by r.from_on desc limit 1
  ) r on true
  where c.project_id = new.project_id
  group by c.project_id, c.currency;
  return new;
end $$;
alter function app.sum_baseline_budget() owner to margin_views;
create trigger budget_is_summed after insert on public.baselines
  for each row execute function app.sum_baseline_budget();

-- Who may read margins may read a budget, but never so that it tells a rate. A sum of one job role divided by its hours
-- is that role's rate; and a manager who could take one baseline after another, an hour of somebody apart, would read
-- the rate off the difference. So all but finance read the contract's baseline alone, and only if several roles are in.
create policy budgets_tell_no_rate on public.baseline_budgets as restrictive for select
  to project_manager, program_manager
  using (job_roles > 1 and baseline_id = any (array(
    select b.id from public.baselines b where b.occasion = 'contract')));
grant select on public.baseline_budgets to project_manager, program_manager, finance;

-- Progress by accepted criteria needs how much they weigh and since when they count, and no word of them: finance may
-- not read those. A criterion counts from the first acceptance that found it met and was not withdrawn.
create view app.criteria_met with (security_barrier) as
select c.project_id, c.deliverable_id, c.weight, min(d.decided_at) as met_at
from public.acceptance_criteria c
left join public.criterion_results r on r.criterion_id = c.id and r.result = 'met'
left join public.decisions d on d.id = r.decision_id and d.outcome like 'accepted%'
  and not exists (select from public.decisions later where later.refers_to = d.id)
where c.project_id = any (array(select app.staff_project_ids()))
group by c.id, c.project_id, c.deliverable_id, c.weight;
alter view app.criteria_met owner to rule_keeper;
grant select on app.criteria_met to project_manager, program_manager, finance;

-- How finished tasks of the whole house compare with what was first agreed: 1.2 took a fifth longer. Numbers without
-- project, task or person, so that every forecast may learn from all projects.
create function app.slip_history() returns setof double precision
language sql stable security definer set search_path = pg_catalog as $$
  select t.duration_minutes / b.duration_minutes
  from public.baseline_tasks b
  join public.baselines l on l.id = b.baseline_id and l.number = 1
  join public.tasks t on t.project_id = b.project_id and t.uid = b.uid
  where app.staff_id() is not null and t.percent_complete = 100 and not t.is_summary and not b.is_summary
    and b.duration_minutes > 0 and t.duration_minutes > 0
  order by 1
$$;
alter function app.slip_history() owner to rule_keeper;
grant execute on function app.slip_history() to team_member, project_manager, program_manager;
