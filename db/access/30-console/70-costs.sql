-- Costs that are planned. A manager sees hours and sums, never a rate: sums come from views and functions whose owner
-- reads the rates so that its readers need not. What was spent and earned is in 77-margins.sql.

-- margin_views: everything that a margin is made of, in the projects of whoever asks.
grant usage on schema public to margin_views;
grant select on public.contracts to margin_views;
grant select (project_id, job_role, worked_on, minutes) on public.time_entries to margin_views;
grant select (job_role, currency, hour_minor, from_on) on public.cost_rates to margin_views;
create policy margins_read_rates on public.cost_rates for select to margin_views using (true);
do $$
declare noun text;
begin
  foreach noun in array array['contracts', 'time_entries'] loop
    execute format('create policy margins_of_own_projects on public.%I for select to margin_views
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;
