-- What is open of an invoice: its gross amount less what came in, what a credit note took back and what was written
-- off. Below zero: the customer has money to get back. A credit note itself has nothing open.

create view app.invoice_states with (security_invoker, security_barrier) as
select i.project_id, i.id as invoice_id, i.gross_minor, paid.minor as paid_minor, credited.minor as credited_minor,
  written.minor as written_off_minor,
  case when i.kind = 'invoice' then i.gross_minor - paid.minor - credited.minor - written.minor else 0 end as open_minor
from public.invoices i
cross join lateral (
  select coalesce(sum(p.amount_minor), 0)::bigint as minor from public.invoice_payments p where p.invoice_id = i.id
) paid
cross join lateral (
  select coalesce(-sum(c.gross_minor), 0)::bigint as minor from public.invoices c where c.refers_to = i.id
) credited
cross join lateral (
  select coalesce(sum(w.amount_minor), 0)::bigint as minor from public.invoice_write_offs w where w.invoice_id = i.id
) written;

grant select on app.invoice_states to rule_keeper;
