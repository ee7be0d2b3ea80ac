-- Everybody logs own time. A manager sees the hours of own projects and what they are billed at; what they cost, only
-- finance.

-- Time is logged in the own job role, read here so that nobody has to be granted the column. In another's role it
-- would be dearer or cheaper than it was, and the difference it makes to a margin would be that role's rate.
create function app.own_job_role() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select job_role from public.staff where id = app.staff_id()
$$;
alter function app.own_job_role() owner to rule_keeper;
grant execute on function app.own_job_role() to team_member, project_manager;

create policy author_logs_own_time on public.time_entries for all to team_member, project_manager
  using (staff_id = (select app.staff_id()))
  with check (staff_id = (select app.staff_id()) and approved_by is null
    and job_role = (select app.own_job_role())
    and project_id = any (array(select app.staff_project_ids())));
-- What was logged in a role that one no longer has is still handed in.
create policy author_hands_in_own_time on public.time_entries for update to team_member, project_manager
  using (staff_id = (select app.staff_id()))
  with check (staff_id = (select app.staff_id()) and approved_by is null);
create policy manager_reads_time_of_own_projects on public.time_entries for select to project_manager
  using (project_id = any (array(select app.staff_project_ids())));
create policy staff_reads_time_of_every_project on public.time_entries for select to program_manager, finance
  using ((select app.sees_every_project()));
-- Hours are approved by the project's manager, and a manager's own by somebody who answers for all; nobody's by
-- himself.
create policy manager_approves_time on public.time_entries for update to project_manager
  using (submitted_at is not null and staff_id <> (select app.staff_id())
    and project_id = any (array(select app.staff_project_ids())))
  with check (staff_id <> (select app.staff_id()) and (approved_by is null or approved_by = (select app.staff_id())));
create policy approver_approves_time on public.time_entries for update to program_manager, finance
  using (submitted_at is not null and staff_id <> (select app.staff_id()) and (select app.sees_every_project()))
  with check (staff_id <> (select app.staff_id()) and (approved_by is null or approved_by = (select app.staff_id())));

grant select (id, project_id, task_id, staff_id, job_role, worked_on, booked_on, reverses, corrects, minutes, kind,
  note, contract_line_id, submitted_at, checked_at, checked_by, approved_at, approved_by, recorded_at)
  on public.time_entries to team_member;
grant select (id, project_id, task_id, staff_id, job_role, worked_on, booked_on, reverses, corrects, minutes, kind,
  note, contract_line_id, submitted_at, checked_at, checked_by, approved_at, approved_by, bill_hour_minor, bill_minor,
  recorded_at)
  on public.time_entries to project_manager, program_manager;
grant select on public.time_entries to finance;
grant insert (id, project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes, kind, note)
  on public.time_entries to team_member, project_manager;
grant delete on public.time_entries to team_member, project_manager;
grant update (minutes, note, submitted_at) on public.time_entries to team_member;
grant update (minutes, note, submitted_at, checked_at, checked_by, approved_at, approved_by) on public.time_entries
  to project_manager;
grant update (submitted_at, checked_at, checked_by, approved_at, approved_by) on public.time_entries
  to program_manager, finance;

-- What became of a week: its author hands in and takes back, an approver approves and sends back.
create policy author_hands_in on public.time_reviews for insert to team_member, project_manager
  with check (staff_id = (select app.staff_id()) and done_by = staff_id and act in ('submitted', 'taken-back')
    and project_id = any (array(select app.staff_project_ids())));
create policy author_reads_own_reviews on public.time_reviews for select to team_member, project_manager
  using (staff_id = (select app.staff_id()));
create policy approver_answers on public.time_reviews for insert to project_manager, program_manager, finance
  with check (done_by = (select app.staff_id()) and staff_id <> done_by and act in ('checked', 'approved', 'sent-back')
    and project_id = any (array(select app.staff_project_ids())));
create policy manager_reads_reviews_of_own_projects on public.time_reviews for select to project_manager
  using (project_id = any (array(select app.staff_project_ids())));
create policy staff_reads_reviews_of_every_project on public.time_reviews for select to program_manager, finance
  using ((select app.sees_every_project()));
grant select, insert on public.time_reviews to team_member, project_manager, program_manager, finance;

create policy author_keeps_own_timer on public.timers for all to team_member, project_manager
  using (staff_id = (select app.staff_id()))
  with check (staff_id = (select app.staff_id()) and project_id = any (array(select app.staff_project_ids())));
grant select, insert, delete on public.timers to team_member, project_manager;

-- Which line a task's hours are billed by is the manager's to say.
create policy staff_ties_tasks_of_own_projects on public.task_lines for all
  to project_manager, program_manager, finance
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())));
grant select, insert, update, delete on public.task_lines to project_manager;
grant select on public.task_lines to program_manager, finance;

-- How long people work and how much of it is meant to be billed: no money.
grant select (job_role, target_utilisation_percent, weekly_minutes) on public.staff
  to program_manager, account_manager, executive;
grant select (weekly_minutes) on public.staff to team_member;

-- Who worked how long, for those who answer for how people are used: no task, no note, no cost. What an hour is worth
-- at the contract's rate is in it, since what was realised of that is asked for beside.
grant usage on schema public to margin_views;
grant select (project_id, staff_id, job_role, kind, booked_on, minutes, bill_minor, approved_at) on public.time_entries
  to margin_views;
create policy hours_of_own_projects on public.time_entries for select to margin_views
  using (project_id = any (array(select app.staff_project_ids())));
create view app.worked_hours with (security_barrier) as
select t.project_id, t.staff_id, t.job_role, t.kind, t.booked_on, t.minutes, t.bill_minor,
  t.approved_at is not null as is_approved
from public.time_entries t;
alter view app.worked_hours owner to margin_views;
grant select on app.worked_hours to project_manager, program_manager, finance, account_manager, executive;
