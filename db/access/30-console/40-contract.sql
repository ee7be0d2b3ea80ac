-- The contract is written by the manager, read by those who bill. The team sees what to deliver and not for how much.

grant select, insert, update on public.contracts to project_manager;
grant select on public.contracts to finance, program_manager;
-- Lines that are agreed anew before anything was submitted may be fewer.
grant select, insert, update, delete on public.contract_lines to project_manager;
grant select on public.contract_lines to finance, program_manager;
grant select, insert, update, delete on public.deliverables, public.acceptance_criteria to project_manager;
grant select on public.deliverables, public.acceptance_criteria to team_member, program_manager;
grant select (id, project_id, code, name, kind, position, acceptance) on public.deliverables to finance;
grant select, insert, update, delete on public.billing_milestones, public.billing_milestone_releases
  to project_manager;
grant select on public.billing_milestones, public.billing_milestone_releases to finance, program_manager;
grant select on app.billing_milestone_states to project_manager, finance, program_manager;
-- Finance reads what a milestone still waits for: a state and its days, no words.
grant select on app.deliverable_states to project_manager, team_member, program_manager, finance;

-- Progress is billed by what was published of it: finance reads how much and when, not the words.
grant select (id, project_id, published_at, percent_complete) on public.publications to finance;

-- A change is proposed and taken back by the manager and read by those who bill and lead. Approving is the customer's.
grant select, insert on public.change_requests, public.change_request_lines, public.change_request_milestones,
  public.change_decisions to project_manager;
grant select on public.change_requests, public.change_request_lines, public.change_request_milestones
  to finance, program_manager;
grant select on public.change_decisions to program_manager;
-- Finance needs to know that and when it was approved and which it was, not what was said about it.
grant select (id, project_id, change_request_id, outcome, contact_id, staff_id, decided_at) on public.change_decisions
  to finance;
create policy proposes_in_own_name on public.change_requests as restrictive for insert to project_manager
  with check (proposed_by = (select app.staff_id()));
create policy only_takes_back on public.change_decisions as restrictive for insert to project_manager
  with check (outcome = 'withdrawn' and staff_id = (select app.staff_id()));

-- The customer's orders are entered by whoever gets the letter.
grant select, insert on public.customer_orders to project_manager, finance;
grant select on public.customer_orders to program_manager;
create policy records_in_own_name on public.customer_orders as restrictive for insert to project_manager, finance
  with check (recorded_by = (select app.staff_id()));
-- What is left of an order: its value less what invoices and credit notes name it for, net.
create view app.customer_order_states with (security_invoker, security_barrier) as
select o.project_id, o.id as customer_order_id, o.number, o.value_minor, o.received_on, o.valid_until,
  billed.minor as billed_minor, (o.value_minor - billed.minor)::bigint as left_minor
from public.customer_orders o
cross join lateral (
  select coalesce(sum(i.net_minor), 0)::bigint as minor from public.invoices i where i.customer_order_id = o.id
) billed;
grant select on app.customer_order_states to project_manager, finance, program_manager, rule_keeper;
grant select on app.contract_line_changes, app.contract_line_values, app.change_request_states
  to project_manager, finance, program_manager;
grant select on app.changeable_milestones to project_manager;
-- A baseline keeps the plan with the rights of whoever takes it.
grant execute on function app.keep_plan(uuid, uuid) to project_manager;

-- margin_views sums what lines and schedules are worth for those who read no more of them.
grant select on public.contract_lines, public.change_requests, public.change_request_lines to margin_views;
grant select (id, project_id, change_request_id, outcome, decided_at) on public.change_decisions to margin_views;
grant select (project_id, published_at, percent_complete) on public.publications to margin_views;
grant select (id, time_zone) on public.projects to margin_views;
do $$
declare noun text;
begin
  foreach noun in array array['contract_lines', 'change_requests', 'change_request_lines', 'change_decisions',
    'publications'] loop
    execute format('create policy margins_of_own_contracts on public.%I for select to margin_views
      using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
end $$;
create policy margins_of_own_contracts on public.projects for select to margin_views
  using (id = any (array(select app.staff_project_ids())));
grant select on app.contract_line_changes, app.contract_line_values, app.change_request_states to margin_views;
