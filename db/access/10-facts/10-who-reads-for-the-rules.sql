-- Rules of the database (who is in which project, what is billable) have to see every row to be right. They run as
-- rule_keeper, who cannot log in and whom nobody can become; what it may write is said beside the rule that writes.
-- No rule needs a rate, a note, a mail (which may hold a link to sign in with) or what the ledger keeps of a person.

grant usage on schema public to rule_keeper;

do $$
declare found record;
begin
  for found in select tablename from pg_tables where schemaname = 'public' loop
    continue when found.tablename in ('cost_rates', 'money_changes', 'month_reports', 'revenue_recognitions', 'journal_entries', 'internal_notes', 'mails', 'ledger_disclosures');
    execute format('grant select on public.%I to rule_keeper', found.tablename);
    execute format('create policy rules_read_everything on public.%I for select to rule_keeper using (true)',
      found.tablename);
  end loop;
end $$;
