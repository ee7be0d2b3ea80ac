-- Hours from before entries kept their price take the one that their day's rate gives; on every later migrate there is
-- nothing left to price, because an entry without a price is one without a rate.
update public.time_entries t set job_role = t.job_role
where t.cost_minor is null and t.approved_at is null and t.reverses is null
  and t.booked_on > coalesce(app.last_closed_day(), '-infinity'::date)
  and exists (
    select from public.cost_rates r join public.contracts c on c.project_id = t.project_id
    where (r.staff_id = t.staff_id or r.staff_id is null and r.job_role = t.job_role)
      and r.from_on <= t.worked_on and (r.to_on is null or r.to_on >= t.worked_on)
      and app.exchange_rate_on(r.currency, c.currency, t.worked_on) is not null);
