-- The entries behind a margin, what was worked outside the agreed scope, and what needs somebody's attention.

-- Every hour, expense and vendor's invoice in one shape. Finance reads what an hour cost; everybody else what it costs
-- at the standard rate of its role. Drafts of expenses are their author's own.
create view app.money_entries with (security_barrier) as
select e.id, 'time' as kind, e.project_id, e.booked_on, e.task_id, e.contract_line_id, e.staff_id, s.name as who,
  e.job_role, e.note as what, e.minutes, case when (select app.reads_rates()) then e.cost_minor else e.standard_minor end
    as cost_minor, e.bill_minor,
  case when e.approved_at is not null then 'approved' when e.submitted_at is not null then 'submitted' else 'draft' end
    as state, o.time_entry_id is not null as is_outside
from public.time_entries e
join public.staff s on s.id = e.staff_id
left join public.out_of_scope_work o on o.time_entry_id = e.id
where (select app.sees_every_project()) or e.project_id = any (array(select app.staff_project_ids()))
union all
select e.id, 'expense', e.project_id, e.booked_on, e.task_id, e.contract_line_id, e.staff_id, s.name, s.job_role,
  e.description, 0, e.cost_minor, case when e.is_billable then e.cost_minor else 0 end,
  case when e.approved_at is not null then 'approved' else 'submitted' end, false
from public.expenses e
join public.staff s on s.id = e.staff_id
where e.submitted_at is not null
  and ((select app.sees_every_project()) or e.project_id = any (array(select app.staff_project_ids())))
union all
select e.id, 'vendor', e.project_id, e.invoiced_on, o.task_id, null, null, v.name, '', e.number || ' / ' || o.number, 0,
  e.cost_minor, case when e.is_billable then e.cost_minor else 0 end,
  case when e.approved_at is not null then 'approved' else 'submitted' end, false
from public.vendor_invoices e
join public.purchase_orders o on o.id = e.purchase_order_id
join public.vendors v on v.id = o.vendor_id
where (select app.sees_every_project()) or e.project_id = any (array(select app.staff_project_ids()));
alter view app.money_entries owner to totals_keeper;
grant select on app.money_entries to project_manager, program_manager, finance;

-- Work that nobody agreed to pay for: marked by whoever answers for the project, and settled by a change request or by
-- somebody's name.
create policy staff_works_in_own_projects on public.out_of_scope_work for all to project_manager, program_manager, finance
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())));
create policy marked_in_ones_own_name on public.out_of_scope_work as restrictive for insert
  to project_manager, program_manager with check (marked_by = (select app.staff_id()) and outcome is null);
create policy settled_in_ones_own_name on public.out_of_scope_work as restrictive for update
  to project_manager, program_manager using (outcome is null) with check (settled_by = (select app.staff_id()));
create policy only_open_marks_go on public.out_of_scope_work as restrictive for delete
  to project_manager, program_manager using (outcome is null);
grant select, delete on public.out_of_scope_work to project_manager, program_manager;
grant insert on public.out_of_scope_work to project_manager, program_manager;
grant update (outcome, change_request_id, reason, settled_by, settled_at) on public.out_of_scope_work
  to project_manager, program_manager;
grant select on public.out_of_scope_work to finance;

-- Programs are names: whoever reads projects reads them, whoever founds one may name a new one.
create policy staff_reads_programs on public.programs for select
  to project_manager, program_manager, finance, account_manager, executive using ((select app.staff_id()) is not null);
create policy managers_name_programs on public.programs for insert to project_manager
  with check ((select app.staff_id()) is not null);
grant select on public.programs to project_manager, program_manager, finance, account_manager, executive;
grant insert on public.programs to project_manager;

-- A view of a table is its owner's alone.
create policy staff_keeps_own_views on public.saved_views for all
  to project_manager, program_manager, finance, account_manager, executive
  using (staff_id = (select app.staff_id())) with check (staff_id = (select app.staff_id()));
grant select, insert, delete on public.saved_views to project_manager, program_manager, finance, account_manager, executive;
grant update (query) on public.saved_views to project_manager, program_manager, finance, account_manager, executive;

-- Who of a project's team logged nothing, anywhere, on working days of the last two weeks: names and days, no hours. Those
-- who have not logged in the project for two months are not missed in it.
create function app.missing_time(today date) returns table (staff_id uuid, name text, project_id uuid, days integer)
language sql stable security definer set search_path = pg_catalog as $$
  with own as materialized (
    select p.id from public.projects p where p.id = any (array(select app.staff_project_ids()))
  ), people as materialized (
    select distinct on (m.staff_id) m.staff_id, s.name, m.project_id
    from public.project_members m
    join own on own.id = m.project_id
    join public.staff s on s.id = m.staff_id and s.is_active and s.role = 'team_member'
    where exists (select from public.time_entries e where e.staff_id = m.staff_id and e.project_id = m.project_id
      and e.worked_on > today - 60)
    order by m.staff_id, m.project_id
  )
  select p.staff_id, p.name, p.project_id, count(*)::integer
  from people p
  cross join generate_series(today - 14, today - 1, interval '1 day') d (day)
  where extract(isodow from d.day) < 6 and not exists (
    select from public.time_entries e where e.staff_id = p.staff_id and e.worked_on = d.day::date)
  group by p.staff_id, p.name, p.project_id
$$;
alter function app.missing_time(date) owner to totals_keeper;
revoke execute on function app.missing_time(date) from public;
grant execute on function app.missing_time(date) to project_manager, program_manager, finance;

-- Which task a result is due with: finance reads margins by deliverable.
grant select (due_task_uid) on public.deliverables to finance;
