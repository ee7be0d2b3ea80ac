-- How the customer's time runs, and what is claimed in the warranty. Whoever delivers reads both; the manager stops the
-- clock and answers.

create policy stops_in_own_name on public.clock_pauses as restrictive for insert to project_manager
  with check (paused_by = (select app.staff_id()));
create policy resumes_in_own_name on public.clock_resumptions as restrictive for insert to project_manager
  with check (resumed_by = (select app.staff_id()));
create policy grants_time_in_own_name on public.time_answers as restrictive for insert to project_manager
  with check (answered_by = (select app.staff_id()));

grant select on public.warranty_claims, public.warranty_claim_files, public.claim_answers, public.claim_closures
  to project_manager, team_member, program_manager;
grant insert on public.claim_answers to project_manager;
create policy claims_answered_in_own_name on public.claim_answers as restrictive for insert to project_manager
  with check (answered_by = (select app.staff_id()));

-- When a reminder went out and what the mail server said. Of the mail itself, which may hold a link to sign in with,
-- nothing: so this view reads it with the rights of the rules, for one's own projects.
create view app.reminders_sent with (security_barrier) as
select r.project_id, r.submission_id, r.kind, r.days_before, r.last_day, c.name as contact_name, r.written_at, m.sent_at,
  m.receipt
from public.acceptance_reminders r
join public.contacts c on c.id = r.contact_id
join public.mails m on m.id = r.mail_id
where r.project_id = any (array(select app.staff_project_ids()));
alter view app.reminders_sent owner to rule_keeper;
grant select on app.reminders_sent to project_manager, team_member, program_manager;
grant execute on function app.staff_project_ids() to rule_keeper;
