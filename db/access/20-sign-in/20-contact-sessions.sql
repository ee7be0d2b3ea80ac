-- Which contact a session's token belongs to. Every policy of the portal hangs on app.contact_id(): it looks for the
-- SHA-256 of the token that the app set for this transaction, so that injected SQL cannot name another contact.
-- Idle for twelve hours ends a session, 30 days after signing in ends it whatever happened.

-- Who asks, or null. Never an error: a missing and a forged token look alike.
create function app.contact_id() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select s.contact_id from public.contact_sessions s join public.contacts p on p.id = s.contact_id and p.is_active
   where s.token_hash = sha256(convert_to(current_setting('app.session_token', true), 'UTF8'))
     and s.expires_at > now()
$$;
alter function app.contact_id() owner to sign_in_keeper;

-- When this session's person last proved the password again; null where that never happened.
create function app.contact_stepped_up_at() returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select s.stepped_up_at from public.contact_sessions s
   where s.token_hash = sha256(convert_to(current_setting('app.session_token', true), 'UTF8'))
     and s.expires_at > now()
$$;
alter function app.contact_stepped_up_at() owner to sign_in_keeper;

-- The session and its person, for the app's guard.
create function app.contact_session(session_token text)
returns table (contact_id uuid, customer_id uuid, name text, email text, locale text, time_zone text,
  expires_at timestamptz, stepped_up_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.customer_id, p.name, p.email, p.locale, p.time_zone, s.expires_at, s.stepped_up_at
    from public.contact_sessions s join public.contacts p on p.id = s.contact_id and p.is_active
   where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > now()
$$;
alter function app.contact_session(text) owner to sign_in_keeper;

-- Private to this folder: whoever calls it has seen the proof.
create function app.insert_contact_session(person uuid, session_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.contact_sessions (token_hash, contact_id, created_at, expires_at, absolute_expires_at)
    values (session_token_hash, person, now(), now() + interval '12 hours', now() + interval '30 days')
$$;
alter function app.insert_contact_session(uuid, bytea) owner to sign_in_keeper;

create function app.extend_contact_session(session_token text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.contact_sessions s set expires_at = least(now() + interval '12 hours', s.absolute_expires_at)
   where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > now()
$$;
alter function app.extend_contact_session(text) owner to sign_in_keeper;

create function app.close_contact_session(session_token text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from public.contact_sessions s where s.token_hash = sha256(convert_to(session_token, 'UTF8'))
$$;
alter function app.close_contact_session(text) owner to sign_in_keeper;

revoke all on function app.contact_id(), app.contact_stepped_up_at(), app.contact_session(text),
  app.insert_contact_session(uuid, bytea), app.extend_contact_session(text), app.close_contact_session(text) from public;
grant execute on function app.contact_session(text), app.extend_contact_session(text),
  app.close_contact_session(text) to portal_app;
grant execute on function app.contact_id(), app.contact_stepped_up_at()
  to portal_app, portal_views;
