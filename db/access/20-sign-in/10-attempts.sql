-- Guessing is slow: ten failures within fifteen minutes close an account's password until they have passed, for
-- addresses that nobody has as well, so that the answer does not tell who is known. Who is
-- signed in and proves the password again is counted apart ('contact step-up'): a stranger who guesses at the door
-- keeps no signatory from signing. Only the functions of this folder call these.

-- Two uuids hold 244 random bits; their hash is the secret. It is made once and stays.
create function app.sign_in_secret() returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare found bytea;
begin
  select secret into found from public.sign_in_secret;
  if found is null then
    insert into public.sign_in_secret (secret)
      values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
      on conflict do nothing;
    select secret into found from public.sign_in_secret;
  end if;
  return found;
end $$;
alter function app.sign_in_secret() owner to sign_in_keeper;
do $$ begin perform app.sign_in_secret(); end $$;

create function app.email_hash(side text, email text) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select sha256(k.secret || convert_to(side || ' ' || lower(btrim(email)), 'UTF8')) from public.sign_in_secret k
$$;
alter function app.email_hash(text, text) owner to sign_in_keeper;

-- The lock makes guesses for one account wait for each other: ten at once are ten, not one.
create function app.may_attempt(side text, email text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  hash constant bytea := app.email_hash(side, email);
  failures integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(hash, 'hex'), 0));
  select count(*) into failures from public.sign_in_attempts a
   where a.email_hash = hash and not a.succeeded and a.at > clock_timestamp() - interval '15 minutes'
     and a.at > coalesce((select max(b.at) from public.sign_in_attempts b
                           where b.email_hash = hash and b.succeeded), '-infinity');
  return failures < 10;
end $$;
alter function app.may_attempt(text, text) owner to sign_in_keeper;

create function app.record_attempt(side text, email text, succeeded boolean) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.sign_in_attempts (side, email_hash, at, succeeded)
    values (split_part(side, ' ', 1), app.email_hash(side, email), clock_timestamp(), succeeded)
$$;
alter function app.record_attempt(text, text, boolean) owner to sign_in_keeper;

revoke all on function app.sign_in_secret(), app.email_hash(text, text), app.may_attempt(text, text),
  app.record_attempt(text, text, boolean) from public;
