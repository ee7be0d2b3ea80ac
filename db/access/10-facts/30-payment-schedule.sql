-- A payment schedule sums to the contract's value: checked at commit, so that both may change in one transaction.

create function app.check_payment_schedule() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  contract public.contracts;
  scheduled numeric;
begin
  select * into contract from public.contracts where project_id = coalesce(new.project_id, old.project_id);
  if not found then return null; end if;
  select coalesce(sum(amount_minor), 0) into scheduled
    from public.billing_milestones where project_id = contract.project_id;
  if scheduled <> contract.value_minor then
    raise exception 'the payment schedule sums to % and the contract is worth %', scheduled, contract.value_minor
      using errcode = '23514', constraint = 'payment_schedule_sums_to_value';
  end if;
  return null;
end $$;
alter function app.check_payment_schedule() owner to rule_keeper;

create constraint trigger sums_to_value after insert or update on public.contracts
  deferrable initially deferred for each row execute function app.check_payment_schedule();
create constraint trigger sums_to_value after insert or update or delete on public.billing_milestones
  deferrable initially deferred for each row execute function app.check_payment_schedule();

-- What was put before the customer names what its acceptance releases. From the first submission on, price and
-- schedule stand: otherwise a milestone could be released by tying it to something else that was accepted already.
create function app.refuse_change_once_submitted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare project uuid := coalesce(new.project_id, old.project_id);
begin
  if exists (select from public.submissions s where s.project_id = project) then
    raise exception 'the contract stands once something was submitted under it'
      using errcode = '23514', constraint = 'contract_stands_once_submitted';
  end if;
  return coalesce(new, old);
end $$;
alter function app.refuse_change_once_submitted() owner to rule_keeper;

create trigger stands_once_submitted before update on public.contracts for each row
  when ((old.project_id, old.currency, old.value_minor, old.tax_basis_points)
    is distinct from (new.project_id, new.currency, new.value_minor, new.tax_basis_points))
  execute function app.refuse_change_once_submitted();
create trigger stands_once_submitted before insert or update or delete on public.billing_milestones
  for each row execute function app.refuse_change_once_submitted();
create trigger stands_once_submitted before insert or update or delete on public.billing_milestone_releases
  for each row execute function app.refuse_change_once_submitted();
