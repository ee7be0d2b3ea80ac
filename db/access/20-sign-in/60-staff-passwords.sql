-- How a member of staff proves the password: the same as for contacts.

-- For an unknown address a salt that stays the same: asking tells nobody who is known.
create function app.staff_password_salt(email text)
returns table (salt bytea, memory_kib integer, passes integer)
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(k.salt, substr(app.email_hash('staff salt', given.email), 1, 16)),
         coalesce(k.memory_kib, 65536), coalesce(k.passes, 3)
    from (select lower(btrim(staff_password_salt.email)) as email) given
    left join public.staff p on p.email = given.email and p.is_active
    left join public.staff_credentials k on k.staff_id = p.id
$$;
alter function app.staff_password_salt(text) owner to sign_in_keeper;

create function app.open_staff_session(email text, proof bytea, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare person uuid;
begin
  if not app.may_attempt('staff', email) then return 'locked'; end if;
  select p.id into person from public.staff p join public.staff_credentials k on k.staff_id = p.id
   where p.email = lower(btrim(open_staff_session.email)) and p.is_active
     and k.proof_sha256 = sha256(open_staff_session.proof);
  perform app.record_attempt('staff', email, person is not null);
  if person is null then return 'wrong'; end if;
  perform app.insert_staff_session(person, session_token_hash);
  return 'opened';
end $$;
alter function app.open_staff_session(text, bytea, bytea) owner to sign_in_keeper;

-- Proving the password again gives the session another token, so that one that was stolen before is worth nothing.
create function app.step_up_staff_session(session_token text, proof bytea, session_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  old_hash constant bytea := sha256(convert_to(session_token, 'UTF8'));
  person_email text;
  kept bytea;
begin
  select p.email, k.proof_sha256 into person_email, kept
    from public.staff_sessions s join public.staff p on p.id = s.staff_id and p.is_active
    left join public.staff_credentials k on k.staff_id = p.id
   where s.token_hash = old_hash and s.expires_at > now();
  if person_email is null then return 'signed-out'; end if;
  if kept is null then return 'no-password'; end if;
  if not app.may_attempt('staff step-up', person_email) then return 'locked'; end if;
  perform app.record_attempt('staff step-up', person_email, kept = sha256(proof));
  if kept is distinct from sha256(proof) then return 'wrong'; end if;
  update public.staff_sessions s set token_hash = session_token_hash, stepped_up_at = now(),
         expires_at = least(now() + interval '12 hours', s.absolute_expires_at)
   where s.token_hash = old_hash;
  return case when found then 'stepped-up' else 'signed-out' end;
end $$;
alter function app.step_up_staff_session(text, bytea, bytea) owner to sign_in_keeper;

revoke all on function app.staff_password_salt(text), app.open_staff_session(text, bytea, bytea),
  app.step_up_staff_session(text, bytea, bytea) from public;
grant execute on function app.staff_password_salt(text), app.open_staff_session(text, bytea, bytea),
  app.step_up_staff_session(text, bytea, bytea) to console_app;
