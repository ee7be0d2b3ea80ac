-- Finance alone closes a month, keeps its reports and its journal, and reads who changed which money: in all of them a
-- month of one person's work would show that person's rate.

do $$
declare noun text;
begin
  foreach noun in array array['month_reports', 'month_reopenings', 'revenue_recognitions', 'journal_entries'] loop
    execute format('create policy finance_closes_months on public.%I for all to finance
      using ((select app.sees_every_project())) with check ((select app.sees_every_project()))', noun);
    execute format('grant select, insert on public.%I to finance', noun);
  end loop;
end $$;
create policy finance_closes_months on public.month_closings for all to finance
  using ((select app.staff_id()) is not null) with check (done_by = (select app.staff_id()));
grant select, insert on public.month_closings to finance;
create policy finance_reads_closed_months on public.closed_months for select to finance
  using ((select app.staff_id()) is not null);
grant select on public.closed_months to finance;
create policy finance_reads_changes on public.money_changes for select to finance
  using ((select app.staff_id()) is not null);
grant select on public.money_changes to finance;

grant execute on function app.hold_month(date) to finance;
-- Everybody who books learns which days are closed.
grant execute on function app.last_closed_day() to team_member, project_manager, program_manager, finance,
  account_manager, executive, administrator, margin_views, worker_app;
