-- The manager submits and publishes; the customer's decisions are read, never written, from this side.

create policy staff_reads_files on public.files for select to project_manager, team_member, finance
  using ((select app.staff_id()) is not null);
create policy manager_stores_files on public.files for insert to project_manager
  with check ((select app.staff_id()) is not null);
grant select, insert on public.files to project_manager;
grant select on public.files to team_member, finance;

grant select, insert on public.submissions, public.submission_files to project_manager;
grant select on public.submissions, public.submission_files to team_member, program_manager;
grant select on public.decisions, public.criterion_results, public.certificates
  to project_manager, team_member, program_manager;
-- Finance needs to know that and when it was accepted, and the certificate's number; not the words.
grant select (id, project_id, deliverable_id, version, submitted_at) on public.submissions to finance;
grant select (id, project_id, submission_id, outcome, decided_at) on public.decisions to finance;
grant select on public.certificates to finance;

grant select, insert on public.publications to project_manager;
grant select on public.publications to team_member, program_manager;
