-- What goes before the customer is what the customer agreed to judge it by, and what our own checkers let pass. The
-- operation says why not in words; here it holds.

create function app.check_submission() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare agreed record;
begin
  if (select d.kind from public.deliverables d where d.id = new.deliverable_id) = 'charter' then return new; end if;
  select v.number, v.criteria, c.criteria_version_id as confirmed into agreed
    from public.criteria_versions v
    left join public.criteria_confirmations c on c.criteria_version_id = v.id
    where v.deliverable_id = new.deliverable_id order by v.number desc limit 1;
  if agreed.confirmed is null or agreed.number is distinct from new.criteria_version
      or agreed.criteria is distinct from new.criteria then
    raise exception 'the customer has not confirmed these criteria'
      using errcode = '23514', constraint = 'criteria_are_confirmed';
  end if;
  if exists (select from public.quality_checks q where q.deliverable_id = new.deliverable_id and coalesce((
      select r.result from public.quality_check_results r where r.check_id = q.id and r.version = new.version
        order by r.checked_at desc limit 1), 'failed') <> 'passed') then
    raise exception 'a check of this version has not passed'
      using errcode = '23514', constraint = 'checks_have_passed';
  end if;
  return new;
end $$;
alter function app.check_submission() owner to rule_keeper;
create trigger agreed_and_checked before insert on public.submissions
  for each row execute function app.check_submission();
