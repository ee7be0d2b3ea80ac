-- Which member of staff a session's token belongs to: the same as for contacts, in tables and functions of its own, so
-- that neither app can execute anything that belongs to the other side.
-- Idle for twelve hours ends a session, 7 days after signing in ends it whatever happened.

-- Who asks, or null: also null in every role but the person's own, so that becoming another role shows nothing.
create function app.staff_id() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select s.staff_id from public.staff_sessions s join public.staff p on p.id = s.staff_id and p.is_active
   where s.token_hash = sha256(convert_to(current_setting('app.session_token', true), 'UTF8'))
     and s.expires_at > now()
     and p.role = current_setting('role')
$$;
alter function app.staff_id() owner to sign_in_keeper;

-- When this session's person last proved the password again; null where that never happened.
create function app.staff_stepped_up_at() returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select s.stepped_up_at from public.staff_sessions s
   where s.token_hash = sha256(convert_to(current_setting('app.session_token', true), 'UTF8'))
     and s.expires_at > now()
$$;
alter function app.staff_stepped_up_at() owner to sign_in_keeper;

-- The session and its person, for the app's guard.
create function app.staff_session(session_token text)
returns table (staff_id uuid, role text, name text, email text, locale text, time_zone text,
  expires_at timestamptz, stepped_up_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.role, p.name, p.email, p.locale, p.time_zone, s.expires_at, s.stepped_up_at
    from public.staff_sessions s join public.staff p on p.id = s.staff_id and p.is_active
   where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > now()
$$;
alter function app.staff_session(text) owner to sign_in_keeper;

-- Private to this folder: whoever calls it has seen the proof.
create function app.insert_staff_session(person uuid, session_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.staff_sessions (token_hash, staff_id, created_at, expires_at, absolute_expires_at)
    values (session_token_hash, person, now(), now() + interval '12 hours', now() + interval '7 days')
$$;
alter function app.insert_staff_session(uuid, bytea) owner to sign_in_keeper;

create function app.extend_staff_session(session_token text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.staff_sessions s set expires_at = least(now() + interval '12 hours', s.absolute_expires_at)
   where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > now()
$$;
alter function app.extend_staff_session(text) owner to sign_in_keeper;

create function app.close_staff_session(session_token text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from public.staff_sessions s where s.token_hash = sha256(convert_to(session_token, 'UTF8'))
$$;
alter function app.close_staff_session(text) owner to sign_in_keeper;

revoke all on function app.staff_id(), app.staff_stepped_up_at(), app.staff_session(text),
  app.insert_staff_session(uuid, bytea), app.extend_staff_session(text), app.close_staff_session(text) from public;
grant execute on function app.staff_session(text), app.extend_staff_session(text),
  app.close_staff_session(text) to console_app;
grant execute on function app.staff_id(), app.staff_stepped_up_at()
  to team_member, project_manager, program_manager, finance, account_manager, executive, administrator;
