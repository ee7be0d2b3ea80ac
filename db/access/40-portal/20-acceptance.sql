-- What was put before the customer, and what the customer decided on it.

grant select (id, project_id, code, name, description, kind, position, acceptance) on public.deliverables to portal_views;
grant select on public.submissions, public.submission_files, public.criterion_results, public.certificates,
  public.certificate_seals, public.files to portal_views;
grant select (id, project_id, submission_id, kind, act, refers_to, outcome, decided_by, on_behalf_of, decided_at, time_zone,
  typed_name, statement, reason, submission_digest, releases_basis_points, clause, clock) on public.decisions to portal_views;
grant select on public.punch_items, public.punch_item_reports, public.punch_item_closures to portal_views;

create view portal.submissions with (security_barrier) as
select s.id, s.project_id, s.deliverable_id, d.code as deliverable_code, d.name as deliverable_name,
  d.description as deliverable_description, d.kind as deliverable_kind, d.position as deliverable_position, s.version,
  s.message, s.submitted_at, by.name as submitted_by_name, s.criteria, s.releases, s.value_minor, s.currency, s.digest,
  c.id as decision_id, c.outcome, c.decided_at, s.criteria_version, s.tests,
  exists (select from public.submissions later
    where later.deliverable_id = s.deliverable_id and later.version > s.version) as is_superseded, s.stage, s.terms,
  c.kind as decision_kind, d.acceptance
from public.submissions s
join public.deliverables d on d.id = s.deliverable_id
join public.staff by on by.id = s.submitted_by
left join public.decisions c on c.submission_id = s.id and c.act <> 'withdraws'
  and not exists (select from public.decisions later where later.refers_to = c.id);

create view portal.submission_files with (security_barrier) as
select sf.project_id, sf.submission_id, sf.position, sf.name, sf.sha256, f.size_bytes, f.media_type
from public.submission_files sf join public.files f on f.sha256 = sf.sha256;

-- Every decision, also one that a later one withdrew or corrected; `is_in_force` says which holds.
create view portal.decisions with (security_barrier) as
select c.id, c.project_id, c.submission_id, c.kind, c.act, c.refers_to, c.outcome, c.decided_at, c.time_zone, c.typed_name,
  c.statement, c.reason, c.submission_digest, c.releases_basis_points, c.clause, c.clock, p.name as decided_by_name,
  p.job_title as decided_by_job_title, behalf.name as on_behalf_of_name,
  c.act <> 'withdraws' and not exists (select from public.decisions later where later.refers_to = c.id) as is_in_force
from public.decisions c
left join public.contacts p on p.id = c.decided_by
left join public.contacts behalf on behalf.id = c.on_behalf_of;

-- What a decision rests on that was signed with an outside service: shown as what it is, with both its files.
grant select on public.outside_envelopes to portal_views;
grant select (decision_id, project_id, position, contact_id, on_behalf_of) on public.outside_signers to portal_views;
create view portal.outside_envelopes with (security_barrier) as
select e.project_id, e.decision_id, d.submission_id, e.service, e.envelope_id, e.completed_at, e.recorded_at,
  by.name as recorded_by_name, e.document_name, e.document_sha256, document.size_bytes as document_bytes,
  e.completion_name, e.completion_sha256, completion.size_bytes as completion_bytes,
  (select jsonb_agg(jsonb_build_object('name', c.name, 'jobTitle', c.job_title, 'onBehalfOf', behalf.name)
    order by s.position) from public.outside_signers s
    join public.contacts c on c.id = s.contact_id
    left join public.contacts behalf on behalf.id = s.on_behalf_of
    where s.decision_id = e.decision_id) as signers
from public.outside_envelopes e
join public.decisions d on d.id = e.decision_id
join public.staff by on by.id = e.recorded_by
join public.files document on document.sha256 = e.document_sha256
join public.files completion on completion.sha256 = e.completion_sha256;

-- That our side agreed to correct what the contract deemed, and why.
grant select on public.correction_agreements to portal_views;
create view portal.correction_agreements with (security_barrier) as
select a.project_id, a.decision_id, a.reason, a.agreed_at, by.name as agreed_by_name
from public.correction_agreements a join public.staff by on by.id = a.agreed_by;

create view portal.punch_items with (security_barrier) as
select i.id, i.project_id, i.decision_id, d.submission_id, i.position, i.criterion_id, i.text, i.owner_side, i.owner_name,
  i.due_on, x.closed_at, p.name as closed_by_name, x.note as closing_remark,
  (select coalesce(jsonb_agg(jsonb_build_object('note', r.note, 'at', r.reported_at, 'by', s.name) order by r.reported_at),
    '[]'::jsonb) from public.punch_item_reports r join public.staff s on s.id = r.reported_by
    where r.punch_item_id = i.id) as reports
from public.punch_items i
join public.decisions d on d.id = i.decision_id
left join public.punch_item_closures x on x.punch_item_id = i.id
left join public.contacts p on p.id = x.closed_by;

create view portal.criterion_results with (security_barrier) as
select r.project_id, r.decision_id, r.criterion_id, r.result, r.comment from public.criterion_results r;

create view portal.certificates with (security_barrier) as
select c.id, c.project_id, c.decision_id, d.submission_id, c.number, c.issued_at, f.sha256 as file_sha256, f.size_bytes
from public.certificates c
join public.decisions d on d.id = c.decision_id
-- Of the same sealed content the file with the timestamp, once there is one.
left join public.certificate_seals raised on raised.certificate_id = c.id and raised.level = 'B-T'
join public.files f on f.sha256 = coalesce(raised.file_sha256, c.file_sha256);

alter view portal.submissions owner to portal_views;
alter view portal.submission_files owner to portal_views;
alter view portal.decisions owner to portal_views;
alter view portal.outside_envelopes owner to portal_views;
alter view portal.correction_agreements owner to portal_views;
alter view portal.punch_items owner to portal_views;
alter view portal.criterion_results owner to portal_views;
alter view portal.certificates owner to portal_views;
grant select on portal.submissions, portal.submission_files, portal.decisions, portal.outside_envelopes,
  portal.correction_agreements, portal.punch_items, portal.criterion_results, portal.certificates to portal_app;
