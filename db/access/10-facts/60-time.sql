-- A day has 24 hours, over all projects: also those that whoever logs does not see, and for two entries at once.

create function app.check_time_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare logged bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.staff_id::text || ' ' || new.worked_on::text, 0));
  select coalesce(sum(minutes), 0) into logged from public.time_entries
    where staff_id = new.staff_id and worked_on = new.worked_on and id <> new.id;
  if logged + new.minutes > 24 * 60 then
    raise exception 'a day has 24 hours' using errcode = '23514', constraint = 'time_within_a_day';
  end if;
  return new;
end $$;
alter function app.check_time_entry() owner to rule_keeper;
create trigger within_a_day before insert or update of staff_id, worked_on, minutes on public.time_entries
  for each row execute function app.check_time_entry();

-- What was handed in stays as it was until its author takes it back or an approver sends it back, and what an invoice
-- has billed stays approved. Its price is said beside, and so is that of a closed month.
create function app.keep_time_as_handed_in() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.submitted_at is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    raise exception 'time handed in is not removed' using errcode = '23514', constraint = 'time_is_open'; end if;
  if new.submitted_at is not null and (new.project_id, new.task_id, new.staff_id, new.job_role, new.worked_on,
      new.booked_on, new.minutes, new.kind, new.note, new.reverses, new.corrects) is distinct from
      (old.project_id, old.task_id, old.staff_id, old.job_role, old.worked_on,
      old.booked_on, old.minutes, old.kind, old.note, old.reverses, old.corrects)
    or old.approved_at is not null and new.approved_at is not null
      and new.contract_line_id is distinct from old.contract_line_id then
    raise exception 'time handed in is not changed' using errcode = '23514', constraint = 'time_is_open'; end if;
  if old.approved_at is not null and new.approved_at is null and app.is_billed('time', old.id) then
    raise exception 'time billed stays approved' using errcode = '23514', constraint = 'time_is_not_billed'; end if;
  return new;
end $$;
alter function app.keep_time_as_handed_in() owner to rule_keeper;
create trigger as_handed_in before update or delete on public.time_entries
  for each row execute function app.keep_time_as_handed_in();
