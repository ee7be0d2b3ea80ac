-- A budget is handed in before it is approved or sent back, and never approved by who wrote it: also for two at once.

create function app.check_budget_review() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare author uuid; last_act text;
begin
  perform pg_advisory_xact_lock(hashtextextended('budget ' || new.project_id::text, 0));
  select written_by into author from public.budgets where id = new.budget_id;
  select act into last_act from public.budget_reviews where budget_id = new.budget_id order by done_at desc limit 1;
  if (new.act = 'submitted') <> (coalesce(last_act, 'sent-back') = 'sent-back') or last_act = 'approved' then
    raise exception 'the budget is not at this point' using errcode = '23514', constraint = 'budget_reviews_in_turn';
  end if;
  if new.act <> 'submitted' and new.done_by = author then
    raise exception 'nobody reviews an own budget' using errcode = '23514', constraint = 'budget_reviewed_by_another';
  end if;
  if new.act = 'submitted' and not exists (select from public.budget_lines where budget_id = new.budget_id) then
    raise exception 'a budget has lines' using errcode = '23514', constraint = 'budget_has_lines';
  end if;
  -- Two acts of one transaction have one now(): what comes later has to be later.
  new.done_at := clock_timestamp();
  return new;
end $$;
alter function app.check_budget_review() owner to rule_keeper;
create trigger in_turn before insert on public.budget_reviews
  for each row execute function app.check_budget_review();

-- What a line of the budget in force is worth now; null where its budget is not in force.
create function app.budget_line_value(line uuid) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select l.cost_minor + coalesce((
    select sum(case when t.to_line_id = l.id then t.amount_minor else -t.amount_minor end)
    from public.budget_transfers t
    join public.budget_transfer_answers a on a.budget_transfer_id = t.id and a.answer = 'approved'
    where l.id in (t.from_line_id, t.to_line_id)), 0)::bigint
  from public.budget_lines l
  where l.id = line and l.budget_id = (
    select b.id from public.budgets b join public.budget_reviews r on r.budget_id = b.id and r.act = 'approved'
    where b.project_id = l.project_id order by b.version desc limit 1)
$$;
alter function app.budget_line_value(uuid) owner to rule_keeper;

-- Money moves within the budget in force, never more than is there; contingency only for a risk that came true.
create function app.check_budget_transfer() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare asked public.budget_transfers; available bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('budget ' || new.project_id::text, 0));
  if tg_table_name = 'budget_transfers' then
    asked := new;
  else
    select * into asked from public.budget_transfers where id = new.budget_transfer_id;
    if new.answered_by = asked.asked_by then
      raise exception 'nobody approves an own transfer'
        using errcode = '23514', constraint = 'budget_transfer_by_another';
    end if;
    if new.answer = 'refused' then return new; end if;
  end if;
  available := app.budget_line_value(asked.from_line_id);
  if available is null or app.budget_line_value(asked.to_line_id) is null then
    raise exception 'the budget of this transfer is not in force'
      using errcode = '23514', constraint = 'budget_transfer_in_force';
  end if;
  if asked.amount_minor > available then
    raise exception 'the line has less than that' using errcode = '23514', constraint = 'budget_transfer_covered';
  end if;
  if (select cost_type from public.budget_lines where id = asked.from_line_id) = 'contingency'
    and not exists (select from public.risks where id = asked.risk_id and state = 'occurred') then
    raise exception 'contingency is for risks that came true'
      using errcode = '23514', constraint = 'budget_transfer_for_a_risk';
  end if;
  return new;
end $$;
alter function app.check_budget_transfer() owner to rule_keeper;
create trigger within_the_budget before insert on public.budget_transfers
  for each row execute function app.check_budget_transfer();
create trigger within_the_budget before insert on public.budget_transfer_answers
  for each row execute function app.check_budget_transfer();
