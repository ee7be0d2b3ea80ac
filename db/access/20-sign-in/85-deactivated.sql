-- Whoever is deactivated is out at once (no function of this folder knows an inactive person), and the sessions of
-- before are gone when somebody is let in again. An invitation that nobody took up is good again then.

create function app.end_sessions() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if tg_table_name = 'contacts' then
    delete from public.contact_sessions s where s.contact_id = new.id;
  else
    delete from public.staff_sessions s where s.staff_id = new.id;
  end if;
  return null;
end $$;
alter function app.end_sessions() owner to sign_in_keeper;
revoke all on function app.end_sessions() from public;

create trigger deactivated_is_signed_out after update of is_active on public.contacts
  for each row when (old.is_active and not new.is_active) execute function app.end_sessions();
create trigger deactivated_is_signed_out after update of is_active on public.staff
  for each row when (old.is_active and not new.is_active) execute function app.end_sessions();
