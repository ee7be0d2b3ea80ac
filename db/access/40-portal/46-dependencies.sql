-- What the customer is asked to provide: the manager's request word for word, while it is open, and what the customer
-- answered. Neither what the team wrote beside it, nor what was never put to the customer.

do $$
declare noun text;
begin
  foreach noun in array array['dependencies', 'dependency_requests', 'dependency_answers'] loop
    execute format('create policy contact_reads_own_projects on public.%I for select to portal_views
      using (project_id = any (array(select app.contact_project_ids())))', noun);
  end loop;
end $$;
grant select (id, project_id, closing, closed_at) on public.dependencies to portal_views;
grant select on public.dependency_requests, public.dependency_answers to portal_views;

create view portal.customer_dependencies with (security_barrier) as
select r.id, r.project_id, r.what, r.need_on, r.for_task, r.message, r.put_at, s.name as put_by_name,
  r.contact_id, c.name as contact_name, d.closing, d.closed_at,
  coalesce(r.contact_id = app.contact_id(), false) as is_mine,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'answer', a.answer, 'remark', a.remark,
      'promisedOn', a.promised_on, 'at', a.answered_at, 'by', who.name, 'fileName', a.file_name)
      order by a.answered_at), '[]'::jsonb)
    from public.dependency_answers a join public.contacts who on who.id = a.answered_by
    where a.request_id = r.id) as answers
from public.dependency_requests r
join public.dependencies d on d.id = r.dependency_id
join public.staff s on s.id = r.put_by
left join public.contacts c on c.id = r.contact_id
where not exists (select from public.dependency_requests later
  where later.dependency_id = r.dependency_id and later.round > r.round);

create view portal.dependency_files with (security_barrier) as
select a.id as answer_id, a.project_id, a.file_name, f.sha256, f.media_type
from public.dependency_answers a join public.files f on f.sha256 = a.file_sha256;

alter view portal.customer_dependencies owner to portal_views;
alter view portal.dependency_files owner to portal_views;
grant select on portal.customer_dependencies, portal.dependency_files to portal_app;

-- Whoever contributes or signs says that it is done, or when it will be; anew as long as the request is open.
create function portal.answer_dependency(request uuid, answer text, remark text, promised_on date, sent jsonb)
returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := app.contact_id();
  asked record;
  said uuid := gen_random_uuid();
begin
  select r.id, r.project_id, r.dependency_id, d.closed_at, r.round into asked
    from public.dependency_requests r
    join public.dependencies d on d.id = r.dependency_id
    join public.project_contacts pc on pc.project_id = r.project_id and pc.contact_id = me
      and pc.role in ('signatory', 'contributor')
    where r.id = answer_dependency.request and r.project_id in (select app.contact_project_ids());
  if asked.id is null then raise exception 'no such request to answer' using errcode = '42501'; end if;
  -- The manager's settling of it and a new round wait, or are seen.
  perform pg_advisory_xact_lock(hashtextextended('dependency ' || asked.dependency_id, 0));
  if exists (select from public.dependencies d where d.id = asked.dependency_id and d.closed_at is not null) then
    raise exception 'the request is settled' using errcode = '23514', constraint = 'dependency_open'; end if;
  if exists (select from public.dependency_requests later where later.dependency_id = asked.dependency_id
      and later.round > asked.round) then
    raise exception 'the request was put anew' using errcode = '23514', constraint = 'dependency_latest'; end if;
  if length(remark) > 2000 or jsonb_array_length(sent) > 1 then
    raise exception 'an answer is a remark and a file at most' using errcode = '22023'; end if;
  insert into public.files (sha256, size_bytes, media_type)
    select f ->> 'sha256', (f ->> 'size')::bigint, f ->> 'mediaType' from jsonb_array_elements(sent) f
    on conflict do nothing;
  insert into public.dependency_answers (id, project_id, request_id, answer, remark, promised_on, file_name,
      file_sha256, answered_by)
    values (said, asked.project_id, asked.id, answer, remark, promised_on, sent -> 0 ->> 'name',
      sent -> 0 ->> 'sha256', me);
  perform app.enqueue('after-dependency-answer', jsonb_build_object('answerId', said), 'dependency answer ' || said);
  return said;
end $$;
alter function portal.answer_dependency(uuid, text, text, date, jsonb) owner to rule_keeper;
revoke execute on function portal.answer_dependency(uuid, text, text, date, jsonb) from public;
grant execute on function portal.answer_dependency(uuid, text, text, date, jsonb) to portal_app;
grant insert on public.dependency_answers to rule_keeper;
create policy customer_answers on public.dependency_answers for insert to rule_keeper with check (true);
