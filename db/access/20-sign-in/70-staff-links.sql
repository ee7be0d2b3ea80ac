-- What a link from a mail is worth to a member of staff, once.

-- What the page behind a link says before its button is pressed. It uses nothing up: mail scanners open links too.
create function app.staff_link(link_token text)
returns table (purpose text, name text, email text, locale text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.purpose, p.name, p.email, p.locale
    from public.sign_in_links l join public.staff p on p.id = l.staff_id and p.is_active
   where l.token_hash = sha256(convert_to(link_token, 'UTF8')) and l.used_at is null and l.expires_at > now()
$$;
alter function app.staff_link(text) owner to sign_in_keeper;

-- Private to this folder. Two uses at once: the second waits for the first one's row and then finds it used.
create function app.use_staff_link(link_token text, wanted_purpose text) returns uuid
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_in_links l set used_at = now() from public.staff p
   where l.token_hash = sha256(convert_to(link_token, 'UTF8')) and l.purpose = wanted_purpose
     and l.used_at is null and l.expires_at > now() and p.id = l.staff_id and p.is_active
  returning l.staff_id
$$;
alter function app.use_staff_link(text, text) owner to sign_in_keeper;

create function app.open_staff_session_by_link(link_token text, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare person constant uuid := app.use_staff_link(link_token, 'sign-in');
begin
  if person is null then return 'used'; end if;
  perform app.insert_staff_session(person, session_token_hash);
  return 'opened';
end $$;
alter function app.open_staff_session_by_link(text, bytea) owner to sign_in_keeper;

-- Private to this folder. A new password ends every session and every other invitation of the person.
create function app.set_staff_password(person uuid, salt bytea, memory_kib integer, passes integer, proof_sha256 bytea)
returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.staff_credentials (staff_id, salt, memory_kib, passes, proof_sha256, set_at)
    values (person, salt, memory_kib, passes, proof_sha256, now())
    on conflict (staff_id) do update set salt = excluded.salt, memory_kib = excluded.memory_kib,
      passes = excluded.passes, proof_sha256 = excluded.proof_sha256, set_at = excluded.set_at;
  delete from public.staff_sessions s where s.staff_id = person;
  update public.sign_in_links l set used_at = now()
   where l.staff_id = person and l.purpose = 'invitation' and l.used_at is null
$$;
alter function app.set_staff_password(uuid, bytea, integer, integer, bytea) owner to sign_in_keeper;

create function app.accept_staff_invitation(link_token text, salt bytea, memory_kib integer, passes integer,
  proof_sha256 bytea, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare person constant uuid := app.use_staff_link(link_token, 'invitation');
begin
  if person is null then return 'used'; end if;
  perform app.set_staff_password(person, salt, memory_kib, passes, proof_sha256);
  perform app.insert_staff_session(person, session_token_hash);
  return 'opened';
end $$;
alter function app.accept_staff_invitation(text, bytea, integer, integer, bytea, bytea) owner to sign_in_keeper;

revoke all on function app.staff_link(text), app.use_staff_link(text, text),
  app.open_staff_session_by_link(text, bytea), app.set_staff_password(uuid, bytea, integer, integer, bytea),
  app.accept_staff_invitation(text, bytea, integer, integer, bytea, bytea) from public;
grant execute on function app.staff_link(text), app.open_staff_session_by_link(text, bytea),
  app.accept_staff_invitation(text, bytea, integer, integer, bytea, bytea) to console_app;
