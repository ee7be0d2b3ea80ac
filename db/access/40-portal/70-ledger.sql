-- A customer reads the chain of its own projects, with commitments where people stand, and the checkpoints under which
-- they stand. Of other projects a proof shows hashes only.

do $$
declare noun text;
begin
  foreach noun in array array['ledger_entries', 'ledger_proofs'] loop
    execute format('create policy contact_reads_own_projects on public.%I for select to portal_views
      using (project_id = any (array(select app.contact_project_ids())))', noun);
    execute format('grant select on public.%I to portal_views', noun);
  end loop;
  foreach noun in array array['ledger_checkpoints', 'ledger_timestamps'] loop
    execute format('create policy contact_reads_own_proofs on public.%I for select to portal_views
      using (number in (select p.number from public.ledger_proofs p
        where p.project_id = any (array(select app.contact_project_ids()))))', noun);
    execute format('grant select on public.%I to portal_views', noun);
  end loop;
end $$;
create policy contact_reads_keys on public.ledger_keys for select to portal_views
  using ((select app.contact_id()) is not null);
grant select on public.ledger_keys to portal_views;

create view portal.ledger_entries with (security_barrier) as
select e.project_id, e.seq, e.kind, e.fact_id, e.entered_at, e.entry, e.previous_hash, e.hash from public.ledger_entries e;

create view portal.ledger_checkpoints with (security_barrier) as
select p.project_id, c.number, c.taken_at, c.payload, c.signature, c.key_fingerprint, k.algorithm, k.certificates, t.token,
  p.seq, p.head, p.leaf_index, p.path
from public.ledger_proofs p
join public.ledger_checkpoints c on c.number = p.number
join public.ledger_keys k on k.fingerprint = c.key_fingerprint
left join public.ledger_timestamps t on t.number = c.number;

alter view portal.ledger_entries owner to portal_views;
alter view portal.ledger_checkpoints owner to portal_views;
grant select on portal.ledger_entries, portal.ledger_checkpoints to portal_app;

-- That a signatory opened a submission that waits for a decision, or fetched one of its files: once each. Whoever is no
-- signatory, or comes when it is decided, leaves no trace. True where this was the first time.
create function portal.record_opening(submission uuid, file_position integer default null) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.submission_openings (project_id, submission_id, contact_id, file_position, opened_at)
  select s.project_id, s.id, app.contact_id(), record_opening.file_position, date_trunc('milliseconds', now())
    from public.submissions s
    join public.project_contacts pc on pc.project_id = s.project_id and pc.contact_id = app.contact_id()
      and pc.role = 'signatory'
    where s.id = submission and s.project_id in (select app.contact_project_ids())
      and not exists (select from public.decisions d where d.submission_id = s.id)
      and (record_opening.file_position is null or exists (select from public.submission_files f
        where f.submission_id = s.id and f.position = record_opening.file_position))
  on conflict do nothing;
  return found;
end $$;
alter function portal.record_opening(uuid, integer) owner to rule_keeper;
revoke execute on function portal.record_opening(uuid, integer) from public;
grant execute on function portal.record_opening(uuid, integer) to portal_app;
grant insert on public.submission_openings to rule_keeper;
create policy openings_are_recorded on public.submission_openings for insert to rule_keeper with check (true);
