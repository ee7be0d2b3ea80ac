-- Whom we buy from, and what: the manager orders for own projects, finance for all. The team sees no prices.

create policy buyers_read_vendors on public.vendors for select
  to project_manager, program_manager, finance, administrator using ((select app.staff_id()) is not null);
create policy buyers_keep_vendors on public.vendors for insert to project_manager, finance
  with check ((select app.staff_id()) is not null);
create policy buyers_change_vendors on public.vendors for update to project_manager, finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select on public.vendors to project_manager, program_manager, finance;
-- Who invites a vendor's person says whose it is.
grant select (id, name, is_active) on public.vendors to administrator;
grant insert, update on public.vendors to project_manager, finance;

grant select on public.purchase_orders, public.purchase_order_lines, public.purchase_receipts, public.vendor_invoices,
  public.vendor_invoice_refusals to project_manager, program_manager, finance;
grant insert on public.purchase_orders, public.purchase_order_lines, public.purchase_receipts, public.vendor_invoices,
  public.vendor_invoice_refusals to project_manager, finance;
-- What was ordered stays as ordered; when it comes, and that nothing more comes, may change.
grant update (deliver_on, closed_at) on public.purchase_orders to project_manager, finance;
grant delete on public.purchase_receipts, public.vendor_invoices to project_manager, finance;
grant update (approved_at, approved_by, is_billable) on public.vendor_invoices to project_manager, finance;
grant update (paid_on) on public.vendor_invoices to finance;
grant select on app.purchase_order_sums, app.commitments to project_manager, program_manager, finance;
grant execute on function app.in_currency(numeric, text, text, numeric), app.minor_digits(text)
  to project_manager, program_manager, finance;
