-- Ordered, received, invoiced: of a line at most what was ordered is received, of an order at most what was received is
-- invoiced. Two at once wait for each other at the order's lock; the second sees what the first recorded.

create function app.lock_order(purchase_order_id uuid) returns void
language sql volatile set search_path = pg_catalog as $$
  select pg_advisory_xact_lock(hashtextextended('order ' || purchase_order_id, 0))
$$;
alter function app.lock_order(uuid) owner to rule_keeper;

-- Its number by the year, and what its currency is worth in the contract's.
create function app.keep_purchase_order() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  series constant text := 'PO-' || to_char(new.ordered_on, 'YYYY') || '-';
begin
  perform pg_advisory_xact_lock(hashtextextended('numbers of orders', 0));
  select series || lpad((coalesce(max(substr(o.number, 9)::integer), 0) + 1)::text, 4, '0') into new.number
    from public.purchase_orders o where starts_with(o.number, series);
  select app.exchange_rate_on(new.currency, c.currency, new.ordered_on) into new.exchange_rate
    from public.contracts c where c.project_id = new.project_id;
  if new.exchange_rate is null then
    raise exception 'nobody has said what % is worth', new.currency
      using errcode = '23514', constraint = 'exchange_rate_is_known';
  end if;
  return new;
end $$;
alter function app.keep_purchase_order() owner to rule_keeper;
create trigger kept_purchase_order before insert on public.purchase_orders
  for each row execute function app.keep_purchase_order();

create function app.check_receipt() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  line record;
  received numeric;
begin
  select l.purchase_order_id, l.amount_minor into line from public.purchase_order_lines l
    where l.id = new.purchase_order_line_id;
  perform app.lock_order(line.purchase_order_id);
  if exists (select from public.purchase_orders o where o.id = line.purchase_order_id and o.closed_at is not null) then
    raise exception 'nothing more comes of a closed order' using errcode = '23514', constraint = 'order_is_open';
  end if;
  select coalesce(sum(r.amount_minor), 0) into received from public.purchase_receipts r
    where r.purchase_order_line_id = new.purchase_order_line_id;
  if received + new.amount_minor > line.amount_minor then
    raise exception 'only % of the line is still to come', line.amount_minor - received
      using errcode = '23514', constraint = 'receipt_within_ordered';
  end if;
  return new;
end $$;
alter function app.check_receipt() owner to rule_keeper;
create trigger within_ordered before insert on public.purchase_receipts
  for each row execute function app.check_receipt();

-- What was received of an order and what was invoiced of it, for the triggers.
create function app.received_and_invoiced(purchase_order_id uuid, out received numeric, out invoiced numeric)
language sql stable security definer set search_path = pg_catalog as $$
  select (select coalesce(sum(r.amount_minor), 0) from public.purchase_receipts r
      join public.purchase_order_lines l on l.id = r.purchase_order_line_id where l.purchase_order_id = $1),
    (select coalesce(sum(v.net_minor), 0) from public.vendor_invoices v where v.purchase_order_id = $1)
$$;
alter function app.received_and_invoiced(uuid) owner to rule_keeper;

-- A receipt recorded by mistake goes again, but not from under an invoice.
create function app.check_receipt_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  order_id constant uuid := (select l.purchase_order_id from public.purchase_order_lines l
    where l.id = old.purchase_order_line_id);
  so_far record;
begin
  perform app.lock_order(order_id);
  select * into so_far from app.received_and_invoiced(order_id);
  if so_far.received - old.amount_minor < so_far.invoiced then
    raise exception 'what was received is invoiced' using errcode = '23514', constraint = 'receipt_is_invoiced';
  end if;
  return old;
end $$;
alter function app.check_receipt_gone() owner to rule_keeper;
create trigger not_from_under_an_invoice before delete on public.purchase_receipts
  for each row execute function app.check_receipt_gone();

-- Whose it is, what it costs us and at which rate is the order's to say, not the recorder's: a vendor sends invoices too.
create function app.keep_vendor_invoice() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  ordered record;
  so_far record;
begin
  if tg_op = 'UPDATE' then
    if old.approved_at is not null and (old.paid_on is not null or row(new.approved_at, new.approved_by, new.is_billable)
      is distinct from row(old.approved_at, old.approved_by, old.is_billable)) then
      raise exception 'an approved invoice stays as it is'
        using errcode = '23514', constraint = 'vendor_invoice_is_approved';
    end if;
    return new;
  end if;
  -- Said here, since a policy is asked after this trigger: else its answers would tell of another vendor's order.
  if current_setting('role') = 'vendor' and not exists (select from public.purchase_orders o
      where o.id = new.purchase_order_id and o.vendor_id = app.own_vendor_id()) then
    raise exception 'no such order' using errcode = '42501';
  end if;
  perform app.lock_order(new.purchase_order_id);
  select o.project_id, o.currency, c.currency as contract_currency,
      app.exchange_rate_on(o.currency, c.currency, new.invoiced_on) as rate into ordered
    from public.purchase_orders o join public.contracts c on c.project_id = o.project_id
    where o.id = new.purchase_order_id;
  if ordered.rate is null then
    raise exception 'nobody has said what % is worth', ordered.currency
      using errcode = '23514', constraint = 'exchange_rate_is_known';
  end if;
  select * into so_far from app.received_and_invoiced(new.purchase_order_id);
  if so_far.invoiced + new.net_minor > so_far.received then
    raise exception 'only % was received and not invoiced', so_far.received - so_far.invoiced
      using errcode = '23514', constraint = 'vendor_invoice_within_received';
  end if;
  new.project_id := ordered.project_id;
  new.exchange_rate := ordered.rate;
  new.cost_minor := round(app.in_currency(new.net_minor, ordered.currency, ordered.contract_currency, ordered.rate));
  return new;
end $$;
alter function app.keep_vendor_invoice() owner to rule_keeper;
create trigger kept_vendor_invoice before insert or update on public.vendor_invoices
  for each row execute function app.keep_vendor_invoice();

create function app.keep_approved_vendor_invoice() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if old.approved_at is not null then
    raise exception 'an approved invoice is not taken back'
      using errcode = '23514', constraint = 'vendor_invoice_is_approved';
  end if;
  return old;
end $$;
alter function app.keep_approved_vendor_invoice() owner to rule_keeper;
create trigger kept_approved_vendor_invoice before delete on public.vendor_invoices
  for each row execute function app.keep_approved_vendor_invoice();

-- Sums in the order's currency, with the rights of whoever asks: a vendor reads its own orders' too.
create view app.purchase_order_sums with (security_invoker, security_barrier) as
select o.id as purchase_order_id, ordered.minor as ordered_minor, ordered.received_minor, invoiced.minor as invoiced_minor,
  invoiced.approved_minor, invoiced.paid_minor
from public.purchase_orders o
cross join lateral (
  select coalesce(sum(l.amount_minor), 0)::bigint as minor, coalesce(sum(came.minor), 0)::bigint as received_minor
  from public.purchase_order_lines l
  cross join lateral (
    select coalesce(sum(r.amount_minor), 0) as minor from public.purchase_receipts r where r.purchase_order_line_id = l.id
  ) came
  where l.purchase_order_id = o.id
) ordered
cross join lateral (
  select coalesce(sum(v.net_minor), 0)::bigint as minor,
    coalesce(sum(v.net_minor) filter (where v.approved_at is not null), 0)::bigint as approved_minor,
    coalesce(sum(v.net_minor) filter (where v.paid_on is not null), 0)::bigint as paid_minor
  from public.vendor_invoices v where v.purchase_order_id = o.id
) invoiced;

-- What we are bound to and were not invoiced yet, in the contract's currency at the order's rate: of an open order all
-- that was ordered, of a closed one what was received.
create view app.commitments with (security_invoker, security_barrier) as
select o.project_id, o.id as purchase_order_id, c.currency,
  round(app.in_currency(case when o.closed_at is null then s.ordered_minor else s.received_minor end - s.invoiced_minor,
    o.currency, c.currency, o.exchange_rate))::bigint as committed_minor
from public.purchase_orders o
join public.contracts c on c.project_id = o.project_id
join app.purchase_order_sums s on s.purchase_order_id = o.id;
grant select on app.purchase_order_sums, app.commitments to rule_keeper;

-- Both sides hear of a vendor's invoice: we when it comes in, the vendor what became of it. The worker writes the mails.
create function app.tell_of_vendor_invoice() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.enqueue('after-vendor-invoice', jsonb_build_object('act', tg_argv[0], 'id', new.id),
    'vendor invoice ' || tg_argv[0] || ' ' || new.id);
  return null;
end $$;
alter function app.tell_of_vendor_invoice() owner to rule_keeper;
create trigger is_told after insert on public.vendor_invoices
  for each row execute function app.tell_of_vendor_invoice('received');
create trigger approval_is_told after update of approved_at on public.vendor_invoices
  for each row when (old.approved_at is null and new.approved_at is not null)
  execute function app.tell_of_vendor_invoice('approved');
create trigger is_told after insert on public.vendor_invoice_refusals
  for each row execute function app.tell_of_vendor_invoice('refused');
