-- The worker sends the mails, so it alone makes links; and it sweeps out what has ended.

create function app.record_sign_in_link(side text, person uuid, purpose text, link_token_hash bytea,
  expires_at timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare is_known boolean;
begin
  if expires_at > now() + interval '30 days' or expires_at <= now() then
    raise exception 'a sign-in link lives between a moment and 30 days' using errcode = 'check_violation';
  end if;
  is_known := case side
    when 'contact' then exists (select from public.contacts c where c.id = person and c.is_active)
    when 'staff' then exists (select from public.staff s where s.id = person and s.is_active)
    else false end;
  if not is_known then
    raise exception 'no such active person' using errcode = 'no_data_found';
  end if;
  insert into public.sign_in_links (token_hash, side, contact_id, staff_id, purpose, expires_at)
    values (link_token_hash, side, case side when 'contact' then person end, case side when 'staff' then person end,
      purpose, record_sign_in_link.expires_at);
end $$;
alter function app.record_sign_in_link(text, uuid, text, bytea, timestamptz) owner to sign_in_keeper;

-- Whether an invitation still has to set the first password: yes or no, and nothing of the password itself.
create function app.has_password(side text, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case side
    when 'contact' then exists (select from public.contact_credentials c where c.contact_id = person)
    when 'staff' then exists (select from public.staff_credentials s where s.staff_id = person)
    else false end
$$;
alter function app.has_password(text, uuid) owner to sign_in_keeper;

create function app.sweep_sign_in() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from public.contact_sessions where expires_at <= now();
  delete from public.staff_sessions where expires_at <= now();
  delete from public.sign_in_links where expires_at <= now() - interval '30 days';
  delete from public.sign_in_attempts where at <= now() - interval '1 day'
$$;
alter function app.sweep_sign_in() owner to sign_in_keeper;

revoke all on function app.record_sign_in_link(text, uuid, text, bytea, timestamptz), app.has_password(text, uuid),
  app.sweep_sign_in() from public;
grant execute on function app.record_sign_in_link(text, uuid, text, bytea, timestamptz), app.has_password(text, uuid),
  app.sweep_sign_in() to worker_app;
