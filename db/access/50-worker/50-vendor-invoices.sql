-- Mails about vendors' invoices: what the order says and what the vendor asks for. What an invoice costs us in the
-- contract's currency is nobody's business here.

grant select (id, project_id, purchase_order_id, number, invoiced_on, net_minor, tax_minor, recorded_by)
  on public.vendor_invoices to worker_app;
grant select (id, project_id, purchase_order_id, number, invoiced_on, net_minor, tax_minor, reason)
  on public.vendor_invoice_refusals to worker_app;
grant select (id, project_id, vendor_id, number, title, currency) on public.purchase_orders to worker_app;
grant select (id, name) on public.vendors to worker_app;
create policy worker_reads on public.vendor_invoices for select to worker_app using (true);
create policy worker_reads on public.vendor_invoice_refusals for select to worker_app using (true);
create policy worker_reads on public.purchase_orders for select to worker_app using (true);
create policy worker_reads on public.vendors for select to worker_app using (true);
