-- The secret address of a person's calendar feed is proof of who asks, as a session is: it is kept by its token's
-- SHA-256, nobody comes back from here to an address, and taking it back is deleting it. It opens the feed and nothing
-- else. One per person: a new one ends the old one.

grant select, insert, delete on public.calendar_feeds to sign_in_keeper;
create policy keeper_keeps_feeds on public.calendar_feeds for all to sign_in_keeper using (true) with check (true);
drop policy if exists rules_read_everything on public.calendar_feeds;
revoke all on public.calendar_feeds from rule_keeper;

-- Whose feed a token opens; no row for one that nobody gave out, that was taken back, or whose person has no access.
-- Private to the two functions that read for a feed, each of which knows one side.
create function app.contact_of_feed(feed_token text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select f.contact_id from public.calendar_feeds f join public.contacts p on p.id = f.contact_id and p.is_active
   where f.token_hash = sha256(convert_to(feed_token, 'UTF8'))
$$;
create function app.staff_of_feed(feed_token text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select f.staff_id from public.calendar_feeds f join public.staff p on p.id = f.staff_id and p.is_active
   where f.token_hash = sha256(convert_to(feed_token, 'UTF8'))
$$;

create function portal.open_calendar_feed(feed_token_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if app.contact_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  delete from public.calendar_feeds f where f.contact_id = app.contact_id();
  insert into public.calendar_feeds (token_hash, contact_id) values (feed_token_hash, app.contact_id());
end $$;
create function portal.close_calendar_feed() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from public.calendar_feeds f where f.contact_id = app.contact_id()
$$;
create function portal.calendar_feed_since() returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select f.created_at from public.calendar_feeds f where f.contact_id = app.contact_id()
$$;

create function app.open_calendar_feed(feed_token_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if app.staff_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  delete from public.calendar_feeds f where f.staff_id = app.staff_id();
  insert into public.calendar_feeds (token_hash, staff_id) values (feed_token_hash, app.staff_id());
end $$;
create function app.close_calendar_feed() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from public.calendar_feeds f where f.staff_id = app.staff_id()
$$;
create function app.calendar_feed_since() returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select f.created_at from public.calendar_feeds f where f.staff_id = app.staff_id()
$$;

alter function app.contact_of_feed(text) owner to sign_in_keeper;
alter function app.staff_of_feed(text) owner to sign_in_keeper;
alter function portal.open_calendar_feed(bytea) owner to sign_in_keeper;
alter function portal.close_calendar_feed() owner to sign_in_keeper;
alter function portal.calendar_feed_since() owner to sign_in_keeper;
alter function app.open_calendar_feed(bytea) owner to sign_in_keeper;
alter function app.close_calendar_feed() owner to sign_in_keeper;
alter function app.calendar_feed_since() owner to sign_in_keeper;

revoke all on function app.contact_of_feed(text), app.staff_of_feed(text), portal.open_calendar_feed(bytea),
  portal.close_calendar_feed(), portal.calendar_feed_since(), app.open_calendar_feed(bytea),
  app.close_calendar_feed(), app.calendar_feed_since() from public;
grant execute on function app.contact_of_feed(text), app.staff_of_feed(text) to rule_keeper;
grant execute on function portal.open_calendar_feed(bytea), portal.close_calendar_feed(),
  portal.calendar_feed_since() to portal_app;
-- Who delivers has milestones to keep.
grant execute on function app.open_calendar_feed(bytea), app.close_calendar_feed(), app.calendar_feed_since()
  to team_member, project_manager, program_manager;
