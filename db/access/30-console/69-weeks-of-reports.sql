-- A line manager sees the weeks of those who report to them as sums by project and day: no task, no note, no money. Hours
-- that somebody logged on a project of their own have no project's manager to approve them, so the line manager does.
-- Where the company's setting says so, hours that a project's manager found right freeze once the line manager has
-- released the week (docs/decisions/0035).

create function app.line_manager_releases() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select p.line_manager_releases from public.provider p), false)
$$;
-- Whether somebody's hours wait for another's release once the asking approver found them right. Who is both the
-- approver and the line manager says both at once; who has no line manager has nobody to wait for.
create function app.waits_for_release(of_staff uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.line_manager_releases() and exists (
    select from public.staff s join public.staff m on m.id = s.line_manager_id and m.is_active
    where s.id = of_staff and m.id is distinct from app.staff_id())
$$;
alter function app.line_manager_releases() owner to rule_keeper;
alter function app.waits_for_release(uuid) owner to rule_keeper;
grant execute on function app.waits_for_release(uuid) to team_member, project_manager, program_manager, finance;
grant execute on function app.line_manager_releases() to team_member, project_manager, program_manager, finance,
  account_manager, executive, administrator;

-- Corrections of a closed month come approved, by whoever answers for it.
create function app.check_release() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.submitted_at is null then
    if old.checked_at is not null and app.staff_id() = old.staff_id then
      raise exception 'found right by the project already' using errcode = '23514', constraint = 'time_is_open'; end if;
    new.checked_at := null;
    new.checked_by := null;
  elsif new.checked_at is distinct from old.checked_at and new.checked_at is not null then
    if app.staff_id() is not null then new.checked_by := app.staff_id(); end if;
  end if;
  if old.approved_at is null and new.approved_at is not null and new.reverses is null and new.corrects is null
    and app.waits_for_release(new.staff_id) then
    raise exception 'the line manager releases it' using errcode = '23514', constraint = 'time_waits_for_release'; end if;
  return new;
end $$;
alter function app.check_release() owner to rule_keeper;
create trigger released before update on public.time_entries for each row execute function app.check_release();

create view app.reports with (security_barrier) as
select s.id, s.name, s.weekly_minutes, s.day_minutes, s.holiday_place, s.time_zone,
  -- As whoever is reminded of days without hours: others have none to miss.
  s.role in ('team_member', 'project_manager') and exists (
    select from public.time_entries e where e.staff_id = s.id and e.worked_on >= current_date - 60) as logs_time
from public.staff s
where s.is_active and s.id = any (array(select app.report_ids()));

create view app.report_hours with (security_barrier) as
select e.staff_id, e.project_id, p.code, p.name as project, e.worked_on,
  case when e.approved_at is not null then 'approved'
    when e.submitted_at is null then 'open'
    when p.manager_id = e.staff_id or e.checked_at is not null and app.line_manager_releases() then 'mine'
    else 'with-project' end as state,
  sum(e.minutes)::integer as minutes,
  coalesce(sum(e.minutes) filter (where e.kind in ('billable', 'overtime')), 0)::integer as billable_minutes,
  max(e.submitted_at) as handed_in_at
from public.time_entries e
join public.projects p on p.id = e.project_id
where e.staff_id = any (array(select app.report_ids())) and e.reverses is null and e.corrects is null
group by e.staff_id, e.project_id, p.code, p.name, e.worked_on, 6;
alter view app.reports owner to rule_keeper;
alter view app.report_hours owner to rule_keeper;
grant select on app.reports, app.report_hours to team_member, project_manager, program_manager, finance,
  account_manager, executive, administrator;

-- The line manager's word on a week: what waits for it is approved, if it is what was seen; or it goes back with a
-- reason, and where weeks are released so does what still waits for a project's manager.
create function app.answer_report_week(of_staff uuid, week date, act text, seen_minutes integer, why text,
  at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_minutes bigint;
  ids uuid[];
begin
  if not exists (select from app.report_ids() r where r = of_staff) then return 'no-such-week'; end if;
  if act not in ('approved', 'sent-back') or extract(isodow from week) <> 1 then
    raise exception 'no such answer' using errcode = '22023'; end if;
  if act = 'sent-back' and coalesce(why, '') = '' then return 'no-reason'; end if;
  select array_agg(e.id), coalesce(sum(e.minutes), 0) into ids, found_minutes
  from (
    select t.id, t.minutes from public.time_entries t join public.projects p on p.id = t.project_id
    where t.staff_id = of_staff and t.worked_on between week and week + 6 and t.reverses is null and t.corrects is null
      and t.submitted_at is not null and t.approved_at is null
      and (p.manager_id = of_staff
        or app.line_manager_releases() and (t.checked_at is not null or act = 'sent-back'))
    for update of t) e;
  if ids is null then return 'nothing-handed-in'; end if;
  if act = 'approved' and found_minutes <> seen_minutes then return 'changed-meanwhile'; end if;
  if act = 'approved' then
    update public.time_entries t set approved_at = at, approved_by = app.staff_id() where t.id = any (ids);
  else
    update public.time_entries t set submitted_at = null where t.id = any (ids);
  end if;
  insert into public.time_reviews (project_id, staff_id, week_on, act, minutes, reason, done_by, done_at)
  select t.project_id, of_staff, week, answer_report_week.act, sum(t.minutes), case when act = 'sent-back' then why else '' end,
    app.staff_id(), at
  from public.time_entries t where t.id = any (ids) group by t.project_id;
  return 'done';
end $$;
alter function app.answer_report_week(uuid, date, text, integer, text, timestamptz) owner to rule_keeper;
revoke execute on function app.answer_report_week(uuid, date, text, integer, text, timestamptz) from public;
grant execute on function app.answer_report_week(uuid, date, text, integer, text, timestamptz) to team_member,
  project_manager, program_manager, finance, account_manager, executive, administrator;
grant update (submitted_at, checked_at, checked_by, approved_at, approved_by) on public.time_entries to rule_keeper;
grant insert on public.time_reviews to rule_keeper;
create policy line_manager_answers_weeks on public.time_entries for update to rule_keeper
  using (staff_id = any (array(select app.report_ids())) and submitted_at is not null and approved_at is null)
  with check (staff_id = any (array(select app.report_ids()))
    and (approved_by is null or approved_by = (select app.staff_id())));
create policy line_manager_answers_weeks on public.time_reviews for insert to rule_keeper
  with check (staff_id = any (array(select app.report_ids())) and done_by = (select app.staff_id())
    and act in ('approved', 'sent-back'));

-- Whoever has to answer learns it: the line manager of hours that wait for them, the author of hours that came back from
-- the line manager.
create function app.tell_of_week() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare is_own boolean;
begin
  select p.manager_id = new.staff_id into is_own from public.projects p where p.id = new.project_id;
  if new.act = 'checked' or new.act = 'submitted' and is_own and exists (
      select from public.staff s where s.id = new.staff_id and s.line_manager_id is not null) then
    perform app.enqueue('after-week', jsonb_build_object('reviewId', new.id),
      format('week of %s from %s handed in', new.staff_id, new.week_on));
  elsif new.act = 'sent-back' and exists (
      select from public.staff s where s.id = new.staff_id and s.line_manager_id = new.done_by)
    and not exists (select from public.projects p where p.id = new.project_id and p.manager_id = new.done_by) then
    perform app.enqueue('after-week', jsonb_build_object('reviewId', new.id),
      format('week of %s from %s sent back', new.staff_id, new.week_on));
  end if;
  return null;
end $$;
alter function app.tell_of_week() owner to rule_keeper;
create trigger told after insert on public.time_reviews for each row execute function app.tell_of_week();
