-- What a contact's calendar program fetches without a session: the milestones of the contact's projects as they were
-- last published. It reads publications and never the working plan, as everything of the portal.

create function portal.calendar_feed(feed_token text)
returns table (locale text, project_id uuid, code text, project_name text, milestones jsonb, published_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select c.locale, p.id, p.code, p.name, latest.milestones, latest.published_at
    from (select app.contact_of_feed(feed_token) as contact_id) whose
    join public.contacts c on c.id = whose.contact_id
    left join public.project_contacts mine on mine.contact_id = c.id
    left join public.projects p on p.id = mine.project_id and p.customer_id = c.customer_id
    left join lateral (
      select u.projection -> 'milestones' as milestones, u.published_at from public.publications u
       where u.project_id = p.id order by u.number desc limit 1) latest on true
   order by p.code
$$;
alter function portal.calendar_feed(text) owner to rule_keeper;
revoke all on function portal.calendar_feed(text) from public;
grant execute on function portal.calendar_feed(text) to portal_app;
