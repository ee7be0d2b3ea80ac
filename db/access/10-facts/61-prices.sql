-- What an hour costs and is billed at is found here and nowhere else: at the rates of its day, again whenever a rate
-- changes, and never again once the hour is approved. price_keeper sees rates that nobody who logs time may see; it
-- cannot log in and nobody becomes it.

grant usage on schema public, app to price_keeper;
grant select (project_id, currency) on public.contracts to price_keeper;
grant select (id, project_id, kind) on public.contract_lines to price_keeper;
grant select on public.cost_rates, public.bill_rates, public.exchange_rates, public.task_lines to price_keeper;
grant select on public.time_entries to price_keeper;
-- Setting a row's job role to what it is has the trigger price the row anew.
grant update (job_role, contract_line_id) on public.time_entries to price_keeper;
do $$
declare noun text;
begin
  foreach noun in array array['contracts', 'contract_lines', 'cost_rates', 'bill_rates', 'exchange_rates',
    'task_lines', 'time_entries'] loop
    execute format('create policy prices_read on public.%I for select to price_keeper using (true)', noun);
  end loop;
end $$;
create policy prices_are_kept on public.time_entries for update to price_keeper using (true) with check (true);

-- Digits after a currency's decimal point, as minorDigits() of the domain knows them: a test compares.
create function app.minor_digits(currency text) returns integer
language sql immutable set search_path = pg_catalog as $$
  select case
    when currency = any (array['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV',
      'XAF', 'XOF', 'XPF']) then 0
    when currency = any (array['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']) then 3
    else 2 end
$$;

-- What one of a currency is worth in another on a day; where only the opposite was recorded, its inverse. Null where
-- nobody recorded either: nothing is guessed.
create function app.exchange_rate_on(from_code text, to_code text, on_day date) returns numeric
language sql stable security definer set search_path = pg_catalog as $$
  select case when from_code = to_code then 1 else coalesce(
    (select rate from public.exchange_rates
      where from_currency = from_code and to_currency = to_code and from_on <= on_day order by from_on desc limit 1),
    (select round(1 / rate, 8) from public.exchange_rates
      where from_currency = to_code and to_currency = from_code and from_on <= on_day order by from_on desc limit 1))
  end
$$;
alter function app.exchange_rate_on(text, text, date) owner to price_keeper;

-- An amount in another currency's minor units, unrounded: whoever stores it rounds once, half away from zero.
create function app.in_currency(minor numeric, from_code text, to_code text, rate numeric) returns numeric
language sql immutable set search_path = pg_catalog as $$
  select minor * rate * power(10::numeric, app.minor_digits(to_code) - app.minor_digits(from_code))
$$;
grant execute on function app.minor_digits(text), app.in_currency(numeric, text, text, numeric) to price_keeper,
  rule_keeper;
grant execute on function app.exchange_rate_on(text, text, date) to rule_keeper;

create function app.price_time_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  contract_currency text;
  cost record;
  bill record;
  taken_back public.time_entries;
begin
  if new.reverses is not null then
    select * into taken_back from public.time_entries where id = new.reverses;
    if new.minutes <> -taken_back.minutes then
      raise exception 'an entry is taken back whole' using errcode = '23514', constraint = 'time_taken_back_whole'; end if;
    new.contract_line_id := taken_back.contract_line_id;
    new.cost_hour_minor := taken_back.cost_hour_minor;
    new.cost_currency := taken_back.cost_currency;
    new.exchange_rate := taken_back.exchange_rate;
    new.cost_minor := -taken_back.cost_minor;
    new.bill_hour_minor := taken_back.bill_hour_minor;
    new.bill_minor := -taken_back.bill_minor;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.approved_at is not null then
    new.cost_hour_minor := old.cost_hour_minor;
    new.cost_currency := old.cost_currency;
    new.exchange_rate := old.exchange_rate;
    new.cost_minor := old.cost_minor;
    new.bill_hour_minor := old.bill_hour_minor;
    new.bill_minor := old.bill_minor;
    if new.approved_at is not null then return new; end if;
  end if;

  select currency into contract_currency from public.contracts where project_id = new.project_id;
  -- The line that the manager named for the task; where there is but one line and it is billed by the hour, that one.
  new.contract_line_id := coalesce(
    (select contract_line_id from public.task_lines where task_id = new.task_id and project_id = new.project_id),
    new.contract_line_id,
    (select min(id::text)::uuid from public.contract_lines where project_id = new.project_id
      having count(*) = 1 and min(kind) in ('time-and-material', 'capped', 'retainer')));

  -- The person's rate before the role's; of several currencies the contract's own, else one that has a rate of exchange.
  select r.currency, case when new.kind = 'overtime' then coalesce(r.overtime_hour_minor, r.hour_minor)
      else r.hour_minor end as hour_minor, app.exchange_rate_on(r.currency, contract_currency, new.worked_on) as rate
    into cost
    from public.cost_rates r
    where (r.staff_id = new.staff_id or r.staff_id is null and r.job_role = new.job_role)
      and r.from_on <= new.worked_on and (r.to_on is null or r.to_on >= new.worked_on)
    order by r.staff_id is null, 3 is null, r.currency <> contract_currency, r.currency limit 1;
  if cost.rate is null then
    new.cost_hour_minor := null;
    new.cost_currency := null;
    new.exchange_rate := null;
    new.cost_minor := null;
  else
    new.cost_hour_minor := cost.hour_minor;
    new.cost_currency := cost.currency;
    new.exchange_rate := cost.rate;
    -- Rounded once, half away from zero.
    new.cost_minor := round(
      app.in_currency(new.minutes::numeric * cost.hour_minor, cost.currency, contract_currency, cost.rate) / 60);
  end if;

  if new.kind in ('non-billable', 'mentoring') or exists (
    select from public.contract_lines where id = new.contract_line_id and kind = 'non-billable') then
    new.bill_hour_minor := null;
    new.bill_minor := 0;
  else
    select case when new.kind = 'overtime' then coalesce(b.overtime_hour_minor, b.hour_minor)
        else b.hour_minor end as hour_minor
      into bill
      from public.bill_rates b
      where b.project_id = new.project_id and b.job_role = new.job_role
        and b.from_on <= new.worked_on and (b.to_on is null or b.to_on >= new.worked_on);
    new.bill_hour_minor := bill.hour_minor;
    new.bill_minor := round(new.minutes::numeric * bill.hour_minor / 60);
  end if;
  return new;
end $$;
alter function app.price_time_entry() owner to price_keeper;
create trigger priced before insert or update on public.time_entries
  for each row execute function app.price_time_entry();

-- Unapproved hours of open months take a new price.
create function app.price_anew(noun text, changed jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.time_entries t set job_role = t.job_role,
    contract_line_id = case when noun <> 'task_lines' then t.contract_line_id end
  where t.approved_at is null and t.reverses is null
    and t.worked_on >= coalesce((changed ->> 'from_on')::date, '-infinity')
    and t.worked_on <= coalesce((changed ->> 'to_on')::date, 'infinity')
    and case noun
      when 'cost_rates' then t.staff_id = (changed ->> 'staff_id')::uuid
        or changed ->> 'staff_id' is null and t.job_role = changed ->> 'job_role'
      when 'bill_rates' then t.project_id = (changed ->> 'project_id')::uuid and t.job_role = changed ->> 'job_role'
      when 'exchange_rates' then t.project_id in (
        select project_id from public.contracts where currency in (changed ->> 'from_currency', changed ->> 'to_currency'))
      when 'task_lines' then t.task_id = (changed ->> 'task_id')::uuid
      else t.project_id = (changed ->> 'project_id')::uuid end
    and t.booked_on > coalesce(app.last_closed_day(), '-infinity'::date);
end $$;
alter function app.price_anew(text, jsonb) owner to price_keeper;

create function app.price_time_anew() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then perform app.price_anew(tg_table_name, to_jsonb(old)); end if;
  if tg_op <> 'DELETE' then perform app.price_anew(tg_table_name, to_jsonb(new)); end if;
  return null;
end $$;
alter function app.price_time_anew() owner to price_keeper;
create trigger prices_follow after insert or update or delete on public.cost_rates
  for each row execute function app.price_time_anew();
create trigger prices_follow after insert or update or delete on public.bill_rates
  for each row execute function app.price_time_anew();
create trigger prices_follow after insert or update or delete on public.exchange_rates
  for each row execute function app.price_time_anew();
create trigger prices_follow after insert or update of currency on public.contracts
  for each row execute function app.price_time_anew();
create trigger prices_follow after insert or update of kind on public.contract_lines
  for each row execute function app.price_time_anew();
create trigger prices_follow after insert or update or delete on public.task_lines
  for each row execute function app.price_time_anew();
