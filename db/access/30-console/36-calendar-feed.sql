-- What a member of staff's calendar program fetches without a session: the milestones of the projects that the person
-- delivers, as they stand in the working plan. Who delivers is who may read the plan in the console.

create function app.calendar_feed(feed_token text)
returns table (locale text, project_id uuid, code text, project_name text, time_zone text, uid integer, name text,
  kind text, at_local text, is_reached boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select s.locale, p.id, p.code, p.name, p.time_zone, t.uid, t.name, t.milestone_kind, t.finishes_local,
         t.percent_complete = 100
    from (select app.staff_of_feed(feed_token) as staff_id) whose
    join public.staff s on s.id = whose.staff_id
    left join public.projects p on case s.role
      when 'project_manager' then p.manager_id = s.id
      when 'team_member' then exists (
        select from public.project_members m where m.project_id = p.id and m.staff_id = s.id)
      when 'program_manager' then true
      else false
    end
    left join public.tasks t on t.project_id = p.id and t.is_milestone and not t.is_summary and t.is_active
   order by p.code, t.position
$$;
alter function app.calendar_feed(text) owner to rule_keeper;
revoke all on function app.calendar_feed(text) from public;
grant execute on function app.calendar_feed(text) to console_app;
