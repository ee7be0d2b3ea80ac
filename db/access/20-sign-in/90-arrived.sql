-- Whom to remind of an invitation: the administrator learns who has set a password, and nothing else about it.

create function app.arrived_person_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select person.id from (
    select contact_id as id from public.contact_credentials
    union all
    select staff_id from public.staff_credentials
  ) person
  where (select app.staff_id()) is not null
$$;
alter function app.arrived_person_ids() owner to sign_in_keeper;
revoke all on function app.arrived_person_ids() from public;
grant execute on function app.arrived_person_ids() to administrator;
