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
