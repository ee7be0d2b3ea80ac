-- The database itself refuses to bill what was not accepted, approved or agreed, and what was billed before; to credit
-- more than was billed; and to record more money than is open. Each refusal has a name that operations know.

create function app.refuse_invoice(rule text, why text) returns void language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '%', why using errcode = case when rule like '%\_once' then '23505' else '23514' end, constraint = rule;
end $$;
alter function app.refuse_invoice(text, text) owner to rule_keeper;

-- A retainer's period by its first day, with what it comes to: the line's value spread evenly to the last minor unit.
create function app.retainer_periods(line uuid)
returns table (from_on date, to_on date, amount_minor bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with periods as (
    select (l.starts_on + make_interval(months => n * l.period_months))::date as from_on,
      least(l.ends_on, (l.starts_on + make_interval(months => (n + 1) * l.period_months))::date - 1) as to_on,
      n, count(*) over () as many
    from public.contract_lines l,
      generate_series(0, 1200) n
    where l.id = line and l.kind = 'retainer' and n * l.period_months <= 1200
      and l.starts_on + make_interval(months => n * l.period_months) <= l.ends_on
  )
  select from_on, to_on, (trunc(v.minor * (n + 1) / many) - trunc(v.minor * n / many))::bigint
  from periods, (select v.current_minor::numeric as minor from app.contract_line_values v where v.contract_line_id = line) v
$$;
alter function app.retainer_periods(uuid) owner to rule_keeper;

create function app.check_milestone_line(line public.invoice_lines) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare milestone record;
begin
  -- Two who bill the same milestone at once wait for each other here; the second sees what the first billed.
  perform pg_advisory_xact_lock(hashtextextended('bill ' || line.billing_milestone_id, 0));
  select s.released_minor, s.billed_minor into milestone from app.billing_milestone_states s
    where s.billing_milestone_id = line.billing_milestone_id;
  if milestone.released_minor = 0 then
    perform app.refuse_invoice('billing_milestone_is_billable', 'what releases this billing milestone has not happened');
  end if;
  if milestone.released_minor <= milestone.billed_minor then
    perform app.refuse_invoice('invoice_lines_once', 'what is released of this billing milestone is billed already');
  end if;
  if milestone.released_minor - milestone.billed_minor <> line.amount_minor then
    perform app.refuse_invoice('invoice_line_is_the_milestone', 'what is released of a billing milestone is billed whole');
  end if;
end $$;
alter function app.check_milestone_line(public.invoice_lines) owner to rule_keeper;

create function app.check_retainer_line(line public.invoice_lines) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare period record;
begin
  perform pg_advisory_xact_lock(hashtextextended('bill ' || line.contract_line_id || line.period_on, 0));
  select p.*, i.issued_on into period from app.retainer_periods(line.contract_line_id) p, public.invoices i
    where p.from_on = line.period_on and i.id = line.invoice_id;
  if not found or period.to_on > period.issued_on then
    perform app.refuse_invoice('retainer_period_has_ended', 'this is no period of the retainer that has ended');
  end if;
  if (select coalesce(sum(l.amount_minor), 0) from public.invoice_lines l where l.source = 'retainer'
      and l.contract_line_id = line.contract_line_id and l.period_on = line.period_on) > 0 then
    perform app.refuse_invoice('retainer_period_once', 'this period of the retainer is billed already');
  end if;
  if period.amount_minor <> line.amount_minor then
    perform app.refuse_invoice('invoice_line_is_the_period', 'a period of a retainer is billed whole');
  end if;
end $$;
alter function app.check_retainer_line(public.invoice_lines) owner to rule_keeper;

-- Of a deposit at most what was invoiced of it is set off, over all invoices.
create function app.check_set_off(line public.invoice_lines) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare remaining numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended('set off ' || line.billing_milestone_id, 0));
  select coalesce(sum(l.amount_minor), 0) into remaining
    from public.invoice_lines l join public.billing_milestones m on m.id = l.billing_milestone_id
    where l.billing_milestone_id = line.billing_milestone_id and m.trigger = 'deposit';
  if line.amount_minor >= 0 or remaining + line.amount_minor < 0 then
    perform app.refuse_invoice('set_off_within_deposit', format('only %s of the deposit is left', remaining));
  end if;
end $$;
alter function app.check_set_off(public.invoice_lines) owner to rule_keeper;

-- A credit note's line takes back one line of the invoice that it refers to, whole or in part, and never more.
create function app.check_credit_line(line public.invoice_lines) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  billed public.invoice_lines;
  credited numeric;
begin
  select l.* into billed from public.invoice_lines l join public.invoices c on c.refers_to = l.invoice_id
    where c.id = line.invoice_id and l.id = line.credits_line_id;
  if not found or (billed.source, billed.tax_category, billed.tax_basis_points) is distinct from
      (line.source, line.tax_category, line.tax_basis_points)
    or (billed.billing_milestone_id, billed.contract_line_id, billed.period_on) is distinct from
      (line.billing_milestone_id, line.contract_line_id, line.period_on) then
    perform app.refuse_invoice('credit_names_its_line', 'a credit note takes back a line of the invoice that it refers to');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('credit ' || line.credits_line_id, 0));
  select coalesce(sum(l.amount_minor), 0) into credited
    from public.invoice_lines l where l.credits_line_id = line.credits_line_id;
  if sign(line.amount_minor) <> -sign(billed.amount_minor)
    or abs(credited + line.amount_minor) > abs(billed.amount_minor) then
    perform app.refuse_invoice('credit_within_line', format('only %s of the line is not credited yet', billed.amount_minor + credited));
  end if;
  -- A deposit that was set off already is not given back a second time.
  if exists (select from public.billing_milestones m where m.id = line.billing_milestone_id and m.trigger = 'deposit')
    and (select sum(l.amount_minor) from public.invoice_lines l
      where l.billing_milestone_id = line.billing_milestone_id) + line.amount_minor < 0 then
    perform app.refuse_invoice('set_off_within_deposit', 'this deposit is set off already');
  end if;
end $$;
alter function app.check_credit_line(public.invoice_lines) owner to rule_keeper;

create function app.check_invoice_line() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  line_kind text := (select kind from public.contract_lines where id = new.contract_line_id);
  invoice_kind text := (select kind from public.invoices where id = new.invoice_id);
begin
  if invoice_kind = 'credit-note' then
    perform app.check_credit_line(new);
    return new;
  end if;
  if new.credits_line_id is not null then
    perform app.refuse_invoice('credit_names_its_line', 'only a credit note takes a line back');
  end if;
  case new.source
    when 'milestone' then perform app.check_milestone_line(new);
    when 'retainer' then perform app.check_retainer_line(new);
    when 'deposit-set-off' then perform app.check_set_off(new);
    when 'time' then
      if line_kind is null or line_kind not in ('time-and-material', 'capped') then
        perform app.refuse_invoice('line_bills_time', 'hours are billed by lines of time and material, capped or not');
      end if;
    when 'write-down' then
      if new.amount_minor >= 0 or line_kind is null or line_kind not in ('time-and-material', 'capped') then
        perform app.refuse_invoice('write_down_lowers', 'a write-down lowers what hours come to');
      end if;
    else null;
  end case;
  return new;
end $$;
alter function app.check_invoice_line() owner to rule_keeper;
create trigger only_what_is_billable before insert on public.invoice_lines
  for each row execute function app.check_invoice_line();

-- Each hour, expense and vendor's invoice once, approved and for what it is worth.
create function app.check_invoice_line_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  line record;
  worth bigint;
  entry uuid := coalesce(new.time_entry_id, new.expense_id, new.vendor_invoice_id);
  source text := case when new.time_entry_id is not null then 'time' when new.expense_id is not null then 'expense' else 'vendor' end;
begin
  select l.source, l.contract_line_id, l.credits_line_id, i.kind into line
    from public.invoice_lines l join public.invoices i on i.id = l.invoice_id where l.id = new.invoice_line_id;
  if line.source <> source then
    perform app.refuse_invoice('entry_fits_its_line', format('a line of %s bills no %s', line.source, source));
  end if;
  perform pg_advisory_xact_lock(hashtextextended('bill ' || entry, 0));
  if line.kind = 'credit-note' then
    select e.amount_minor into worth from public.invoice_line_entries e
      where e.invoice_line_id = line.credits_line_id and entry in (e.time_entry_id, e.expense_id, e.vendor_invoice_id);
    if worth is null or not app.is_billed(source, entry) or new.amount_minor <> -worth then
      perform app.refuse_invoice('credit_frees_what_was_billed', 'a credit note frees an entry that its invoice billed, whole');
    end if;
    return new;
  end if;
  if app.is_billed(source, entry) then
    perform app.refuse_invoice('invoice_line_entries_once', 'this is billed already');
  end if;
  worth := case source
    when 'time' then (select u.bill_minor from public.unbilled_time u
      where u.time_entry_id = entry and u.contract_line_id = line.contract_line_id)
    when 'expense' then (select x.cost_minor from public.expenses x
      where x.id = entry and x.is_billable and x.approved_at is not null)
    else (select v.cost_minor from public.vendor_invoices v
      where v.id = entry and v.is_billable and v.approved_at is not null) end;
  if worth is distinct from new.amount_minor then
    perform app.refuse_invoice('entry_is_billable', 'this is not approved, not billable, without a rate or of another amount');
  end if;
  return new;
end $$;
alter function app.check_invoice_line_entry() owner to rule_keeper;
create trigger only_what_is_billable before insert on public.invoice_line_entries
  for each row execute function app.check_invoice_line_entry();

create function app.time_is_billed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.keep_unbilled_time(new.time_entry_id);
  return null;
end $$;
alter function app.time_is_billed() owner to rule_keeper;
create trigger waits_no_longer after insert on public.invoice_line_entries
  for each row when (new.time_entry_id is not null) execute function app.time_is_billed();

-- The sums, at commit, when all lines are there; and the order of the customer's, where the contract wants one named.
create function app.check_invoice_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  lines numeric;
  taxes record;
  unequal bigint;
  above bigint;
begin
  select coalesce(sum(amount_minor), 0) into lines from public.invoice_lines where invoice_id = new.id;
  if lines <> new.net_minor then
    perform app.refuse_invoice('invoice_lines_sum_to_net', format('the lines sum to %s and the invoice is over %s', lines, new.net_minor));
  end if;
  if new.kind = 'invoice' and new.net_minor < 0 or new.kind = 'credit-note' and new.net_minor > 0 then
    perform app.refuse_invoice('invoice_asks_for_money', 'an invoice asks for money, a credit note gives it back');
  end if;
  select coalesce(sum(net_minor), 0) as net, coalesce(sum(tax_minor), 0) as tax into taxes
    from public.invoice_taxes where invoice_id = new.id;
  select count(*) into unequal from (
    select tax_category, tax_basis_points, sum(amount_minor) as minor from public.invoice_lines
      where invoice_id = new.id group by 1, 2
    except select tax_category, tax_basis_points, net_minor from public.invoice_taxes where invoice_id = new.id) rest;
  if taxes.net <> new.net_minor or taxes.tax <> new.tax_minor or unequal > 0 then
    perform app.refuse_invoice('invoice_taxes_sum', 'tax by category and rate does not sum to the invoice');
  end if;
  select count(*) into unequal from public.invoice_lines l where l.invoice_id = new.id
    and l.source in ('time', 'expense', 'vendor') and new.kind = 'invoice'
    and l.amount_minor <> (select coalesce(sum(e.amount_minor), 0) from public.invoice_line_entries e where e.invoice_line_id = l.id);
  if unequal > 0 then
    perform app.refuse_invoice('invoice_line_is_its_entries', 'a line comes to what its entries come to');
  end if;
  select count(*) into above from public.contract_lines c
    where c.kind = 'capped' and c.id in (select contract_line_id from public.invoice_lines where invoice_id = new.id)
      and (select v.current_minor from app.contract_line_values v where v.contract_line_id = c.id) < (select sum(l.amount_minor) from public.invoice_lines l
        where l.contract_line_id = c.id and l.source in ('time', 'write-down'));
  if above > 0 then
    perform app.refuse_invoice('capped_line_within_cap', 'a capped line bills at most its cap');
  end if;
  return null;
end $$;
alter function app.check_invoice_sum() owner to rule_keeper;
create constraint trigger lines_sum_to_net after insert on public.invoices
  deferrable initially deferred for each row execute function app.check_invoice_sum();

create function app.check_customer_order() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare ordered record;
begin
  if new.customer_order_id is null then
    if new.kind = 'invoice' and (select requires_order from public.contracts where project_id = new.project_id) then
      perform app.refuse_invoice('invoice_names_order', 'the contract wants a purchase order of the customer on each invoice');
    end if;
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('order ' || new.customer_order_id, 0));
  select o.*, o.value_minor - coalesce((select sum(i.net_minor) from public.invoices i where i.customer_order_id = o.id), 0)
      as remaining into ordered from public.customer_orders o where o.id = new.customer_order_id;
  if ordered.valid_until < new.issued_on and new.kind = 'invoice' then
    perform app.refuse_invoice('order_is_valid', format('the order was valid until %s', ordered.valid_until));
  end if;
  if new.net_minor > ordered.remaining then
    perform app.refuse_invoice('invoice_within_order', format('only %s of the order is left', ordered.remaining));
  end if;
  return new;
end $$;
alter function app.check_customer_order() owner to rule_keeper;
create trigger names_its_order before insert on public.invoices
  for each row execute function app.check_customer_order();

-- Credit notes refer to an invoice and together take back at most all of it.
create function app.check_credit_note() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  billed public.invoices;
  credited numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.refers_to::text, 0));
  select * into billed from public.invoices where id = new.refers_to;
  select coalesce(-sum(gross_minor), 0) into credited from public.invoices where refers_to = new.refers_to;
  if billed.kind <> 'invoice' or billed.currency <> new.currency or billed.issued_on > new.issued_on
    or credited - new.gross_minor > billed.gross_minor then
    perform app.refuse_invoice('credit_within_invoice', format('only %s of the invoice is not credited yet', billed.gross_minor - credited));
  end if;
  return new;
end $$;
alter function app.check_credit_note() owner to rule_keeper;
create trigger within_its_invoice before insert on public.invoices
  for each row when (new.kind = 'credit-note') execute function app.check_credit_note();

create function app.check_payment() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare open bigint;
begin
  -- Two payments at once wait for each other here; a credit note and a write-off too.
  perform pg_advisory_xact_lock(hashtextextended(new.invoice_id::text, 0));
  select open_minor into open from app.invoice_states where invoice_id = new.invoice_id;
  -- What is below zero is money paid back: of what a credit note left us owing, and no more.
  if new.amount_minor < 0 and new.amount_minor < least(open, 0) then
    perform app.refuse_invoice('refund_within_overpaid', format('only %s came in too much', greatest(-open, 0)));
  end if;
  if new.amount_minor > 0 and new.amount_minor > open then
    perform app.refuse_invoice(tg_argv[0], format('only %s of the invoice is open', open));
  end if;
  return new;
end $$;
alter function app.check_payment() owner to rule_keeper;
create trigger within_open_amount before insert on public.invoice_payments
  for each row execute function app.check_payment('payment_within_open_amount');
create trigger within_open_amount before insert on public.invoice_write_offs
  for each row execute function app.check_payment('write_off_within_open_amount');
