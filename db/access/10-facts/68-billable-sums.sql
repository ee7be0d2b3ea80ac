-- What can be billed of each project, kept as the totals beside: the billing queue lists projects and sums them without
-- walking over every milestone and every hour. What the calendar alone releases stands there with its day, so that
-- nothing has to be kept anew at midnight. The view says what has to be there: a test compares it with what is kept.

grant select, insert, update, delete on public.billable_sums to totals_keeper;
create policy totals_are_kept on public.billable_sums for all to totals_keeper using (true) with check (true);

create view totals.summed_billables as
select m.project_id, 'milestone' as source,
  case when m.trigger in ('date', 'period', 'deposit') then m.on_day else '-infinity' end as from_on, count(*)::integer as count,
  sum(m.minor)::bigint as amount_minor, 0::bigint as minutes
from (
  select s.project_id, s.trigger,
    -- The calendar releases nothing of a contract that nobody signed; an acceptance does.
    case when c.signed_on is null then null
      else case s.trigger when 'date' then s.due_on when 'period' then s.due_on + 1 when 'deposit' then c.signed_on end
    end as on_day,
    case when s.trigger in ('date', 'period', 'deposit') then s.amount_minor else s.released_minor end - s.billed_minor
      as minor
  from app.billing_milestone_states s
  join public.contracts c on c.project_id = s.project_id
) m
where m.minor > 0 and (m.trigger not in ('date', 'period', 'deposit') or m.on_day is not null)
group by 1, 3
union all
select u.project_id, 'time', u.month_on, count(*)::integer, coalesce(sum(u.bill_minor), 0)::bigint, sum(u.minutes)::bigint
from public.unbilled_time u group by u.project_id, u.month_on
union all
select x.project_id, 'expense', '-infinity', count(*)::integer, sum(x.cost_minor)::bigint, 0
from public.expenses x
where x.is_billable and x.approved_at is not null and x.cost_minor is not null and not app.is_billed('expense', x.id)
group by x.project_id
union all
select v.project_id, 'vendor', '-infinity', count(*)::integer, sum(v.cost_minor)::bigint, 0
from public.vendor_invoices v
where v.is_billable and v.approved_at is not null and not app.is_billed('vendor', v.id)
group by v.project_id
union all
select l.project_id, 'retainer', r.to_on, count(*)::integer, sum(r.amount_minor)::bigint, 0
from public.contract_lines l cross join lateral app.retainer_periods(l.id) r
where l.kind = 'retainer' and r.amount_minor > 0 and coalesce((select sum(b.amount_minor) from public.invoice_lines b
  where b.source = 'retainer' and b.contract_line_id = l.id and b.period_on = r.from_on), 0) <= 0
group by l.project_id, r.to_on;
alter view totals.summed_billables owner to totals_keeper;

create function app.keep_billables(project uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.hold_totals(project);
  delete from public.billable_sums k where k.project_id = project and not exists (
    select from totals.summed_billables s
    where s.project_id = project and s.source = k.source and s.from_on = k.from_on);
  insert into public.billable_sums as kept (project_id, source, from_on, count, amount_minor, minutes)
  select * from totals.summed_billables s where s.project_id = project
  on conflict (project_id, source, from_on) do update set (count, amount_minor, minutes)
    = (excluded.count, excluded.amount_minor, excluded.minutes)
  where kept is distinct from excluded;
end $$;
alter function app.keep_billables(uuid) owner to totals_keeper;

-- Whatever else changes it has the project's totals kept, and this with them: see app.keep_project.
create function app.keep_billables_of_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.keep_billables(r.project_id) from (select distinct b.project_id from became b order by 1) r;
  return null;
end $$;
alter function app.keep_billables_of_rows() owner to totals_keeper;
create trigger totals_are_kept_after_insert after insert on public.invoice_line_entries
  referencing new table as became for each statement execute function app.keep_billables_of_rows();

revoke execute on function app.keep_billables(uuid) from public;
grant execute on function app.keep_billables(uuid) to totals_keeper;
