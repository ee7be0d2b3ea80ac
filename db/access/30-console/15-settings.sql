-- What members of staff change about themselves: in which language and by which clock they read. A role, an address
-- or whether somebody has access is the administrator's.

-- False where Postgres knows no such time zone.
create function app.change_own_settings(locale text, time_zone text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.staff_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  if locale is null or locale not in ('en', 'de') then raise exception 'no such language' using errcode = '22023'; end if;
  if not exists (select from pg_timezone_names z where z.name = change_own_settings.time_zone) then return false; end if;
  update public.staff s set locale = change_own_settings.locale, time_zone = change_own_settings.time_zone
   where s.id = app.staff_id();
  return true;
end $$;
alter function app.change_own_settings(text, text) owner to rule_keeper;
revoke execute on function app.change_own_settings(text, text) from public;
grant execute on function app.change_own_settings(text, text) to team_member, project_manager, program_manager,
  finance, account_manager, executive, administrator;

grant update (locale, time_zone) on public.staff to rule_keeper;
create policy staff_changes_own_settings on public.staff for update to rule_keeper
  using (id = (select app.staff_id())) with check (id = (select app.staff_id()));
