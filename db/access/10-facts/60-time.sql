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
create trigger within_a_day before insert or update on public.time_entries
  for each row execute function app.check_time_entry();
