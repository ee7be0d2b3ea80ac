-- The manager submits and publishes; the customer's decisions are read, never written, from this side.

create policy staff_reads_files on public.files for select
  to project_manager, team_member, program_manager, finance
  using ((select app.staff_id()) is not null);
create policy manager_stores_files on public.files for insert to project_manager
  with check ((select app.staff_id()) is not null);
grant select, insert on public.files to project_manager;
grant select on public.files to team_member, program_manager, finance;

grant select, insert on public.submissions, public.submission_files to project_manager;
grant select on public.submissions to program_manager;
grant select on public.submission_files, public.criterion_results to project_manager, team_member, program_manager;
grant select on public.certificates, public.certificate_seals to project_manager, program_manager;
-- The certificate itself says what it releases and how far the signature reaches: the team reads its number.
grant select (id, project_id, decision_id, number, issued_at) on public.certificates to team_member;
grant select on public.decisions to project_manager, program_manager;
-- The team reads what was put and what the customer said, not what it releases for billing nor who may sign for how
-- much. The statement signed names the amount released; a digest covers it, and whoever knows all the rest finds the
-- amount by trying.
grant select (id, project_id, deliverable_id, version, message, submitted_by, submitted_at, criteria, criteria_version,
  tests, stage, terms) on public.submissions to team_member;
grant select (id, project_id, submission_id, outcome, decided_by, decided_at, time_zone, typed_name, reason, kind, act,
  refers_to, on_behalf_of) on public.decisions to team_member;
-- A charter prints the price and the payment schedule: its file is not the team's.
create policy team_reads_no_charter on public.submission_files as restrictive for select to team_member
  using (submission_id <> all (array(select s.id from public.submissions s
    join public.deliverables d on d.id = s.deliverable_id where d.kind = 'charter')));
-- Finance needs to know that and when it was accepted, not what was said about it, but for the certificate: it is the
-- evidence for which a milestone was billed, and an auditor asks finance for it.
grant select (id, project_id, deliverable_id, version, submitted_at, stage) on public.submissions to finance;
grant select (id, project_id, submission_id, outcome, decided_at, kind, act, refers_to, releases_basis_points)
  on public.decisions to finance;
grant select (id, project_id, decision_id) on public.punch_items to finance;
grant select (punch_item_id, project_id) on public.punch_item_closures to finance;
grant select on public.certificates, public.certificate_seals to finance;

grant select, insert on public.publications to project_manager;
grant select on public.publications to team_member, program_manager;

-- What is left of an acceptance with reservations, who has to sign, and how the customer's time runs.
grant select on public.punch_items, public.punch_item_reports, public.punch_item_closures
  to project_manager, team_member, program_manager;
grant insert on public.punch_item_reports to project_manager, team_member;
create policy reports_in_own_name on public.punch_item_reports as restrictive for insert to project_manager, team_member
  with check (reported_by = (select app.staff_id()));
grant select, insert, update, delete on public.signature_requirements to project_manager;
grant select on public.signature_requirements, public.signatures, public.signing_delegations,
  public.delegation_revocations to program_manager;
grant select on public.signatures, public.signing_delegations, public.delegation_revocations to project_manager;
grant select on app.signatures_this_round to project_manager, program_manager;
grant select on public.time_requests, public.time_answers, public.clock_pauses, public.clock_resumptions,
  public.acceptance_reminders to project_manager, team_member, program_manager;
grant insert on public.time_answers, public.clock_pauses, public.clock_resumptions to project_manager;
