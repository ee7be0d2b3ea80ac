-- What somebody has on a day, and that nobody is promised beyond it unless somebody says why. Public holidays are kept
-- by the country's calendar outside the database, which therefore counts them as working days: it may ask for a reason
-- that is not needed, and never misses one that is.

create function app.working_minutes(of_staff uuid, on_day date) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(s.day_minutes[extract(isodow from on_day)::int],
    case when extract(isodow from on_day) <= 5 then round(s.weekly_minutes / 5.0)::int else 0 end)
  from public.staff s where s.id = of_staff
$$;
create function app.minutes_there(of_staff uuid, on_day date) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select case when not exists (
      select from public.leaves l where l.staff_id = of_staff and on_day between l.from_on and l.to_on
        and l.verdict = 'approved' and l.withdrawn_at is null) then app.working_minutes(of_staff, on_day)
    when exists (
      select from public.leaves l where l.staff_id = of_staff and on_day between l.from_on and l.to_on
        and l.verdict = 'approved' and l.withdrawn_at is null and not l.is_half_day) then 0
    else app.working_minutes(of_staff, on_day) / 2 end
$$;

-- Two bookings at once wait for each other, also those of projects that the other does not see.
create function app.check_hard_booking() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare over_on date;
begin
  if new.staff_id is null or new.firmness <> 'hard' then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('booking ' || new.staff_id::text, 0));
  if new.over_reason <> '' then return new; end if;
  select d::date into over_on from generate_series(new.from_on::timestamp, new.to_on, interval '1 day') d
    where app.working_minutes(new.staff_id, d::date) > 0 and (
      select coalesce(sum(case when b.day_minutes is not null then b.day_minutes
        else round(app.minutes_there(new.staff_id, d::date) * b.share_percent / 100.0) end), 0)
      from public.bookings b where b.staff_id = new.staff_id and b.firmness = 'hard'
        and d::date between b.from_on and b.to_on) > app.minutes_there(new.staff_id, d::date)
    order by d limit 1;
  if over_on is not null then
    raise exception 'booked above what there is on %', over_on
      using errcode = '23514', constraint = 'bookings_within_capacity';
  end if;
  return new;
end $$;
create trigger within_capacity after insert or update on public.bookings
  for each row execute function app.check_hard_booking();

-- A day is asked for once. What was asked for stays as it was; the answer is given once, by whoever gives it.
create function app.check_leave() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    if (new.staff_id, new.kind, new.from_on, new.to_on, new.is_half_day, new.note, new.asked_at)
        is distinct from (old.staff_id, old.kind, old.from_on, old.to_on, old.is_half_day, old.note, old.asked_at)
      or old.withdrawn_at is not null
      or old.verdict is not null and (new.verdict, new.reason, new.decided_by, new.decided_at)
        is distinct from (old.verdict, old.reason, old.decided_by, old.decided_at)
      or new.verdict is distinct from old.verdict and new.decided_by is distinct from app.staff_id()
      or new.withdrawn_at is not null and new.staff_id is distinct from app.staff_id() then
      raise exception 'leave is answered once' using errcode = '23514', constraint = 'leaves_answered_once';
    end if;
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('leave ' || new.staff_id::text, 0));
  if exists (select from public.leaves l where l.staff_id = new.staff_id and l.id <> new.id
      and l.withdrawn_at is null and l.verdict is distinct from 'refused'
      and l.from_on <= new.to_on and l.to_on >= new.from_on) then
    raise exception 'away already' using errcode = '23514', constraint = 'leaves_do_not_overlap';
  end if;
  return new;
end $$;
create trigger asked_once before insert or update on public.leaves for each row execute function app.check_leave();

-- A line of managers never runs in a circle.
create function app.check_line_manager() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.line_manager_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('line managers', 0));
  if exists (
    with recursive above as (
      select new.line_manager_id as id
      union select s.line_manager_id from public.staff s join above a on s.id = a.id where s.line_manager_id is not null)
    select from above where id = new.id) then
    raise exception 'a circle of managers' using errcode = '23514', constraint = 'staff_line_managers_in_a_circle';
  end if;
  return new;
end $$;
create trigger above_somebody after insert or update of line_manager_id on public.staff
  for each row execute function app.check_line_manager();

alter function app.working_minutes(uuid, date) owner to rule_keeper;
alter function app.minutes_there(uuid, date) owner to rule_keeper;
alter function app.check_hard_booking() owner to rule_keeper;
alter function app.check_leave() owner to rule_keeper;
alter function app.check_line_manager() owner to rule_keeper;
