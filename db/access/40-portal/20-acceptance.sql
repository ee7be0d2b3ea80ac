-- What was put before the customer, and what the customer decided on it.

grant select (id, project_id, code, name, description, kind, position) on public.deliverables to portal_views;
grant select on public.submissions, public.submission_files, public.criterion_results, public.certificates,
  public.files to portal_views;
grant select (id, project_id, submission_id, outcome, decided_by, decided_at, time_zone, typed_name, statement, reason,
  submission_digest) on public.decisions to portal_views;

create view portal.submissions with (security_barrier) as
select s.id, s.project_id, s.deliverable_id, d.code as deliverable_code, d.name as deliverable_name,
  d.description as deliverable_description, d.kind as deliverable_kind, d.position as deliverable_position, s.version,
  s.message, s.submitted_at, by.name as submitted_by_name, s.criteria, s.releases, s.value_minor, s.currency, s.digest,
  c.id as decision_id, c.outcome, c.decided_at
from public.submissions s
join public.deliverables d on d.id = s.deliverable_id
join public.staff by on by.id = s.submitted_by
left join public.decisions c on c.submission_id = s.id;

create view portal.submission_files with (security_barrier) as
select sf.project_id, sf.submission_id, sf.position, sf.name, sf.sha256, f.size_bytes, f.media_type
from public.submission_files sf join public.files f on f.sha256 = sf.sha256;

create view portal.decisions with (security_barrier) as
select c.id, c.project_id, c.submission_id, c.outcome, c.decided_at, c.time_zone, c.typed_name, c.statement, c.reason,
  c.submission_digest, p.name as decided_by_name, p.job_title as decided_by_job_title
from public.decisions c join public.contacts p on p.id = c.decided_by;

create view portal.criterion_results with (security_barrier) as
select r.project_id, r.decision_id, r.criterion_id, r.result, r.comment from public.criterion_results r;

create view portal.certificates with (security_barrier) as
select c.id, c.project_id, c.decision_id, d.submission_id, c.number, c.issued_at, c.file_sha256, f.size_bytes
from public.certificates c
join public.decisions d on d.id = c.decision_id
join public.files f on f.sha256 = c.file_sha256;

alter view portal.submissions owner to portal_views;
alter view portal.submission_files owner to portal_views;
alter view portal.decisions owner to portal_views;
alter view portal.criterion_results owner to portal_views;
alter view portal.certificates owner to portal_views;
grant select on portal.submissions, portal.submission_files, portal.decisions, portal.criterion_results,
  portal.certificates to portal_app;
