-- Who has to sign, who has signed, and who lets whom sign. What a colleague's authority is worth stays with the colleague;
-- that it was delegated is read by those two.

grant select on public.signature_requirements, public.delegation_revocations to portal_views;
grant select (id, project_id, submission_id, outcome, signed_by, on_behalf_of, signed_at, time_zone, round) on public.signatures
  to portal_views;
grant select (id, project_id, from_contact_id, to_contact_id, from_on, to_on, reason, delegated_at)
  on public.signing_delegations to portal_views;

-- As app.required_signatories says: those named for the deliverable, else those for all; with the signature of each.
create view portal.required_signatures with (security_barrier) as
select s.project_id, s.id as submission_id, r.position, r.contact_id, p.name, p.job_title, g.outcome, g.signed_at,
  g.signed_by, by.name as signed_by_name
from public.submissions s
join public.signature_requirements r on r.project_id = s.project_id and r.deliverable_id is not distinct from (
  select o.deliverable_id from public.signature_requirements o
  where o.project_id = s.project_id and o.deliverable_id = s.deliverable_id limit 1)
join public.contacts p on p.id = r.contact_id
left join public.signatures g on g.submission_id = s.id and coalesce(g.on_behalf_of, g.signed_by) = r.contact_id
  -- As app.signatures_this_round, which shows more than is granted here.
  and g.round = 1 + (select count(*) from public.decisions w where w.submission_id = s.id and w.act = 'withdraws')
left join public.contacts by on by.id = g.signed_by;

create view portal.delegations with (security_barrier) as
select d.id, d.project_id, d.from_contact_id, giver.name as from_name, d.to_contact_id, taker.name as to_name, d.from_on,
  d.to_on, d.reason, d.delegated_at, r.revoked_at
from public.signing_delegations d
join public.contacts giver on giver.id = d.from_contact_id
join public.contacts taker on taker.id = d.to_contact_id
left join public.delegation_revocations r on r.delegation_id = d.id
where d.from_contact_id = (select app.contact_id()) or d.to_contact_id = (select app.contact_id());

alter view portal.required_signatures owner to portal_views;
alter view portal.delegations owner to portal_views;
grant select on portal.required_signatures, portal.delegations to portal_app;
