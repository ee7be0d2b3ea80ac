-- A vendor's person sees the vendor's own orders, what was received of them and its own invoices: no project, no rate,
-- nobody else's name, no note of ours. It sends invoices, which we take or refuse.

grant usage on schema public, app to vendor;
grant execute on function app.staff_id() to vendor;
grant execute on function app.change_own_settings(text, text) to vendor;

-- Null for everybody else, and for a vendor that we do not buy from any longer.
create function app.own_vendor_id() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select v.id from public.staff s join public.vendors v on v.id = s.vendor_id and v.is_active where s.id = app.staff_id()
$$;
alter function app.own_vendor_id() owner to rule_keeper;
grant execute on function app.own_vendor_id() to vendor;

create policy vendor_reads_itself on public.vendors for select to vendor using (id = (select app.own_vendor_id()));
create policy vendor_reads_own_orders on public.purchase_orders for select to vendor
  using (vendor_id = (select app.own_vendor_id()));
create policy vendor_reads_own_lines on public.purchase_order_lines for select to vendor
  using (purchase_order_id = any (array(select o.id from public.purchase_orders o)));
create policy vendor_reads_own_receipts on public.purchase_receipts for select to vendor
  using (purchase_order_line_id = any (array(select l.id from public.purchase_order_lines l)));
create policy vendor_reads_own_invoices on public.vendor_invoices for select to vendor
  using (purchase_order_id = any (array(select o.id from public.purchase_orders o)));
create policy vendor_sends_own_invoices on public.vendor_invoices for insert to vendor
  with check (recorded_by = (select app.staff_id())
    and purchase_order_id = any (array(select o.id from public.purchase_orders o)));
create policy vendor_reads_own_refusals on public.vendor_invoice_refusals for select to vendor
  using (purchase_order_id = any (array(select o.id from public.purchase_orders o)));
create policy vendor_reads_own_documents on public.files for select to vendor
  using (sha256 = any (array(select v.document_sha256 from public.vendor_invoices v
    union all select r.document_sha256 from public.vendor_invoice_refusals r)));
create policy vendor_stores_documents on public.files for insert to vendor
  with check ((select app.own_vendor_id()) is not null);

grant select (id, name, address, tax_number) on public.vendors to vendor;
grant select (id, vendor_id, number, title, currency, ordered_on, deliver_on, closed_at) on public.purchase_orders to vendor;
grant select (id, purchase_order_id, position, description, amount_minor) on public.purchase_order_lines to vendor;
grant select (id, purchase_order_line_id, amount_minor, received_on) on public.purchase_receipts to vendor;
grant select (id, purchase_order_id, number, invoiced_on, due_on, net_minor, tax_minor, document_sha256, document_name,
  approved_at, paid_on, recorded_at) on public.vendor_invoices to vendor;
grant insert (purchase_order_id, number, invoiced_on, due_on, net_minor, tax_minor, document_sha256, document_name,
  recorded_by) on public.vendor_invoices to vendor;
grant select (id, purchase_order_id, number, invoiced_on, net_minor, tax_minor, document_sha256, document_name, reason,
  refused_at) on public.vendor_invoice_refusals to vendor;
grant select, insert on public.files to vendor;
grant select on app.purchase_order_sums to vendor;
-- Whom it delivers to and bills.
create policy vendor_reads_provider on public.provider for select to vendor
  using ((select app.own_vendor_id()) is not null);
grant select (name, street, postal_code, town, country, vat_id, contact_name, contact_email, contact_phone)
  on public.provider to vendor;
