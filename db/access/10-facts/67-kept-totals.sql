-- What was worked, spent, earned and is still to come is kept in totals as entries change, because no page can sum a
-- million of them. totals_keeper reads what the rules read, and rates; it cannot log in and nobody becomes it. The views
-- beside say what each total has to be: a test compares them with what is kept after every kind of change.

grant usage on schema public, app, totals to totals_keeper;
grant select on totals.milestone_releases to totals_keeper;
grant select, insert, update, delete on public.task_month_costs, public.line_totals, public.project_totals,
  public.disclosed_costs to totals_keeper;
do $$
declare noun text;
begin
  foreach noun in array array['task_month_costs', 'line_totals', 'project_totals', 'disclosed_costs'] loop
    execute format('create policy totals_are_kept on public.%I for all to totals_keeper
      using (true) with check (true)', noun);
  end loop;
end $$;

-- An entry at the standard rate of its role: what everybody but finance reads, so that no difference between two looks
-- tells what a person costs. Runs after `priced`, and is frozen with that price.
create function app.price_time_at_standard() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.reverses is not null then
    new.standard_minor := (select -standard_minor from public.time_entries where id = new.reverses);
    return new;
  end if;
  if tg_op = 'UPDATE' and old.approved_at is not null then
    new.standard_minor := old.standard_minor;
    if new.approved_at is not null then return new; end if;
  end if;
  new.standard_minor := (
    select round(new.minutes * app.standard_hour_minor(new.job_role, new.kind = 'overtime', c.currency, new.worked_on) / 60)
    from public.contracts c where c.project_id = new.project_id);
  return new;
end $$;
-- An hour of a role in a currency, unrounded; of several currencies that one, else one with a rate of exchange.
create function app.standard_hour_minor(role_name text, is_overtime boolean, code text, on_day date) returns numeric
language sql stable security definer set search_path = pg_catalog as $$
  select app.in_currency(case when is_overtime then coalesce(r.overtime_hour_minor, r.hour_minor) else r.hour_minor end,
    r.currency, code, x.rate)
  from public.cost_rates r
  cross join lateral (select app.exchange_rate_on(r.currency, code, on_day) as rate) x
  where r.staff_id is null and r.job_role = role_name and x.rate is not null
    and r.from_on <= on_day and (r.to_on is null or r.to_on >= on_day)
  order by r.currency <> code, r.currency limit 1
$$;
alter function app.standard_hour_minor(text, boolean, text, date) owner to totals_keeper;
alter function app.price_time_at_standard() owner to totals_keeper;
create trigger priced_at_standard before insert or update on public.time_entries
  for each row execute function app.price_time_at_standard();

-- What an entry adds to its task, line and month. A draft of an expense is its author's own paper still.
do $$
declare
  nil constant text := $q$'00000000-0000-0000-0000-000000000000'::uuid$q$;
  keys constant text := 'project_id, task_key, line_key, month_on';
  sums constant text[] := array['minutes', 'billable_minutes', 'unrated_minutes', 'unapproved_minutes', 'labour_minor',
    'standard_minor', 'bill_minor', 'worked_minor', 'expense_minor', 'vendor_minor', 'unapproved_minor'];
  noun text;
  counted text;
  act text;
  moved text;
  summed text := '';
begin
  foreach noun in array array['time_entries', 'expenses', 'vendor_invoices'] loop
    counted := case noun
      when 'time_entries' then format($q$
        select e.project_id, e.task_id as task_key, coalesce(e.contract_line_id, %s) as line_key,
          date_trunc('month', e.booked_on::timestamp)::date as month_on, e.minutes::bigint as minutes,
          case when e.kind in ('billable', 'overtime') then e.minutes else 0 end as billable_minutes,
          case when e.cost_minor is null then e.minutes else 0 end as unrated_minutes,
          case when e.approved_at is null then e.minutes else 0 end as unapproved_minutes,
          coalesce(e.cost_minor, 0) as labour_minor, coalesce(e.standard_minor, 0) as standard_minor,
          coalesce(e.bill_minor, 0) as bill_minor,
          case when e.approved_at is null then 0 else coalesce(e.bill_minor, 0) end as worked_minor,
          0::bigint as expense_minor, 0::bigint as vendor_minor, 0::bigint as unapproved_minor
        from %%s e$q$, nil)
      when 'expenses' then format($q$
        select e.project_id, coalesce(e.task_id, %1$s), coalesce(e.contract_line_id, %1$s),
          date_trunc('month', e.booked_on::timestamp)::date, 0, 0, 0, 0, 0, 0,
          case when e.is_billable then coalesce(e.cost_minor, 0) else 0 end,
          case when e.is_billable and e.approved_at is not null then coalesce(e.cost_minor, 0) else 0 end,
          coalesce(e.cost_minor, 0), 0, case when e.approved_at is null then coalesce(e.cost_minor, 0) else 0 end
        from %%s e where e.submitted_at is not null$q$, nil)
      else format($q$
        select e.project_id, coalesce(o.task_id, %1$s), %1$s,
          date_trunc('month', e.invoiced_on::timestamp)::date, 0, 0, 0, 0, 0, 0,
          case when e.is_billable then e.cost_minor else 0 end,
          case when e.is_billable and e.approved_at is not null then e.cost_minor else 0 end,
          0, e.cost_minor, case when e.approved_at is null then e.cost_minor else 0 end
        from %%s e join public.purchase_orders o on o.id = e.purchase_order_id$q$, nil)
      end;
    summed := summed || case when summed = '' then '' else ' union all ' end || format(counted, 'public.' || noun);
    foreach act in array array['insert', 'update', 'delete'] loop
      moved := case when act = 'delete' then '' else 'select * from (' || format(counted, 'became')
          || format(') e (%s, %s)', keys, array_to_string(sums, ', ')) end
        || case when act = 'update' then ' union all ' else '' end
        || case when act = 'insert' then '' else format('select %1$s, %2$s from (%3$s) e (%1$s, %4$s)', keys,
          '-' || array_to_string(sums, ', -'), format(counted, 'was'), array_to_string(sums, ', ')) end;
      moved := format('select * from (%s) m (%s, %s)', moved, keys, array_to_string(sums, ', '));
      execute format($f$
        create function app.keep_totals_of_%1$s_after_%2$s() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $body$
        declare moved record;
        begin
          for moved in select distinct m.project_id from (%3$s) m order by 1 loop
            perform app.hold_totals(moved.project_id);
          end loop;
          -- In one order for everybody, so that two who book at once cannot wait for each other.
          insert into public.task_month_costs as kept (%4$s, %5$s)
          select %4$s, %6$s from (%3$s) m group by %4$s having (%7$s) <> (%8$s) order by %4$s
          on conflict (%4$s) do update set %9$s;
          perform app.keep_project(p.project_id) from (select distinct m.project_id from (%3$s) m order by 1) p;
          return null;
        end $body$;
        alter function app.keep_totals_of_%1$s_after_%2$s() owner to totals_keeper;
        create trigger totals_are_kept_after_%2$s after %2$s on public.%1$s
          %10$s for each statement execute function app.keep_totals_of_%1$s_after_%2$s()$f$,
        noun, act, moved, keys, array_to_string(sums, ', '),
        (select string_agg(format('sum(m.%s)::bigint', s), ', ') from unnest(sums) s),
        (select string_agg(format('sum(m.%s)', s), ', ') from unnest(sums) s),
        (select string_agg('0', ', ') from unnest(sums) s),
        (select string_agg(format('%1$s = kept.%1$s + excluded.%1$s', s), ', ') from unnest(sums) s),
        case act when 'insert' then 'referencing new table as became' when 'delete' then 'referencing old table as was'
          else 'referencing old table as was new table as became' end);
    end loop;
  end loop;
  execute format('create view totals.summed_task_months as select %1$s, %2$s from (%3$s) e (%1$s, %4$s) group by %1$s', keys,
    (select string_agg(format('sum(%1$s)::bigint as %1$s', s), ', ') from unnest(sums) s), summed,
    array_to_string(sums, ', '));
  alter view totals.summed_task_months owner to totals_keeper;
end $$;

-- Two who change one project's money wait for each other: what a total is made of must not move while it is made.
create function app.hold_totals(project uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.project_totals (project_id) values (project) on conflict do nothing;
  perform from public.project_totals t where t.project_id = project for update;
end $$;
alter function app.hold_totals(uuid) owner to totals_keeper;
