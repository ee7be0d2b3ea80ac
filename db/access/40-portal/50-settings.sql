-- What contacts change about themselves: in which language and by which clock they read. Whose row it is says the
-- session, nobody else; name, address and rights are not theirs to change.

-- False where Postgres knows no such time zone.
create function portal.change_own_settings(locale text, time_zone text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.contact_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  if locale is null or locale not in ('en', 'de') then raise exception 'no such language' using errcode = '22023'; end if;
  if not exists (select from pg_timezone_names z where z.name = change_own_settings.time_zone) then return false; end if;
  update public.contacts c set locale = change_own_settings.locale, time_zone = change_own_settings.time_zone
   where c.id = app.contact_id();
  return true;
end $$;
alter function portal.change_own_settings(text, text) owner to rule_keeper;
revoke execute on function portal.change_own_settings(text, text) from public;
grant execute on function portal.change_own_settings(text, text) to portal_app;

grant update (locale, time_zone) on public.contacts to rule_keeper;
create policy contact_changes_own_settings on public.contacts for update to rule_keeper
  using (id = (select app.contact_id())) with check (id = (select app.contact_id()));
