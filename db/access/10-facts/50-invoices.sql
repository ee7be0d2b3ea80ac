-- The database itself refuses to bill what was not accepted, and to record more money than is open.

create function app.check_invoice_line() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare milestone record;
begin
  -- Two who bill the same milestone at once wait for each other here; the second sees what the first billed.
  perform pg_advisory_xact_lock(hashtextextended('bill ' || new.billing_milestone_id, 0));
  select s.released_minor, s.billed_minor into milestone from app.billing_milestone_states s
    where s.billing_milestone_id = new.billing_milestone_id;
  if milestone.released_minor = 0 then
    raise exception 'a deliverable that releases this billing milestone is not accepted'
      using errcode = '23514', constraint = 'billing_milestone_is_billable';
  end if;
  if milestone.released_minor = milestone.billed_minor then
    raise exception 'what is released of this billing milestone is billed already'
      using errcode = '23505', constraint = 'invoice_lines_once';
  end if;
  if milestone.released_minor - milestone.billed_minor <> new.amount_minor then
    raise exception 'what is released of a billing milestone is billed whole'
      using errcode = '23514', constraint = 'invoice_line_is_the_milestone';
  end if;
  return new;
end $$;
alter function app.check_invoice_line() owner to rule_keeper;
create trigger only_what_is_billable before insert on public.invoice_lines
  for each row execute function app.check_invoice_line();

create function app.check_invoice_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare lines numeric;
begin
  select coalesce(sum(amount_minor), 0) into lines from public.invoice_lines where invoice_id = new.id;
  if lines <> new.net_minor then
    raise exception 'the lines sum to % and the invoice is over %', lines, new.net_minor
      using errcode = '23514', constraint = 'invoice_lines_sum_to_net';
  end if;
  return null;
end $$;
alter function app.check_invoice_sum() owner to rule_keeper;
create constraint trigger lines_sum_to_net after insert on public.invoices
  deferrable initially deferred for each row execute function app.check_invoice_sum();

create function app.check_payment() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gross bigint;
  paid numeric;
begin
  -- Two payments at once wait for each other here.
  perform pg_advisory_xact_lock(hashtextextended(new.invoice_id::text, 0));
  select gross_minor into gross from public.invoices where id = new.invoice_id;
  select coalesce(sum(amount_minor), 0) into paid from public.invoice_payments where invoice_id = new.invoice_id;
  if paid + new.amount_minor > gross then
    raise exception 'only % of the invoice is open', gross - paid
      using errcode = '23514', constraint = 'payment_within_open_amount';
  end if;
  return new;
end $$;
alter function app.check_payment() owner to rule_keeper;
create trigger within_open_amount before insert on public.invoice_payments
  for each row execute function app.check_payment();
