-- A contract is worth its lines, and its schedule sums to its fixed prices: checked at commit, so that all may change in
-- one transaction. Each milestone but a deposit is a part of one fixed price, and those of each fixed price sum to what
-- it is worth now. Hours, caps and retainers are billed by what was worked or by periods and need no milestone. A deposit
-- is billed beside the schedule and set off against it: all of them together are not above the contract's value.

create function app.check_payment_schedule() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  contract public.contracts;
  wrong record;
begin
  select * into contract from public.contracts where project_id = coalesce(new.project_id, old.project_id);
  if not found then return null; end if;
  select coalesce(sum(v.current_minor), 0) as worth, min(v.current_minor) as least into wrong
    from app.contract_line_values v where v.project_id = contract.project_id;
  if wrong.worth <> contract.value_minor or wrong.least < 0 then
    raise exception 'the lines sum to % and the contract is worth %', wrong.worth, contract.value_minor
      using errcode = '23514', constraint = 'contract_value_is_its_lines';
  end if;
  select v.name, v.current_minor, scheduled.minor into wrong from app.contract_line_values v
    cross join lateral (select coalesce(sum(m.amount_minor), 0) as minor from public.billing_milestones m
      where m.contract_line_id = v.contract_line_id and m.trigger <> 'deposit') scheduled
    where v.project_id = contract.project_id
      and scheduled.minor <> case when v.kind = 'fixed-price' then v.current_minor else 0 end limit 1;
  if found or exists (select from public.billing_milestones m where m.project_id = contract.project_id
      and m.trigger <> 'deposit' and m.contract_line_id is null) then
    raise exception 'the payment schedule of % sums to % and it is worth %', wrong.name, wrong.minor, wrong.current_minor
      using errcode = '23514', constraint = 'payment_schedule_sums_to_value';
  end if;
  if (select coalesce(sum(m.amount_minor), 0) from public.billing_milestones m
      where m.project_id = contract.project_id and m.trigger = 'deposit') > contract.value_minor then
    raise exception 'deposits above the contract''s value'
      using errcode = '23514', constraint = 'deposits_within_value';
  end if;
  return null;
end $$;
alter function app.check_payment_schedule() owner to rule_keeper;

do $$
declare noun text;
begin
  foreach noun in array array['contracts', 'contract_lines', 'billing_milestones', 'change_decisions'] loop
    execute format('create constraint trigger sums_to_value after insert or update%s on public.%I
      deferrable initially deferred for each row execute function app.check_payment_schedule()',
      case when noun = 'contracts' then '' else ' or delete' end, noun);
  end loop;
end $$;

-- What was put before the customer names what its acceptance releases. From the first submission, proposed change or
-- invoice on, price and schedule stand: otherwise a milestone could be released by tying it to something else that was
-- accepted already. Only the customer's approval of a change alters them, which the database's own function carries
-- out as rule_keeper, whom nobody can become.
create function app.refuse_change_once_submitted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare project uuid := coalesce(new.project_id, old.project_id);
begin
  if exists (select from public.submissions s where s.project_id = project)
      or exists (select from public.change_requests r where r.project_id = project)
      or exists (select from public.invoices i where i.project_id = project) then
    raise exception 'the contract stands once something was submitted, changed or billed under it'
      using errcode = '23514', constraint = 'contract_stands_once_submitted';
  end if;
  return coalesce(new, old);
end $$;
alter function app.refuse_change_once_submitted() owner to rule_keeper;

create trigger stands_once_submitted before update on public.contracts for each row
  when (current_user <> 'rule_keeper' and (old.project_id, old.currency, old.value_minor, old.tax_basis_points)
    is distinct from (new.project_id, new.currency, new.value_minor, new.tax_basis_points))
  execute function app.refuse_change_once_submitted();
do $$
declare noun text;
begin
  foreach noun in array array['contract_lines', 'billing_milestones', 'billing_milestone_releases'] loop
    execute format($t$create trigger stands_once_submitted before insert or update or delete on public.%I
      for each row when (current_user <> 'rule_keeper') execute function app.refuse_change_once_submitted()$t$, noun);
  end loop;
end $$;
