-- What a contract is worth, provable as a sum: each line as it was signed, and what each change that the customer
-- approved added to it or took. A line that a change brought is worth nothing as signed and has the id of the change's
-- row. These views run with the rights and row policies of the role that asks.

create view app.contract_line_changes with (security_invoker, security_barrier) as
select l.project_id, coalesce(l.contract_line_id, l.id) as contract_line_id, r.id as change_request_id, r.number,
  r.title, l.delta_minor, d.decided_at
from public.change_request_lines l
join public.change_requests r on r.id = l.change_request_id
join public.change_decisions d on d.change_request_id = r.id and d.outcome = 'approved';

create view app.contract_line_values with (security_invoker, security_barrier) as
select l.project_id, l.id as contract_line_id, l.position, l.name, l.kind, l.recognition, l.starts_on, l.ends_on,
  l.period_months, l.change_order_id, l.original_minor, changed.minor as changed_minor,
  (l.original_minor + changed.minor)::bigint as current_minor
from public.contract_lines l
cross join lateral (
  select coalesce(sum(c.delta_minor), 0)::bigint as minor from app.contract_line_changes c
    where c.contract_line_id = l.id and c.project_id = l.project_id
) changed;

-- A change is open until the customer decided or we withdrew it.
create view app.change_request_states with (security_invoker, security_barrier) as
select r.project_id, r.id as change_request_id, r.number, r.title, r.value_minor, r.days_later, r.proposed_at,
  coalesce(d.outcome, 'proposed') as state, d.decided_at
from public.change_requests r
left join public.change_decisions d on d.change_request_id = r.id;

grant select on app.contract_line_changes, app.contract_line_values, app.change_request_states to rule_keeper;
