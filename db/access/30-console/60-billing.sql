-- Finance issues and records; the manager reads what became of it.

create policy finance_counts_invoices on public.invoice_series for all to finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select, insert, update on public.invoice_series to finance;
grant select, insert on public.invoices, public.invoice_lines, public.invoice_payments to finance;
grant select on public.invoices, public.invoice_lines, public.invoice_payments, public.invoice_documents
  to project_manager, program_manager;
grant select on public.invoice_documents to finance;
