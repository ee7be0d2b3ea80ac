-- The customer's home: its projects, who answers for them, and what was published. Never the working plan.

grant select (id, code, name, customer_id, manager_id, publishes, time_zone, created_at) on public.projects to portal_views;
grant select (id, name, kind, address) on public.customers to portal_views;
grant select (id, name, email) on public.staff to portal_views;
grant select (id, customer_id, name, email, job_title, locale, time_zone, is_active) on public.contacts to portal_views;
grant select on public.project_contacts to portal_views;
grant select (project_id, contact_id, kind, currency, up_to_minor, from_on, to_on) on public.signing_authorities
  to portal_views;
grant select on public.publications to portal_views;

create view portal.projects with (security_barrier) as
select p.id, p.code, p.name, c.name as customer_name, c.kind as customer_kind, p.publishes, p.time_zone,
  s.name as manager_name, s.email as manager_email, mine.role as my_role, p.created_at
from public.projects p
join public.customers c on c.id = p.customer_id
join public.staff s on s.id = p.manager_id
join public.project_contacts mine on mine.project_id = p.id and mine.contact_id = (select app.contact_id());

create view portal.publications with (security_barrier) as
select p.id, p.project_id, p.number, p.published_at, s.name as published_by_name, p.projection, p.digest
from public.publications p join public.staff s on s.id = p.published_by;

create view portal.participants with (security_barrier) as
select pc.project_id, c.id as contact_id, c.name, c.job_title, pc.role, pc.end_user_group
from public.project_contacts pc join public.contacts c on c.id = pc.contact_id
where c.is_active;

-- In whose authority a person may sign: the own one, and that of a signatory who delegated it. Nobody else's is shown.
create view portal.authorities with (security_barrier) as
select a.project_id, a.kind, a.currency, a.up_to_minor, a.from_on, a.to_on, null::uuid as delegated_by,
  null::text as delegated_by_name, null::date as delegated_from, null::date as delegated_until
from public.signing_authorities a where a.contact_id = (select app.contact_id())
union all
select a.project_id, a.kind, a.currency, a.up_to_minor, a.from_on, a.to_on, d.from_contact_id, c.name, d.from_on, d.to_on
from public.signing_delegations d
join public.signing_authorities a on a.project_id = d.project_id and a.contact_id = d.from_contact_id
join public.project_contacts pc on pc.project_id = d.project_id and pc.contact_id = d.from_contact_id
  and pc.role = 'signatory'
join public.contacts c on c.id = d.from_contact_id
where d.to_contact_id = (select app.contact_id())
  and not exists (select from public.delegation_revocations r where r.delegation_id = d.id);

alter view portal.projects owner to portal_views;
alter view portal.publications owner to portal_views;
alter view portal.participants owner to portal_views;
alter view portal.authorities owner to portal_views;
grant select on portal.projects, portal.publications, portal.participants, portal.authorities to portal_app;
