-- Who may touch passwords, sessions and links: sign_in_keeper, who cannot log in and whom nobody can become. The
-- apps ask through the functions beside this file, each of which wants a proof: a password's proof, a session's
-- token or a link's token. So an app that was taken over opens no session for somebody who did not just prove it.

grant usage on schema public to sign_in_keeper;
grant select, insert, update, delete on public.contact_credentials, public.staff_credentials,
  public.contact_sessions, public.staff_sessions, public.sign_in_links, public.sign_in_attempts,
  public.sign_in_secret to sign_in_keeper;
grant select (id, customer_id, name, email, locale, time_zone, is_active) on public.contacts to sign_in_keeper;
grant select (id, name, email, role, locale, time_zone, is_active) on public.staff to sign_in_keeper;

create policy keeper_reads_contacts on public.contacts for select to sign_in_keeper using (true);
create policy keeper_reads_staff on public.staff for select to sign_in_keeper using (true);

do $$
declare noun text;
begin
  foreach noun in array array['contact_credentials', 'staff_credentials', 'contact_sessions', 'staff_sessions',
    'sign_in_links', 'sign_in_attempts', 'sign_in_secret'] loop
    execute format('create policy keeper_keeps_sign_in on public.%I for all to sign_in_keeper
      using (true) with check (true)', noun);
    -- No rule of the business needs a password's proof, whatever else it may see.
    execute format('drop policy if exists rules_read_everything on public.%I', noun);
    execute format('revoke all on public.%I from rule_keeper', noun);
  end loop;
end $$;
