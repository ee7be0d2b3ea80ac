-- A reversal takes back the whole of what stands in a closed month, at what it cost then. Hours are taken back whole by
-- the trigger that prices them.

create function app.check_reversed_expense() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare taken_back public.expenses;
begin
  select * into taken_back from public.expenses where id = new.reverses;
  if (new.gross_minor, new.tax_minor, new.cost_minor, new.currency, new.exchange_rate) is distinct from
      (-taken_back.gross_minor, -taken_back.tax_minor, -taken_back.cost_minor, taken_back.currency, taken_back.exchange_rate) then
    raise exception 'an expense is taken back whole' using errcode = '23514', constraint = 'expense_taken_back_whole';
  end if;
  return new;
end $$;
alter function app.check_reversed_expense() owner to rule_keeper;
create trigger taken_back_whole before insert on public.expenses
  for each row when (new.reverses is not null) execute function app.check_reversed_expense();

-- What stands in an open month is changed there.
create function app.check_correction() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare booked date;
begin
  execute format('select booked_on from public.%I where id = $1', tg_table_name) into booked
    using coalesce(new.reverses, new.corrects);
  if booked > coalesce(app.last_closed_day(), '-infinity') then
    raise exception 'only what a closed month holds is corrected by another entry'
      using errcode = '23514', constraint = 'corrects_closed_month';
  end if;
  return new;
end $$;
alter function app.check_correction() owner to rule_keeper;
create trigger corrects_closed_month before insert on public.time_entries
  for each row when (new.reverses is not null or new.corrects is not null) execute function app.check_correction();
create trigger corrects_closed_month before insert on public.expenses
  for each row when (new.reverses is not null or new.corrects is not null) execute function app.check_correction();
