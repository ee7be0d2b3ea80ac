-- How a contact proves the password. The app computes argon2id (a database should not burn 64 MiB per guess) and hands
-- over the result; what is compared is its SHA-256, so that a stolen copy of the table signs nobody in.

-- For an unknown address a salt that stays the same: asking tells nobody who is known.
create function app.contact_password_salt(email text)
returns table (salt bytea, memory_kib integer, passes integer)
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(k.salt, substr(app.email_hash('contact salt', given.email), 1, 16)),
         coalesce(k.memory_kib, 65536), coalesce(k.passes, 3)
    from (select lower(btrim(contact_password_salt.email)) as email) given
    left join public.contacts p on p.email = given.email and p.is_active
    left join public.contact_credentials k on k.contact_id = p.id
$$;
alter function app.contact_password_salt(text) owner to sign_in_keeper;

create function app.open_contact_session(email text, proof bytea, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare person uuid;
begin
  if not app.may_attempt('contact', email) then return 'locked'; end if;
  select p.id into person from public.contacts p join public.contact_credentials k on k.contact_id = p.id
   where p.email = lower(btrim(open_contact_session.email)) and p.is_active
     and k.proof_sha256 = sha256(open_contact_session.proof);
  perform app.record_attempt('contact', email, person is not null);
  if person is null then return 'wrong'; end if;
  perform app.insert_contact_session(person, session_token_hash);
  return 'opened';
end $$;
alter function app.open_contact_session(text, bytea, bytea) owner to sign_in_keeper;

-- Proving the password again gives the session another token, so that one that was stolen before is worth nothing.
create function app.step_up_contact_session(session_token text, proof bytea, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  old_hash constant bytea := sha256(convert_to(session_token, 'UTF8'));
  person_email text;
  kept bytea;
begin
  select p.email, k.proof_sha256 into person_email, kept
    from public.contact_sessions s join public.contacts p on p.id = s.contact_id and p.is_active
    left join public.contact_credentials k on k.contact_id = p.id
   where s.token_hash = old_hash and s.expires_at > now();
  if person_email is null then return 'signed-out'; end if;
  if kept is null then return 'no-password'; end if;
  if not app.may_attempt('contact step-up', person_email) then return 'locked'; end if;
  perform app.record_attempt('contact step-up', person_email, kept = sha256(proof));
  if kept is distinct from sha256(proof) then return 'wrong'; end if;
  update public.contact_sessions s set token_hash = session_token_hash, stepped_up_at = now(),
         expires_at = least(now() + interval '12 hours', s.absolute_expires_at)
   where s.token_hash = old_hash;
  return case when found then 'stepped-up' else 'signed-out' end;
end $$;
alter function app.step_up_contact_session(text, bytea, bytea) owner to sign_in_keeper;

revoke all on function app.contact_password_salt(text), app.open_contact_session(text, bytea, bytea),
  app.step_up_contact_session(text, bytea, bytea) from public;
grant execute on function app.contact_password_salt(text), app.open_contact_session(text, bytea, bytea),
  app.step_up_contact_session(text, bytea, bytea) to portal_app;
