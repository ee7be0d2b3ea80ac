-- Finance bills, sends, credits, writes off and records what came in; the manager reads what became of it.

create policy finance_counts_invoices on public.invoice_series for all to finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant select, insert, update on public.invoice_series to finance;
grant select, insert on public.invoices, public.invoice_lines, public.invoice_line_entries, public.invoice_taxes,
  public.invoice_payments, public.invoice_write_offs to finance;
grant select on public.invoices, public.invoice_lines, public.invoice_line_entries, public.invoice_taxes,
  public.invoice_payments, public.invoice_write_offs, public.invoice_documents, public.invoice_sendings,
  public.dunning_pauses to project_manager, program_manager;
grant select on public.invoice_documents to finance;
grant select, insert on public.invoice_sendings to finance;
grant select on app.invoice_states to project_manager, program_manager, finance;

-- A draft is nobody's fact yet: it is edited, reviewed by somebody else, thrown away.
grant select, insert, delete, update (content, state, written_by, written_at, reviewed_by, review_note)
  on public.invoice_drafts to finance;
grant select on public.unbilled_time, public.billable_sums to finance;
grant execute on function app.retainer_periods(uuid), app.is_billed(text, uuid) to finance;
grant select, insert, delete on public.dunning_pauses to finance;

-- Who we are on paper, and how we dun: finance and the administrator keep it, the one row.
create policy staff_reads_provider on public.provider for select
  to project_manager, program_manager, finance, account_manager, executive, administrator
  using ((select app.staff_id()) is not null);
create policy finance_keeps_provider on public.provider for all to finance, administrator
  using ((select app.staff_id()) is not null) with check (changed_by = (select app.staff_id()));
grant select on public.provider to project_manager, program_manager, finance, account_manager, executive, administrator;
grant insert, update on public.provider to finance, administrator;

-- What an invoice says of the customer, finance puts right: it is finance that the tax office asks.
create policy finance_addresses_customers on public.customers for update to finance
  using ((select app.staff_id()) is not null) with check ((select app.staff_id()) is not null);
grant update (address, street, postal_code, town, country, tax_number, buyer_reference, invoice_email)
  on public.customers to finance;

-- When an invoice or a dunning went out and what the mail server said; of the mail itself, nothing.
create view app.invoice_mails with (security_barrier) as
select s.project_id, s.invoice_id, s.level, m.to_address, m.written_at, m.sent_at, m.receipt
from public.invoice_sendings s
cross join lateral unnest(string_to_array(s.sent_to, ', ')) as one(address)
join public.mails m on m.key = format('invoice %s level %s to %s', s.invoice_id, s.level, one.address)
where s.project_id = any (array(select app.staff_project_ids()));
grant select (key, to_address, written_at) on public.mails to rule_keeper;
alter view app.invoice_mails owner to rule_keeper;
grant select on app.invoice_mails to finance, project_manager, program_manager;
