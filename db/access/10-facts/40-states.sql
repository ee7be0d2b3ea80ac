-- What a thing's state is gets derived from its facts, in one place for every audience. These views run with the
-- rights and row policies of the role that asks, also through another view, so each audience needs its own grants.

-- Of the decisions on a submission the last in line is in force: one that withdraws leaves it open again.

create view app.deliverable_states with (security_invoker, security_barrier) as
select d.project_id, d.id as deliverable_id, latest.submission_id, latest.version, latest.submitted_at,
  latest.outcome, latest.decided_at, latest.stage, latest.decision_kind,
  case
    when latest.submission_id is null then 'draft'
    when latest.outcome is null then 'submitted'
    else latest.outcome
  end as state
from public.deliverables d
left join lateral (
  select s.id as submission_id, s.version, s.submitted_at, s.stage, c.outcome, c.decided_at, c.kind as decision_kind
  from public.submissions s
  left join public.decisions c on c.submission_id = s.id and c.act <> 'withdraws'
    and not exists (select from public.decisions later where later.refers_to = c.id)
  where s.deliverable_id = d.id
  order by s.version desc
  limit 1
) latest on true;

-- The signatures that count towards the next decision: what was withdrawn is signed again, in another round.
create view app.signatures_this_round with (security_invoker, security_barrier) as
select g.project_id, g.submission_id, g.signed_by, g.on_behalf_of, g.signed_at, g.outcome, g.results, g.reservations
from public.signatures g
where g.round = 1 + (select count(*) from public.decisions d
  where d.submission_id = g.submission_id and d.act = 'withdraws');

-- A billing milestone is released by what it says and by nothing else: by the last of its acceptances (with reservations
-- for the share that the decision states, and for the rest when the last item of its punch list is closed), from its day
-- on, after its period's last day, when a publication told the customer of so much progress, or, for a deposit, by the
-- contract's signature. Days are the project's own.
create view totals.milestone_releases with (security_invoker, security_barrier) as
select m.project_id, m.id as billing_milestone_id, m.name, m.amount_minor, m.due_on, m.position, m.trigger, m.at_percent,
  m.is_retention, m.contract_line_id, released.released_at, released.minor as released_minor
from public.billing_milestones m
left join lateral (
  select c.signed_on, p.time_zone, case m.trigger
      when 'date' then m.due_on when 'period' then m.due_on + 1 when 'deposit' then c.signed_on end as on_day
  from public.contracts c join public.projects p on p.id = c.project_id where c.project_id = m.project_id
) agreed on true
cross join lateral (
  select case when share.is_released then share.at end as released_at,
    case when share.is_released then m.amount_minor * share.basis_points / 10000 else 0 end as minor
  from (
    select count(*) > 0 and count(*) = count(accepted.basis_points) and min(accepted.basis_points) > 0 as is_released,
      min(accepted.basis_points) as basis_points, max(accepted.decided_at) as at
    from public.billing_milestone_releases r
    left join lateral (
      select c.decided_at, case
          when exists (select from public.punch_items p where p.decision_id = c.id and not exists (
            select from public.punch_item_closures x where x.punch_item_id = p.id)) then c.releases_basis_points
          else 10000 end as basis_points
      from public.submissions s
      join public.decisions c on c.submission_id = s.id and c.act <> 'withdraws'
        and not exists (select from public.decisions later where later.refers_to = c.id)
      where s.deliverable_id = r.deliverable_id and s.stage = r.stage
        and c.outcome in ('accepted', 'accepted-with-reservations')
      order by basis_points desc, c.decided_at limit 1
    ) accepted on true
    where m.trigger = 'acceptance' and r.billing_milestone_id = m.id
    having m.trigger = 'acceptance'
    union all
    select agreed.on_day is not null and agreed.signed_on is not null
        and agreed.on_day <= (now() at time zone agreed.time_zone)::date,
      10000, agreed.on_day::timestamp at time zone agreed.time_zone
    where m.trigger in ('date', 'period', 'deposit')
    union all
    select min(p.published_at) is not null, 10000, min(p.published_at) from public.publications p
    where m.trigger = 'progress' and p.project_id = m.project_id and p.percent_complete >= m.at_percent
    having m.trigger = 'progress'
  ) share
) released;

-- And what became of it. The view of releases is taken in by its definition, because whoever reads this one, through
-- whatever view, would need a right to read that one as well.
do $$ begin
  execute format($view$
create view app.billing_milestone_states with (security_invoker, security_barrier) as
select m.project_id, m.billing_milestone_id, m.name, m.amount_minor, m.due_on, m.position,
  m.released_at, m.released_minor, billed.minor as billed_minor,
  billed.invoice_id, billed.number as invoice_number, billed.issued_on, billed.due_on as invoice_due_on,
  case
    when m.released_minor > billed.minor then 'billable'
    when billed.minor = 0 then 'not-yet'
    when billed.minor = m.amount_minor and billed.is_paid then 'paid'
    else 'invoiced'
  end as state,
  m.trigger, m.at_percent, m.is_retention, m.contract_line_id
from (%s) m
cross join lateral (
  -- A credit note's lines are below zero: what it takes back may be billed again. It counts as paid what it credits; what
  -- was written off does not, since that is not the customer's to know.
  select coalesce(sum(l.amount_minor), 0)::bigint as minor,
    coalesce(bool_and(settled.amount >= i.gross_minor) filter (where i.kind = 'invoice'), false) as is_paid,
    (array_agg(i.id order by i.issued_on desc, i.number desc) filter (where i.kind = 'invoice'))[1] as invoice_id,
    (array_agg(i.number order by i.issued_on desc, i.number desc) filter (where i.kind = 'invoice'))[1] as number,
    max(i.issued_on) filter (where i.kind = 'invoice') as issued_on,
    (array_agg(i.due_on order by i.issued_on desc, i.number desc) filter (where i.kind = 'invoice'))[1] as due_on
  from public.invoice_lines l
  join public.invoices i on i.id = l.invoice_id
  cross join lateral (
    select coalesce((select sum(p.amount_minor) from public.invoice_payments p where p.invoice_id = i.id), 0)
      - coalesce((select sum(c.gross_minor) from public.invoices c where c.refers_to = i.id), 0) as amount
  ) settled
  where l.billing_milestone_id = m.billing_milestone_id and l.source = 'milestone'
) billed
  $view$, rtrim(pg_get_viewdef('totals.milestone_releases'::regclass), ';'));
end $$;

grant select on app.billing_milestone_states, app.deliverable_states, app.signatures_this_round to rule_keeper;
