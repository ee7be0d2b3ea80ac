-- An expense costs what its net is worth in the contract's currency on the day it was spent. Its author changes it
-- until it is handed in, nobody once it is approved.

create function app.keep_expense() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  me constant uuid := app.staff_id();
  contract_currency text;
begin
  -- A reversal takes back what another one cost: it comes with the other's price.
  if new.reverses is not null then return new; end if;
  if tg_op = 'UPDATE' then
    if old.approved_at is not null then
      raise exception 'what is approved of an expense stays as it is'
        using errcode = '23514', constraint = 'expense_is_approved';
    end if;
    if row(new.project_id, new.task_id, new.staff_id, new.category, new.description, new.spent_on, new.currency,
        new.gross_minor, new.tax_minor, new.is_billable, new.receipt_sha256, new.receipt_name, new.over_limit_reason)
      is distinct from row(old.project_id, old.task_id, old.staff_id, old.category, old.description, old.spent_on,
        old.currency, old.gross_minor, old.tax_minor, old.is_billable, old.receipt_sha256, old.receipt_name,
        old.over_limit_reason) then
      if old.submitted_at is not null then
        raise exception 'an expense that was handed in is not changed'
          using errcode = '23514', constraint = 'expense_is_submitted';
      end if;
      if me is not null and me <> old.staff_id then
        raise exception 'an expense is changed by its author' using errcode = '42501';
      end if;
    end if;
  end if;
  if new.approved_by = new.staff_id and new.corrects is null then
    raise exception 'nobody approves an own expense' using errcode = '23514', constraint = 'expense_four_eyes';
  end if;
  select c.currency into contract_currency from public.contracts c where c.project_id = new.project_id;
  new.exchange_rate := app.exchange_rate_on(new.currency, contract_currency, new.spent_on);
  new.cost_minor := round(
    app.in_currency(new.gross_minor - new.tax_minor, new.currency, contract_currency, new.exchange_rate));
  return new;
end $$;
alter function app.keep_expense() owner to rule_keeper;
create trigger kept_expense before insert or update on public.expenses
  for each row execute function app.keep_expense();

create function app.keep_submitted_expense() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if old.submitted_at is not null then
    raise exception 'an expense that was handed in is not removed'
      using errcode = '23514', constraint = 'expense_is_submitted';
  end if;
  return old;
end $$;
alter function app.keep_submitted_expense() owner to rule_keeper;
create trigger kept_submitted_expense before delete on public.expenses
  for each row execute function app.keep_submitted_expense();

-- A rate that comes late prices what waits for it, from its first day on.
create function app.price_waiting_expenses() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.expenses set exchange_rate = null
    where approved_at is null and reverses is null and currency in (new.from_currency, new.to_currency)
      and spent_on >= new.from_on;
  return null;
end $$;
alter function app.price_waiting_expenses() owner to rule_keeper;
grant update (exchange_rate) on public.expenses to rule_keeper;
create policy rates_price_waiting_expenses on public.expenses for update to rule_keeper
  using (approved_at is null) with check (approved_at is null);
create trigger waiting_expenses after insert or update on public.exchange_rates
  for each row execute function app.price_waiting_expenses();
