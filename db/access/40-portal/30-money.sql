-- What the customer pays: its payment schedule and its invoices. No cost, no rate, no margin has a column here.

grant select (project_id, currency, value_minor, tax_basis_points, payment_term_days, signed_on) on public.contracts
  to portal_views;
grant select on public.billing_milestones to portal_views;
grant select on public.billing_milestone_releases, public.invoice_lines, public.invoice_documents to portal_views;
grant select (id, project_id, customer_id, number, issued_on, due_on, currency, net_minor, tax_minor,
  gross_minor, kind, refers_to) on public.invoices to portal_views;
grant select (id, project_id, invoice_id, amount_minor, received_on) on public.invoice_payments to portal_views;

-- The states' view runs with the rights of the login that asks, through whatever view it is asked: portal_app has none.
-- So its definition, which stays the only one, is taken in here and runs as portal_views.
do $$ begin
  execute format('create view portal.payment_schedule with (security_barrier) as
    select m.project_id, m.billing_milestone_id, m.name, m.amount_minor, c.currency, m.due_on, m.position,
      m.released_at, m.released_minor, m.billed_minor, m.state, m.invoice_number, m.trigger, m.at_percent,
      m.is_retention
    from (%s) m join public.contracts c on c.project_id = m.project_id',
    rtrim(pg_get_viewdef('app.billing_milestone_states'::regclass), ';'));
end $$;

-- Why a milestone is not billable yet: the deliverables whose acceptance it waits for.
create view portal.payment_releases with (security_barrier) as
select r.project_id, r.billing_milestone_id, d.id as deliverable_id, d.name as deliverable_name, d.position,
  exists (select from public.submissions s join public.decisions c on c.submission_id = s.id and c.act <> 'withdraws'
      and not exists (select from public.decisions later where later.refers_to = c.id)
    where s.deliverable_id = d.id and s.stage = r.stage
      and c.outcome in ('accepted', 'accepted-with-reservations')) as is_accepted, r.stage
from public.billing_milestone_releases r join public.deliverables d on d.id = r.deliverable_id;

create view portal.invoices with (security_barrier) as
select i.id, i.project_id, i.number, i.issued_on, i.due_on, i.currency, i.net_minor, i.tax_minor, i.gross_minor,
  coalesce((select sum(p.amount_minor) from public.invoice_payments p where p.invoice_id = i.id), 0)::bigint as paid_minor,
  d.file_sha256, f.size_bytes, i.kind, billed.number as refers_to_number,
  coalesce((select -sum(c.gross_minor) from public.invoices c where c.refers_to = i.id), 0)::bigint as credited_minor,
  d.ubl_sha256, d.cii_sha256
from public.invoices i
left join public.invoices billed on billed.id = i.refers_to
left join public.invoice_documents d on d.invoice_id = i.id
left join public.files f on f.sha256 = d.file_sha256;

alter view portal.payment_schedule owner to portal_views;
alter view portal.payment_releases owner to portal_views;
alter view portal.invoices owner to portal_views;
grant select on portal.payment_schedule, portal.payment_releases, portal.invoices to portal_app;
