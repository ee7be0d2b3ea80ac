-- Every change of a plan has a number, so that who has the plan open notices it and nobody overwrites what somebody else
-- saved. The database counts: an operation says what was edited, and where one forgets to, the number moves all the
-- same and open plans are read anew.

create policy managers_keep_own_plans_edits on public.plan_edits for all to project_manager
  using (project_id = any (array(select app.staff_project_ids())))
  with check (project_id = any (array(select app.staff_project_ids())) and staff_id = (select app.staff_id()));
grant select, insert on public.plan_edits to project_manager;
-- Who works in a project learns that its plan was changed, by whom and when; not what was edited.
create policy team_learns_of_plan_edits on public.plan_edits for select to team_member
  using (project_id = any (array(select app.staff_project_ids())));
create policy staff_learns_of_plan_edits on public.plan_edits for select to program_manager
  using ((select app.sees_every_project()));
grant select (project_id, number, staff_id, saved_at) on public.plan_edits to team_member, program_manager;

grant update (plan_revision) on public.projects to rule_keeper;
grant insert on public.plan_edits to rule_keeper;
create policy plans_are_counted on public.projects for update to rule_keeper using (true) with check (true);
create policy plans_are_counted on public.plan_edits for insert to rule_keeper with check (true);

-- The next number, whatever the writer asked for, in the name of who asks. Who writes a plan holds the project's row until it is saved, so no
-- number is left out. Remembered for the transaction: what it writes to the plan after this is what this row says.
create function app.number_plan_edit() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.projects set plan_revision = plan_revision + 1 where id = new.project_id
  returning plan_revision into new.number;
  new.staff_id := app.staff_id();
  perform set_config('app.noted_plans', concat(current_setting('app.noted_plans', true), ' ', new.project_id), true);
  return new;
end $$;
alter function app.number_plan_edit() owner to rule_keeper;
create trigger edits_are_numbered before insert on public.plan_edits
  for each row execute function app.number_plan_edit();

create function app.note_plan(project uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into public.plan_edits (project_id)
  select project
  where project is not null
    and position(project::text in coalesce(current_setting('app.noted_plans', true), '')) = 0
$$;
alter function app.note_plan(uuid) owner to rule_keeper;
grant execute on function app.note_plan(uuid) to rule_keeper;

create function app.note_plan_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.note_plan(written.project_id) from (select distinct project_id from changed) written;
  return null;
end $$;
create function app.note_plan_settings() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.note_plan(new.id);
  return null;
end $$;
alter function app.note_plan_rows() owner to rule_keeper;
alter function app.note_plan_settings() owner to rule_keeper;

do $$
declare noun text;
begin
  foreach noun in array array['project_calendars', 'tasks', 'task_links', 'task_assignments', 'plan_resources',
    'plan_assignments'] loop
    execute format('create trigger plan_is_noted_on_insert after insert on public.%I
      referencing new table as changed for each statement execute function app.note_plan_rows()', noun);
    execute format('create trigger plan_is_noted_on_update after update on public.%I
      referencing new table as changed for each statement execute function app.note_plan_rows()', noun);
    execute format('create trigger plan_is_noted_on_delete after delete on public.%I
      referencing old table as changed for each statement execute function app.note_plan_rows()', noun);
  end loop;
end $$;
create trigger plan_is_noted after update on public.projects for each row
  when ((old.starts_local, old.finishes_local, old.status_local, old.minutes_per_day, old.minutes_per_week,
    old.days_per_month, old.critical_float_minutes, old.calendar_uid, old.plan_carried)
    is distinct from (new.starts_local, new.finishes_local, new.status_local, new.minutes_per_day,
    new.minutes_per_week, new.days_per_month, new.critical_float_minutes, new.calendar_uid, new.plan_carried))
  execute function app.note_plan_settings();

create trigger never_changed before update or delete on public.plan_edits
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.plan_edits
  for each statement execute function app.refuse_change();
