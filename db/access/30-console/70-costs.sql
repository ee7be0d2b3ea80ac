-- Rates are finance's alone. A manager sees hours and sums, a member own hours. Sums come from app.project_margins,
-- whose owner reads the rates so that its readers need not.

create policy finance_keeps_rates on public.cost_rates for all to finance
  using ((select app.staff_id()) is not null) with check (recorded_by = (select app.staff_id()));
grant select, insert on public.cost_rates to finance;

-- Time is logged in the own job role, read here so that nobody has to be granted the column. In another's role it
-- would be dearer or cheaper than it was, and the difference it makes to a margin would be that role's rate.
create function app.own_job_role() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select job_role from public.staff where id = app.staff_id()
$$;
alter function app.own_job_role() owner to rule_keeper;
grant execute on function app.own_job_role() to team_member, project_manager;

create policy member_logs_own_time on public.time_entries for all to team_member
  using (staff_id = (select app.staff_id()))
  with check (staff_id = (select app.staff_id()) and job_role = (select app.own_job_role())
    and project_id = any (array(select app.staff_project_ids())));
create policy staff_reads_time_of_own_projects on public.time_entries for select
  to project_manager, program_manager, finance
  using (project_id = any (array(select app.staff_project_ids())));
create policy manager_logs_own_time on public.time_entries for insert to project_manager
  with check (staff_id = (select app.staff_id()) and job_role = (select app.own_job_role())
    and project_id = any (array(select app.staff_project_ids())));
-- Who logged by mistake takes it back: a manager the own entries only, never the team's.
create policy manager_takes_back_own_time on public.time_entries for delete to project_manager
  using (staff_id = (select app.staff_id()));
grant select, insert, delete on public.time_entries to team_member, project_manager;
grant select on public.time_entries to program_manager, finance;

-- margin_views: everything that a margin is made of, in the projects of whoever asks.
grant usage on schema public to margin_views;
grant select (id, project_id, amount_minor, name, due_on, position) on public.billing_milestones to margin_views;
grant select on public.billing_milestone_releases to margin_views;
grant select (id, project_id, deliverable_id, stage) on public.submissions to margin_views;
grant select (id, project_id, submission_id, outcome, decided_at, kind, act, refers_to, releases_basis_points)
  on public.decisions to margin_views;
grant select (id, project_id, decision_id) on public.punch_items to margin_views;
grant select (punch_item_id, project_id) on public.punch_item_closures to margin_views;
grant select on public.contracts, public.invoices, public.invoice_lines, public.invoice_payments to margin_views;
grant select (project_id, job_role, worked_on, minutes) on public.time_entries to margin_views;
grant select (job_role, currency, hour_minor, from_on) on public.cost_rates to margin_views;
create policy margins_read_rates on public.cost_rates for select to margin_views using (true);
do $$
declare noun text;
begin
  foreach noun in array array['contracts', 'billing_milestones', 'billing_milestone_releases', 'submissions',
    'decisions', 'punch_items', 'punch_item_closures', 'invoices', 'invoice_lines', 'invoice_payments', 'time_entries'] loop
    execute format('create policy margins_of_own_projects on public.%I for select to margin_views
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;

-- Net of tax throughout. Earned: released by acceptance. Cost: hours at the rate in force that day, in the
-- contract's currency; hours without such a rate are counted, never guessed.
-- The states' view runs with the rights of whoever asks, and an executive has none on what it reads. So its definition
-- is taken in here and runs as margin_views.
do $$ begin
  execute format($view$
create view app.project_margins with (security_barrier) as
with milestone_states as (%s)
select c.project_id, c.currency, c.value_minor,
  earned.minor as earned_minor, billed.invoiced_minor, billed.paid_minor, worked.minutes as worked_minutes,
  worked.cost_minor, worked.unrated_minutes, earned.minor - worked.cost_minor as margin_minor,
  -- A cent earned on a year's work is a margin below what an integer holds.
  case when earned.minor > 0 then greatest((earned.minor - worked.cost_minor) * 10000 / earned.minor, -2147483648)::integer
    end as margin_basis_points
from public.contracts c
cross join lateral (
  select coalesce(sum(s.released_minor), 0)::bigint as minor from milestone_states s
  where s.project_id = c.project_id
) earned
cross join lateral (
  select coalesce(sum(i.net_minor), 0)::bigint as invoiced_minor,
    coalesce(sum(i.net_minor * paid.amount / i.gross_minor), 0)::bigint as paid_minor
  from public.invoices i
  cross join lateral (
    select coalesce(sum(p.amount_minor), 0) as amount from public.invoice_payments p where p.invoice_id = i.id
  ) paid
  where i.project_id = c.project_id
) billed
cross join lateral (
  select coalesce(sum(t.minutes), 0)::bigint as minutes,
    coalesce(sum(round(t.minutes * r.hour_minor / 60.0)), 0)::bigint as cost_minor,
    coalesce(sum(t.minutes) filter (where r.hour_minor is null), 0)::bigint as unrated_minutes
  from public.time_entries t
  left join lateral (
    select r.hour_minor from public.cost_rates r
    where r.job_role = t.job_role and r.currency = c.currency and r.from_on <= t.worked_on
    order by r.from_on desc limit 1
  ) r on true
  where t.project_id = c.project_id
) worked
  $view$, rtrim(pg_get_viewdef('app.billing_milestone_states'::regclass), ';'));
end $$;
alter view app.project_margins owner to margin_views;
grant select on app.project_margins to project_manager, program_manager, finance, account_manager, executive;
