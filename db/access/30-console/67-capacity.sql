-- Who is there, who is promised and who works on what. Managers see the time of everybody, or two of them would promise
-- the same person; finance and executives read it as hours. Everybody sees the own. No money is in any of it: no rate,
-- no cost, no job role's price.

create function app.sees_capacity() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.staff_id() is not null
    and current_setting('role') in ('project_manager', 'program_manager', 'finance', 'account_manager', 'executive')
$$;
-- Whose line manager one is; the administrator answers for those who have none.
create function app.report_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with asking as materialized (select app.staff_id() as me, current_setting('role') as role)
  select s.id from public.staff s, asking
  where asking.me is not null and s.id <> asking.me and (s.line_manager_id = asking.me
    or asking.role = 'administrator' and s.line_manager_id is null and s.role <> 'vendor')
$$;
alter function app.sees_capacity() owner to rule_keeper;
alter function app.report_ids() owner to rule_keeper;
grant execute on function app.sees_capacity(), app.report_ids() to team_member, project_manager, program_manager,
  finance, account_manager, executive, administrator;

-- Leave: asked for by oneself, answered by the line manager. Why somebody is away is theirs and the line manager's alone.
create policy person_asks_for_own_leave on public.leaves for insert
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  with check (staff_id = (select app.staff_id()) and verdict is null and withdrawn_at is null);
create policy person_keeps_own_leave on public.leaves for select
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using (staff_id = (select app.staff_id()) or staff_id = any (array(select app.report_ids())));
create policy leave_is_answered on public.leaves for update
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using (staff_id = (select app.staff_id()) or staff_id = any (array(select app.report_ids())))
  with check (staff_id = (select app.staff_id()) or staff_id = any (array(select app.report_ids())));
grant select, insert, update (verdict, reason, decided_by, decided_at, withdrawn_at) on public.leaves
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator;

create view app.absences with (security_barrier) as
select l.staff_id, l.from_on, l.to_on, l.is_half_day, l.verdict is not null as is_approved
from public.leaves l
where l.withdrawn_at is null and l.verdict is distinct from 'refused'
  and ((select app.sees_capacity()) or l.staff_id = (select app.staff_id()));

create view app.people_bookings with (security_barrier) as
select b.id, b.project_id, p.code, p.name as project, m.name as manager, b.staff_id, b.job_role, v.name as vendor,
  b.from_on, b.to_on, b.day_minutes, b.share_percent, b.firmness
from public.bookings b
join public.projects p on p.id = b.project_id
join public.staff m on m.id = p.manager_id
left join public.vendors v on v.id = b.vendor_id
where (select app.sees_capacity()) or b.staff_id = (select app.staff_id());

-- What is asked of us: by the plan, and by what was agreed beside it. A task of somebody else's project is told by its
-- hours, not by its name.
create view app.people_work with (security_barrier) as
select w.project_id, p.code, p.name as project, m.name as manager, w.staff_id, t.uid as task_uid,
  case when w.project_id = any (array(select app.staff_project_ids())) then t.name end as task,
  t.starts_local, t.finishes_local, t.percent_complete, w.planned_minutes::double precision as minutes
from public.task_assignments w
join public.tasks t on t.id = w.task_id and t.is_active
join public.projects p on p.id = w.project_id
join public.staff m on m.id = p.manager_id
where (select app.sees_capacity()) or w.staff_id = (select app.staff_id());

create view app.people_hours with (security_barrier) as
select e.project_id, e.staff_id, e.worked_on, e.minutes
from public.time_entries e
where (select app.sees_capacity()) or e.staff_id = (select app.staff_id());

alter view app.absences owner to rule_keeper;
alter view app.people_bookings owner to rule_keeper;
alter view app.people_work owner to rule_keeper;
alter view app.people_hours owner to rule_keeper;
grant select on app.absences, app.people_bookings, app.people_work, app.people_hours
  to team_member, project_manager, program_manager, finance, account_manager, executive;

grant select (day_minutes, holiday_place, business_unit, line_manager_id) on public.staff
  to team_member, program_manager, account_manager, executive;

-- What people can do: everybody reads it, says it of oneself; managers and the administrator say it of all.
create policy staff_reads_skills on public.skills for select
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using ((select app.staff_id()) is not null);
create policy staff_names_skills on public.skills for insert
  to team_member, project_manager, program_manager, administrator with check ((select app.staff_id()) is not null);
grant select on public.skills to team_member, project_manager, program_manager, finance, account_manager, executive,
  administrator;
grant insert on public.skills to team_member, project_manager, program_manager, administrator;

create policy staff_reads_staff_skills on public.staff_skills for select
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator
  using ((select app.staff_id()) is not null);
create policy person_keeps_own_skills on public.staff_skills for all to team_member
  using (staff_id = (select app.staff_id())) with check (staff_id = (select app.staff_id()));
create policy managers_keep_skills on public.staff_skills for all to project_manager, program_manager, administrator
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select on public.staff_skills to finance, account_manager, executive;
grant select, insert, update, delete on public.staff_skills to team_member, project_manager, program_manager,
  administrator;
