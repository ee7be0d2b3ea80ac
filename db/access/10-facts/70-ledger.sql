-- Each project's facts of weight in one chain, each entry bound by its hash to the one before. docs/ledger.md gives
-- every byte. Only app.append_to_ledger writes it, as ledger_keeper, who cannot log in and whom nobody can become.

grant usage on schema public to ledger_keeper;
grant select, insert on public.ledger_entries, public.ledger_disclosures to ledger_keeper;
grant select, insert on public.ledger_chains to ledger_keeper;
-- Locking a row wants a right to update some column; the trigger below refuses the update itself.
grant update (opened_at) on public.ledger_chains to ledger_keeper;
grant delete on public.ledger_disclosures to ledger_keeper;
create policy keeper_keeps_chains on public.ledger_chains for all to ledger_keeper using (true) with check (true);
create policy keeper_keeps_entries on public.ledger_entries for all to ledger_keeper using (true) with check (true);
create policy keeper_keeps_disclosures on public.ledger_disclosures for all to ledger_keeper
  using (true) with check (true);

do $$
declare noun text;
begin
  foreach noun in array array['ledger_chains', 'ledger_entries', 'ledger_keys', 'ledger_checkpoints',
    'ledger_timestamps', 'ledger_proofs', 'submission_openings'] loop
    execute format('create trigger never_changed before update or delete on public.%I
      for each row execute function app.refuse_change()', noun);
    execute format('create trigger never_emptied before truncate on public.%I
      for each statement execute function app.refuse_change()', noun);
  end loop;
end $$;
-- What is disclosed of a person can be erased, row by row, and not be altered.
create trigger never_changed before update on public.ledger_disclosures
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.ledger_disclosures
  for each statement execute function app.refuse_change();

-- RFC 8785 for what entries are made of: keys of printable ASCII (so that their order is the same in UTF-8 and
-- UTF-16), whole numbers that a double holds, strings, booleans, null. Refuses anything else.
create function app.canonical_json(given jsonb) returns text language plpgsql immutable parallel safe as $$
declare
  written text;
  is_plain boolean;
begin
  case jsonb_typeof(given)
    when 'object' then
      select '{' || coalesce(string_agg(to_json(m.key)::text || ':' || case
          when jsonb_typeof(m.value) in ('string', 'boolean', 'null') or m.value::text ~ '^[1-9][0-9]{0,14}$'
            then m.value::text
          else app.canonical_json(m.value) end, ',' order by m.key collate "C"), '') || '}',
        coalesce(bool_and(m.key ~ '^[ -~]*$'), true)
        into written, is_plain from jsonb_each(given) m;
    when 'array' then
      select '[' || coalesce(string_agg(app.canonical_json(m.value), ',' order by m.ordinality), '') || ']', true
        into written, is_plain from jsonb_array_elements(given) with ordinality m;
    when 'number' then
      written := trunc(given::numeric)::text;
      is_plain := trunc(given::numeric) = given::numeric and abs(given::numeric) <= 9007199254740991;
    else
      return given::text;
  end case;
  if not is_plain then
    raise exception 'the ledger holds whole numbers and plain keys only' using errcode = '22023'; end if;
  return written;
end $$;

create function app.instant_text(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function app.sha256_hex(bytes bytea) returns text language sql immutable parallel safe as $$
  select encode(sha256(bytes), 'hex')
$$;

-- The one way in, called in the fact's own transaction. `digest` is the fact's own; where it has none, the body's.
-- `personal` is [{"at": ["signatories", "0", "name"], "value": …, "person": …}]: in the body stands a commitment instead
-- of the value, which is kept beside the chain, with its salt, until that person is erased.
create function app.append_to_ledger(project uuid, kind text, fact uuid, digest text, body jsonb,
  personal jsonb default '[]') returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  last record;
  said record;
  salt text;
  disclosed jsonb := '[]';
  entered timestamptz;
  number bigint;
  previous text;
  entry text;
begin
  perform from public.ledger_chains c where c.project_id = project for no key update;
  if not found then
    insert into public.ledger_chains (project_id) values (project) on conflict do nothing;
    perform from public.ledger_chains c where c.project_id = project for no key update;
  end if;
  -- Read only now: whoever held the chain before has committed.
  select e.seq, e.hash, e.entered_at into last
    from public.ledger_entries e where e.project_id = project order by e.seq desc limit 1;

  if personal <> '[]' then
    for said in select array(select jsonb_array_elements_text(p -> 'at')) as steps,
        app.canonical_json(p -> 'value') as value, p ->> 'person' as person from jsonb_array_elements(personal) p loop
      salt := app.sha256_hex(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
      body := jsonb_set(body, said.steps, jsonb_build_object('commitment',
        app.sha256_hex(decode(salt, 'hex') || convert_to(said.value, 'UTF8'))));
      disclosed := disclosed || jsonb_build_object('pointer', '/body/' || array_to_string(said.steps, '/'),
        'commitment', body #>> (said.steps || 'commitment'::text), 'salt', salt, 'value', said.value, 'person', said.person);
    end loop;
  end if;

  -- A clock that was set back must not make an entry older than the one before.
  entered := greatest(date_trunc('milliseconds', clock_timestamp()), last.entered_at);
  digest := coalesce(digest, app.sha256_hex(convert_to(app.canonical_json(body), 'UTF8')));
  if digest !~ '^[0-9a-f]{64}$' or kind !~ '^[a-z]+(-[a-z]+)*$' then
    raise exception 'a fact has a kind and a digest' using errcode = '22023'; end if;
  number := coalesce(last.seq, 0) + 1;
  previous := coalesce(last.hash, repeat('0', 64));
  -- Canonical as it stands: its members in their order, and nothing in them that would have to be escaped.
  entry := '{"body":' || app.canonical_json(body) || ',"enteredAt":"' || app.instant_text(entered)
    || '","fact":{"digest":"' || digest || '","id":"' || fact || '"},"kind":"' || kind || '","project":"' || project
    || '","schema":"countersign/ledger-entry/1","seq":' || number || '}';
  insert into public.ledger_entries (project_id, seq, kind, fact_id, entered_at, entry, previous_hash, hash)
  values (project, number, kind, fact, entered, entry, previous, app.sha256_hex(
    convert_to(E'countersign/ledger-entry/1\n', 'UTF8') || decode(previous, 'hex') || convert_to(entry, 'UTF8')));
  if disclosed <> '[]' then
    insert into public.ledger_disclosures (project_id, seq, pointer, person_id, commitment, salt, value)
    select project, number, d ->> 'pointer', (d ->> 'person')::uuid, d ->> 'commitment', d ->> 'salt', d ->> 'value'
      from jsonb_array_elements(disclosed) d;
  end if;
  -- Each certificate is followed by a checkpoint; several at once by one.
  if kind = 'certificate' then perform app.enqueue('checkpoint', '{}', 'checkpoint'); end if;
  return number;
end $$;
