-- What a closed month holds is corrected by finance in an open one: an entry that takes the old one back, and perhaps one
-- that stands for it. Finance logs and spends nothing else.

create policy finance_corrects on public.time_entries for insert to finance
  with check (num_nonnulls(reverses, corrects) = 1 and approved_by = (select app.staff_id())
    and project_id = any (array(select app.staff_project_ids())));
create policy finance_corrects on public.expenses for insert to finance
  with check (num_nonnulls(reverses, corrects) = 1 and approved_by = (select app.staff_id())
    and project_id = any (array(select app.staff_project_ids())));
grant insert on public.time_entries, public.expenses to finance;
