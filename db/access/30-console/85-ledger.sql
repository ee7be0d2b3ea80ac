-- Who answers for a project, and finance as the auditor's partner, read its chain and the proofs that it stands under a
-- signed root. The team does not: a digest covers amounts, and whoever knows the rest finds them by trying.

do $$
declare noun text;
begin
  foreach noun in array array['ledger_entries', 'ledger_proofs', 'ledger_disclosures', 'submission_openings'] loop
    execute format('create policy staff_works_in_own_projects on public.%I for select
      to project_manager, program_manager, finance using (project_id = any (array(select app.staff_project_ids())))', noun);
  end loop;
  -- A root says nothing of a project.
  foreach noun in array array['ledger_keys', 'ledger_checkpoints', 'ledger_timestamps'] loop
    execute format('create policy staff_reads_checkpoints on public.%I for select
      to project_manager, program_manager, finance using ((select app.staff_id()) is not null)', noun);
    execute format('grant select on public.%I to project_manager, program_manager, finance', noun);
  end loop;
end $$;
grant select on public.ledger_entries, public.ledger_proofs to project_manager, program_manager, finance;
-- Who signed with which words: for those who may read the decision itself.
grant select on public.ledger_disclosures, public.submission_openings to project_manager, program_manager;

-- Erases what is disclosed of a person in all chains, and says so in each. Gives how many data were erased. The
-- entries, their hashes, checkpoints and certificates stay as they are, and verify as before.
create function app.erase_from_ledger(person uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found record;
  erased integer := 0;
begin
  if app.staff_id() is null then raise exception 'nobody is signed in' using errcode = '42501'; end if;
  for found in
    with gone as (delete from public.ledger_disclosures d where d.person_id = person
      returning d.project_id, d.seq, d.commitment)
    select g.project_id, count(*)::integer as count, jsonb_agg(g.commitment order by g.seq, g.commitment) as commitments
      from gone g group by g.project_id order by g.project_id loop
    perform app.append_to_ledger(found.project_id, 'erasure', gen_random_uuid(), null,
      jsonb_build_object('contactId', person, 'commitments', found.commitments));
    erased := erased + found.count;
  end loop;
  return erased;
end $$;
alter function app.erase_from_ledger(uuid) owner to ledger_keeper;
revoke execute on function app.erase_from_ledger(uuid) from public;
grant execute on function app.erase_from_ledger(uuid) to administrator;
grant execute on function app.staff_id() to ledger_keeper;
