-- Rates are finance's alone, but for what the contract says an hour is billed at: that the project's manager agreed
-- with the customer. A rate is set for days and ended; a wrong one is removed, which alters no approved hour.

create policy finance_keeps_rates on public.cost_rates for all to finance
  using ((select app.staff_id()) is not null) with check (recorded_by = (select app.staff_id()));
create policy finance_ends_rates on public.cost_rates for update to finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select, insert, delete, update (to_on) on public.cost_rates to finance;

create policy finance_keeps_bill_rates on public.bill_rates for all to finance
  using ((select app.staff_id()) is not null) with check (recorded_by = (select app.staff_id()));
create policy finance_ends_bill_rates on public.bill_rates for update to finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
create policy staff_reads_bill_rates_of_own_projects on public.bill_rates for select
  to project_manager, program_manager using (project_id = any (array(select app.staff_project_ids())));
grant select, insert, delete, update (to_on) on public.bill_rates to finance;
grant select on public.bill_rates to project_manager, program_manager;

-- What currencies are worth stands in every newspaper.
create policy finance_keeps_exchange_rates on public.exchange_rates for all to finance
  using ((select app.staff_id()) is not null) with check (recorded_by = (select app.staff_id()));
create policy staff_reads_exchange_rates on public.exchange_rates for select
  to team_member, project_manager, program_manager, account_manager, executive
  using ((select app.staff_id()) is not null);
grant select, insert, delete on public.exchange_rates to finance;
grant select on public.exchange_rates to team_member, project_manager, program_manager, account_manager, executive;
