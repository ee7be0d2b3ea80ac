-- Approved hours of lines that are billed by the hour wait here until an invoice names them; a credit note brings them
-- back. Kept by triggers, so that the billing queue never walks over every hour that was ever worked.

grant insert, update, delete on public.unbilled_time to rule_keeper;
create policy rules_keep_unbilled on public.unbilled_time for all to rule_keeper using (true) with check (true);

create function app.is_billed(source text, entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(sum(case when i.kind = 'invoice' then 1 else -1 end), 0) > 0
  from (
    -- Each with its own index: one condition for all three would walk over every entry that was ever billed.
    select invoice_line_id from public.invoice_line_entries where source = 'time' and time_entry_id = entry
    union all
    select invoice_line_id from public.invoice_line_entries where source = 'expense' and expense_id = entry
    union all
    select invoice_line_id from public.invoice_line_entries where source = 'vendor' and vendor_invoice_id = entry
  ) e
  join public.invoice_lines l on l.id = e.invoice_line_id
  join public.invoices i on i.id = l.invoice_id
$$;
alter function app.is_billed(text, uuid) owner to rule_keeper;

create function app.keep_unbilled_time(entry uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from public.unbilled_time where time_entry_id = entry;
  insert into public.unbilled_time (time_entry_id, project_id, contract_line_id, month_on, minutes, bill_minor)
    select t.id, t.project_id, t.contract_line_id, date_trunc('month', t.booked_on)::date, t.minutes, t.bill_minor
    from public.time_entries t join public.contract_lines l on l.id = t.contract_line_id
    where t.id = entry and t.approved_at is not null and t.kind in ('billable', 'overtime')
      and l.kind in ('time-and-material', 'capped') and not app.is_billed('time', t.id)
$$;
alter function app.keep_unbilled_time(uuid) owner to rule_keeper;

create function app.time_waits_to_be_billed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.keep_unbilled_time(new.id);
  return null;
end $$;
alter function app.time_waits_to_be_billed() owner to rule_keeper;
create trigger waits_to_be_billed_at_once after insert on public.time_entries
  for each row when (new.approved_at is not null) execute function app.time_waits_to_be_billed();
create trigger waits_to_be_billed after update on public.time_entries for each row
  when ((old.approved_at, old.kind, old.contract_line_id, old.minutes, old.bill_minor, old.booked_on)
    is distinct from (new.approved_at, new.kind, new.contract_line_id, new.minutes, new.bill_minor, new.booked_on))
  execute function app.time_waits_to_be_billed();
