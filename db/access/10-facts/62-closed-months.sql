-- A month that finance closed stands: nothing is booked in it, changed in it or taken out of it. Months are closed one
-- after the other, and whatever lies before the first closed one is closed with it.

-- Null where no month is closed.
create function app.last_closed_day() returns date
language sql stable security definer set search_path = pg_catalog as $$
  select (max(c.month_on) + interval '1 month' - interval '1 day')::date from public.closed_months c
$$;
alter function app.last_closed_day() owner to rule_keeper;

create function app.month_key(day date) returns integer language sql immutable set search_path = pg_catalog as $$
  select extract(year from day)::integer * 12 + extract(month from day)::integer
$$;

-- Whoever books in a month holds it open until commit, together with all others who do; whoever closes it waits for
-- them, and they for him. Before the first closing it may be any month, so one key stands for all.
create function app.must_be_open(day date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  seen date;
  last date;
begin
  if day is null then return; end if;
  last := app.last_closed_day();
  loop
    if day <= last then
      raise exception 'the month of % is closed', day using errcode = '23514', constraint = 'month_is_open';
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('month'), case when last is null then 0 else app.month_key(day) end);
    -- Read anew: it may have been closed while we waited.
    seen := last;
    last := app.last_closed_day();
    exit when last is not distinct from seen;
  end loop;
end $$;
alter function app.must_be_open(date) owner to rule_keeper;

-- Called by whoever closes or opens a month, before anything is read for it. Gives the last closed day.
create function app.hold_month(month date) returns date
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.staff_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtext('month'), 0);
  perform pg_advisory_xact_lock(hashtext('month'), app.month_key(month));
  return app.last_closed_day();
end $$;
alter function app.hold_month(date) owner to rule_keeper;

-- The first argument is the column of the day that counts; the others may change after the month is closed, and where
-- they are days themselves, only into an open month.
create function app.only_in_open_months() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was jsonb;
  is_now jsonb;
  later text;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  if tg_op = 'UPDATE' and tg_nargs > 1 and was - tg_argv[1:] = is_now - tg_argv[1:] then
    foreach later in array tg_argv[1:] loop
      continue when later !~ '_on$' or was -> later = is_now -> later;
      perform app.must_be_open((was ->> later)::date);
      perform app.must_be_open((is_now ->> later)::date);
    end loop;
    return new;
  end if;
  perform app.must_be_open((was ->> tg_argv[0])::date);
  perform app.must_be_open((is_now ->> tg_argv[0])::date);
  return case tg_op when 'DELETE' then old else new end;
end $$;
alter function app.only_in_open_months() owner to rule_keeper;

create trigger month_is_open before insert or update or delete on public.time_entries
  for each row execute function app.only_in_open_months('booked_on');
create trigger month_is_open before insert or update or delete on public.expenses
  for each row execute function app.only_in_open_months('booked_on');
create trigger month_is_open before insert or update or delete on public.vendor_invoices
  for each row execute function app.only_in_open_months('invoiced_on', 'paid_on');
create trigger month_is_open before insert or update or delete on public.purchase_receipts
  for each row execute function app.only_in_open_months('received_on');
create trigger month_is_open before insert on public.invoices
  for each row execute function app.only_in_open_months('issued_on');
create trigger month_is_open before insert on public.invoice_payments
  for each row execute function app.only_in_open_months('received_on');
create trigger month_is_open before insert on public.invoice_write_offs
  for each row execute function app.only_in_open_months('written_off_on');
create trigger month_is_open before insert or update or delete on public.exchange_rates
  for each row execute function app.only_in_open_months('from_on');

-- What an hour costs or is billed at in closed months stands: a rate may end, and begin, in an open one.
create function app.rates_stand_in_closed_months() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  closed daterange := daterange(null, app.last_closed_day(), '[]');
  was daterange := 'empty';
  is_now daterange := 'empty';
begin
  if app.last_closed_day() is null then closed := 'empty'; end if;
  if tg_op <> 'INSERT' then was := daterange(old.from_on, old.to_on, '[]') * closed; end if;
  if tg_op <> 'DELETE' then is_now := daterange(new.from_on, new.to_on, '[]') * closed; end if;
  if was <> is_now or tg_op = 'UPDATE' and not isempty(was)
      and to_jsonb(old) - '{from_on,to_on}'::text[] <> to_jsonb(new) - '{from_on,to_on}'::text[] then
    raise exception 'a rate of a closed month stands' using errcode = '23514', constraint = 'month_is_open';
  end if;
  perform app.must_be_open(coalesce(upper(closed), case when tg_op = 'DELETE' then old.from_on else new.from_on end));
  return case tg_op when 'DELETE' then old else new end;
end $$;
alter function app.rates_stand_in_closed_months() owner to rule_keeper;
create trigger month_is_open before insert or update or delete on public.cost_rates
  for each row execute function app.rates_stand_in_closed_months();
create trigger month_is_open before insert or update or delete on public.bill_rates
  for each row execute function app.rates_stand_in_closed_months();

-- In order: the month after the last closed one is closed next, and the last closed one is opened first.
create function app.months_in_order() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare last date := (select max(c.month_on) from public.closed_months c);
begin
  if new.act = 'closed' then
    if new.month_on <> last + interval '1 month' then
      raise exception 'the month after % is closed next', last
        using errcode = '23514', constraint = 'months_close_in_order';
    end if;
    insert into public.closed_months (month_on, closing_id, closed_at) values (new.month_on, new.id, new.done_at);
  else
    if new.month_on is distinct from last then
      raise exception 'the month of % is opened first', last
        using errcode = '23514', constraint = 'months_reopen_in_order';
    end if;
    delete from public.closed_months c where c.month_on = new.month_on;
  end if;
  return null;
end $$;
alter function app.months_in_order() owner to rule_keeper;
create trigger in_order after insert on public.month_closings
  for each row execute function app.months_in_order();
grant insert, delete on public.closed_months to rule_keeper;
create policy closings_keep_closed_months on public.closed_months for all to rule_keeper using (true) with check (true);

do $$
declare
  noun text;
  signature text;
begin
  foreach noun in array array['month_closings', 'month_reports', 'month_reopenings', 'revenue_recognitions',
    'journal_entries'] loop
    execute format('create trigger never_changed before update or delete on public.%I
      for each row execute function app.refuse_change()', noun);
    execute format('create trigger never_emptied before truncate on public.%I
      for each statement execute function app.refuse_change()', noun);
  end loop;
  foreach signature in array array['last_closed_day()', 'month_key(date)', 'must_be_open(date)', 'hold_month(date)'] loop
    execute format('revoke execute on function app.%s from public', signature);
  end loop;
end $$;
grant execute on function app.month_key(date), app.last_closed_day(), app.must_be_open(date) to rule_keeper;
grant execute on function app.last_closed_day() to price_keeper;
