-- The worker signs checkpoints over all chains with a key that the database does not hold, and makes evidence of
-- decisions. It can write no entry.

do $$
declare noun text;
begin
  foreach noun in array array['ledger_chains', 'ledger_entries', 'ledger_disclosures', 'ledger_keys', 'ledger_checkpoints',
    'ledger_timestamps', 'ledger_proofs'] loop
    execute format('grant select on public.%I to worker_app', noun);
    execute format('create policy worker_reads on public.%I for select to worker_app using (true)', noun);
  end loop;
  foreach noun in array array['ledger_keys', 'ledger_checkpoints', 'ledger_timestamps', 'ledger_proofs'] loop
    execute format('grant insert on public.%I to worker_app', noun);
    execute format('create policy worker_records on public.%I for insert to worker_app with check (true)', noun);
  end loop;
end $$;
