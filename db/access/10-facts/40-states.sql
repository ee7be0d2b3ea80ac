-- What a thing's state is gets derived from its facts, in one place for every audience. These views run with the
-- rights and row policies of the role that asks, also through another view, so each audience needs its own grants.

create view app.deliverable_states with (security_invoker, security_barrier) as
select d.project_id, d.id as deliverable_id, latest.submission_id, latest.version, latest.submitted_at,
  latest.outcome, latest.decided_at,
  case
    when latest.submission_id is null then 'draft'
    when latest.outcome is null then 'submitted'
    else latest.outcome
  end as state
from public.deliverables d
left join lateral (
  select s.id as submission_id, s.version, s.submitted_at, c.outcome, c.decided_at
  from public.submissions s
  left join public.decisions c on c.submission_id = s.id
  where s.deliverable_id = d.id
  order by s.version desc
  limit 1
) latest on true;

-- A billing milestone is released by the last of its acceptances, and by nothing else.
create view app.billing_milestone_states with (security_invoker, security_barrier) as
select m.project_id, m.id as billing_milestone_id, m.name, m.amount_minor, m.due_on, m.position,
  released.released_at, l.invoice_id, i.number as invoice_number, i.issued_on, i.due_on as invoice_due_on,
  case
    when l.invoice_id is null and released.released_at is null then 'not-yet'
    when l.invoice_id is null then 'billable'
    when paid.amount >= i.gross_minor then 'paid'
    else 'invoiced'
  end as state
from public.billing_milestones m
cross join lateral (
  select case when count(*) > 0 and count(*) = count(accepted.decided_at) then max(accepted.decided_at) end
    as released_at
  from public.billing_milestone_releases r
  left join lateral (
    select c.decided_at from public.submissions s join public.decisions c on c.submission_id = s.id
    where s.deliverable_id = r.deliverable_id and c.outcome = 'accepted'
    order by c.decided_at limit 1
  ) accepted on true
  where r.billing_milestone_id = m.id
) released
left join public.invoice_lines l on l.billing_milestone_id = m.id
left join public.invoices i on i.id = l.invoice_id
left join lateral (
  select coalesce(sum(p.amount_minor), 0)::bigint as amount from public.invoice_payments p where p.invoice_id = i.id
) paid on true;

grant select on app.billing_milestone_states, app.deliverable_states to rule_keeper;
