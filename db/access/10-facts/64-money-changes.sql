-- Every change of money: who, when, what it was and what it became; of a change only what differs. Nobody writes it but
-- this trigger, and rule_keeper, who runs it, cannot read it: rates stand in it.

create function app.record_money_change() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was jsonb;
  is_now jsonb;
  row_id text;
  project text;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  if tg_op = 'UPDATE' and was = is_now then return null; end if;
  row_id := (select string_agg(coalesce(is_now, was) ->> k, ' ' order by o) from unnest(tg_argv[0:]) with ordinality a (k, o));
  project := coalesce(is_now, was) ->> 'project_id';
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into was from jsonb_each(was) where is_now -> key is distinct from value;
    select jsonb_object_agg(key, is_now -> key) into is_now from jsonb_object_keys(was) key;
  end if;
  insert into public.money_changes (noun, row_id, project_id, act, before, after, changed_by, changed_at)
  values (tg_table_name, row_id, project::uuid, lower(tg_op), was, is_now, app.staff_id(), clock_timestamp());
  return null;
end $$;
alter function app.record_money_change() owner to rule_keeper;
grant insert on public.money_changes to rule_keeper;
create policy changes_are_recorded on public.money_changes for insert to rule_keeper with check (true);

do $$
declare noun text[];
begin
  -- Table and what names a row of it.
  foreach noun slice 1 in array array[
    ['cost_rates', 'id'], ['bill_rates', 'id'], ['exchange_rates', 'id'],
    ['time_entries', 'id'], ['expenses', 'id'], ['expense_policies', 'category'],
    ['purchase_orders', 'id'], ['purchase_order_lines', 'id'], ['purchase_receipts', 'id'], ['vendor_invoices', 'id'],
    ['budgets', 'id'], ['budget_lines', 'id'], ['budget_reviews', 'id'], ['budget_transfers', 'id'],
    ['budget_transfer_answers', 'budget_transfer_id'], ['risks', 'id'], ['completion_estimates', 'id'],
    ['contracts', 'project_id'], ['contract_lines', 'id'], ['change_requests', 'id'], ['change_decisions', 'id'],
    ['customer_orders', 'id'], ['billing_milestones', 'id'],
    ['invoices', 'id'], ['invoice_lines', 'id'], ['invoice_drafts', 'id'], ['invoice_payments', 'id'],
    ['invoice_write_offs', 'id'], ['month_closings', 'id'], ['provider', 'is_only']] loop
    continue when to_regclass('public.' || noun[1]) is null;
    execute format('create trigger money_change after insert or update or delete on public.%I
      for each row execute function app.record_money_change(%L)', noun[1], noun[2]);
  end loop;
end $$;
create trigger never_changed before update or delete on public.money_changes
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.money_changes
  for each statement execute function app.refuse_change();
