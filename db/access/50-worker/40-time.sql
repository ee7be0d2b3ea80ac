-- Reminders of days without hours: the worker reads who logged on which day, in what no money stands, and keeps which
-- day it asked whom about.

grant select (staff_id, worked_on, id) on public.time_entries to worker_app;
create policy worker_reads_days on public.time_entries for select to worker_app using (true);
-- What became of a week, for whoever has to answer it or mend it.
grant select on public.time_reviews to worker_app;
create policy worker_reads on public.time_reviews for select to worker_app using (true);
grant select, insert on public.time_reminders to worker_app;
create policy worker_reminds on public.time_reminders for all to worker_app using (true) with check (true);
