-- Who works for the customer: whom the project's manager names to it, by name and function. No address, no role of
-- ours, nobody who was not named.

create policy contact_reads_shown_team on public.team_places for select to portal_views
  using (is_shown_to_customer and project_id = any (array(select app.contact_project_ids())));
grant select (id, project_id, staff_id, contact_id, vendor_id, person_name, function, is_shown_to_customer)
  on public.team_places to portal_views;

create view portal.team with (security_barrier) as
select t.id, t.project_id, coalesce(s.name, c.name, t.person_name) as name, t.function,
  case when t.staff_id is not null then 'provider' when t.contact_id is not null then 'customer' else 'vendor' end as side
from public.team_places t
left join public.staff s on s.id = t.staff_id
left join public.contacts c on c.id = t.contact_id
where t.is_shown_to_customer and (s.id is not null or c.is_active or t.vendor_id is not null);
alter view portal.team owner to portal_views;
grant select on portal.team to portal_app;
