-- What enters the ledger of each fact. A customer's contacts read the entries of their projects, so nothing stands in
-- them that a customer may not see: no cost, no note. Words that somebody wrote and whatever describes a person enter
-- as commitments. A fact is entered by its own trigger when its transaction commits, when all that belongs to it is
-- there: it cannot be committed without its entry, whoever writes it and however.
--
-- One more kind of fact: app.enter_<kind>(uuid), and a trigger in_ledger that names the kind and when the fact was.

create function app.enter_publication(fact uuid) returns void language plpgsql as $$
declare p public.publications;
begin
  select * into strict p from public.publications where id = fact;
  perform app.append_to_ledger(p.project_id, 'publication', p.id, p.digest, jsonb_build_object(
    'number', p.number, 'publishedBy', p.published_by, 'publishedAt', app.instant_text(p.published_at)));
end $$;

-- Values of a person that stand side by side: [{at: [...at, name], value, person}] of each that is not empty.
create function app.personal_at(at jsonb, person uuid, said jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', at || to_jsonb(key), 'value', value, 'person', person) order by key),
    '[]') from jsonb_each(said) where value <> 'null' and value <> '""'
$$;

-- The customer's agreement to the criteria by which a deliverable will be judged.
create function app.enter_confirmation(fact uuid) returns void language plpgsql as $$
declare c record;
begin
  select f.*, v.deliverable_id, v.number, v.digest, p.name into strict c from public.criteria_confirmations f
    join public.criteria_versions v on v.id = f.criteria_version_id join public.contacts p on p.id = f.confirmed_by
    where f.criteria_version_id = fact;
  perform app.append_to_ledger(c.project_id, 'confirmation', c.criteria_version_id, c.digest, jsonb_build_object(
      'deliverableId', c.deliverable_id, 'criteriaVersion', c.number, 'contactId', c.confirmed_by,
      'confirmedAt', app.instant_text(c.confirmed_at), 'timeZone', c.time_zone),
    app.personal_at('[]', c.confirmed_by, jsonb_build_object('name', c.name, 'statement', c.statement)));
end $$;

create function app.enter_submission(fact uuid) returns void language plpgsql as $$
declare s public.submissions;
begin
  select * into strict s from public.submissions where id = fact;
  perform app.append_to_ledger(s.project_id, 'submission', s.id, s.digest, jsonb_build_object(
    'deliverableId', s.deliverable_id, 'version', s.version, 'submittedBy', s.submitted_by,
    'submittedAt', app.instant_text(s.submitted_at),
    'files', (select coalesce(jsonb_agg(f.sha256 order by f.position), '[]') from public.submission_files f
      where f.submission_id = s.id)));
end $$;

-- That a signatory opened what is to be decided, or fetched a file of it.
create function app.enter_view(fact uuid) returns void language plpgsql as $$
declare o record;
begin
  select v.*, f.sha256 into strict o from public.submission_openings v
    left join public.submission_files f on f.submission_id = v.submission_id and f.position = v.file_position
    where v.id = fact;
  perform app.append_to_ledger(o.project_id, case when o.file_position is null then 'view' else 'download' end, o.id,
    null, jsonb_strip_nulls(jsonb_build_object('submissionId', o.submission_id, 'contactId', o.contact_id,
      'openedAt', app.instant_text(o.opened_at), 'file', o.sha256)));
end $$;

-- One signature as it stands in the ledger. docs/ledger.md relies on these names, the evidence of a decision repeats them.
create function app.signatory_in_ledger(place bigint, contact uuid, on_behalf_of uuid, at timestamptz,
  time_zone text) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('position', place, 'contactId', contact, 'onBehalfOf', on_behalf_of,
    'identifiedBy', '{"method": "password-within-five-minutes"}'::jsonb,
    'signedAt', app.instant_text(at), 'timeZone', time_zone))
$$;

-- One of several signatures, before the last makes it a decision.
create function app.enter_signature(fact uuid) returns void language plpgsql as $$
declare s record;
begin
  select g.*, c.name, c.email, c.job_title into strict s
    from public.signatures g join public.contacts c on c.id = g.signed_by where g.id = fact;
  perform app.append_to_ledger(s.project_id, 'signature', s.id, null, jsonb_build_object(
      'outcome', s.outcome, 'submissionId', s.submission_id, 'submissionDigest', s.submission_digest,
      'signatory', app.signatory_in_ledger(1, s.signed_by, s.on_behalf_of, s.signed_at, s.time_zone)),
    app.personal_at('["signatory"]', s.signed_by, jsonb_build_object('name', s.name, 'email', s.email,
      'role', s.job_title, 'typedName', s.typed_name, 'statement', s.statement, 'authority', s.authority)));
end $$;

-- A completed envelope of an outside service: its files by their digests, who signed there as commitments. What our side
-- wrote of it belongs to whoever wrote.
create function app.outside_in_ledger(decision uuid, out body jsonb, out personal jsonb) language plpgsql as $$
declare
  e public.outside_envelopes;
  signer record;
  signers jsonb := '[]';
begin
  select * into strict e from public.outside_envelopes o where o.decision_id = decision;
  personal := app.personal_at('["outside"]', e.recorded_by,
    jsonb_build_object('service', e.service, 'envelopeId', e.envelope_id));
  for signer in select s.*, c.name, c.email, c.job_title from public.outside_signers s
      join public.contacts c on c.id = s.contact_id where s.decision_id = decision order by s.position loop
    personal := personal || app.personal_at(
      jsonb_build_array('outside', 'signers', jsonb_array_length(signers)::text), signer.contact_id,
      jsonb_build_object('name', signer.name, 'email', signer.email, 'role', signer.job_title,
        'authority', signer.authority));
    signers := signers || jsonb_strip_nulls(jsonb_build_object('position', signer.position,
      'contactId', signer.contact_id, 'onBehalfOf', signer.on_behalf_of));
  end loop;
  body := jsonb_build_object('outside', jsonb_build_object('completedAt', app.instant_text(e.completed_at),
    'recordedBy', e.recorded_by, 'signers', signers, 'files', jsonb_build_array(
      jsonb_build_object('is', 'document', 'sha256', e.document_sha256),
      jsonb_build_object('is', 'completion', 'sha256', e.completion_sha256))));
end $$;

-- Several signatories stand in the order in which they signed, the last of whom made the decision. Nobody does where the
-- contract deemed it, nor where it was signed outside.
create function app.enter_decision(fact uuid) returns void language plpgsql as $$
declare
  d public.decisions;
  signer record;
  judged record;
  item record;
  signatories jsonb := '[]';
  results jsonb := '[]';
  reservations jsonb := '[]';
  outside jsonb := '{}';
  said jsonb := '[]';
  personal jsonb;
begin
  select * into strict d from public.decisions where id = fact;
  personal := app.personal_at('[]', coalesce(d.decided_by, (select e.recorded_by from public.outside_envelopes e
    where e.decision_id = fact)), jsonb_build_object('reason', d.reason));
  if d.kind = 'outside' then
    select o.body, o.personal into outside, said from app.outside_in_ledger(fact) o;
    personal := personal || said;
  end if;
  for signer in
    select row_number() over (order by s.signed_at, s.signed_by) as position, s.*, c.name, c.email, c.job_title from (
      select g.signed_by, g.on_behalf_of, g.signed_at, g.time_zone, g.typed_name, g.statement, g.authority
        from public.signatures g where g.submission_id = d.submission_id and g.signed_by <> d.decided_by
          and d.act = 'decides' and d.kind = 'signed' and g.round = 1 + (select count(*) from public.decisions w
            where w.submission_id = d.submission_id and w.act = 'withdraws' and w.decided_at <= d.decided_at)
      union all
      select d.decided_by, d.on_behalf_of, d.decided_at, d.time_zone, d.typed_name, d.statement, d.authority
        where d.kind = 'signed'
    ) s join public.contacts c on c.id = s.signed_by order by 1 loop
    personal := personal || app.personal_at(jsonb_build_array('signatories', (signer.position - 1)::text), signer.signed_by,
      jsonb_build_object('name', signer.name, 'email', signer.email, 'role', signer.job_title,
        'typedName', signer.typed_name, 'statement', signer.statement, 'authority', signer.authority));
    signatories := signatories
      || app.signatory_in_ledger(signer.position, signer.signed_by, signer.on_behalf_of, signer.signed_at, signer.time_zone);
  end loop;
  for judged in select * from public.criterion_results r where r.decision_id = fact order by r.criterion_id loop
    personal := personal || app.personal_at(jsonb_build_array('results', jsonb_array_length(results)::text),
      d.decided_by, jsonb_build_object('comment', judged.comment));
    results := results
      || jsonb_build_object('criterionId', judged.criterion_id, 'result', judged.result, 'comment', null);
  end loop;
  for item in select * from public.punch_items p where p.decision_id = fact order by p.position loop
    personal := personal || app.personal_at(jsonb_build_array('reservations', jsonb_array_length(reservations)::text),
        d.decided_by, jsonb_build_object('text', item.text))
      || app.personal_at(jsonb_build_array('reservations', jsonb_array_length(reservations)::text, 'owner'),
        d.decided_by, jsonb_build_object('name', item.owner_name));
    reservations := reservations || jsonb_strip_nulls(jsonb_build_object('id', item.id, 'position', item.position,
      'criterionId', item.criterion_id, 'dueOn', item.due_on, 'owner', jsonb_build_object('side', item.owner_side)));
  end loop;
  perform app.append_to_ledger(d.project_id, 'decision', d.id, null, jsonb_build_object(
      'kind', d.kind, 'act', d.act, 'refersTo', d.refers_to, 'outcome', d.outcome,
      'releasesBasisPoints', d.releases_basis_points, 'submissionId', d.submission_id,
      'submissionDigest', d.submission_digest, 'decidedAt', app.instant_text(d.decided_at), 'timeZone', d.time_zone,
      'reason', null, 'results', results, 'reservations', reservations, 'signatories', signatories)
    || case when d.kind = 'deemed' then jsonb_build_object('clause', jsonb_build_object('text', d.clause),
      'clock', app.clock_in_ledger(d.clock)) else '{}' end
    || outside, personal);
end $$;

-- What the clock of deemed acceptance was run on, without what somebody wrote or a mail server answered.
create function app.clock_in_ledger(clock jsonb) returns jsonb language sql immutable as $$
  select clock
    || case when clock ? 'reminders' then jsonb_build_object('reminders', (select coalesce(jsonb_agg(r.value - 'proof'
      order by r.ordinality), '[]') from jsonb_array_elements(clock -> 'reminders') with ordinality r)) else '{}' end
    || case when clock ? 'pauses' then jsonb_build_object('pauses', (select coalesce(jsonb_agg(p.value - 'why' - 'reason'
      order by p.ordinality), '[]') from jsonb_array_elements(clock -> 'pauses') with ordinality p)) else '{}' end
$$;

create function app.enter_certificate(fact uuid) returns void language plpgsql as $$
declare c public.certificates;
begin
  select * into strict c from public.certificates where id = fact;
  perform app.append_to_ledger(c.project_id, 'certificate', c.id, c.file_sha256, jsonb_build_object(
    'number', c.number, 'decisionId', c.decision_id, 'evidenceDigest',
    coalesce(c.evidence_digest, c.decision_digest),
    'issuedAt', app.instant_text(c.issued_at)));
end $$;

-- The customer's word on a change, or ours that it is taken back. The digest is that of exactly what was decided on.
create function app.enter_change(fact uuid) returns void language plpgsql as $$
declare d record;
begin
  select f.*, r.number, r.value_minor, r.digest as request_digest, k.currency, c.name, c.email, c.job_title into strict d
    from public.change_decisions f join public.change_requests r on r.id = f.change_request_id
    join public.contracts k on k.project_id = f.project_id left join public.contacts c on c.id = f.contact_id
    where f.id = fact;
  perform app.append_to_ledger(d.project_id, case d.outcome when 'approved' then 'change-approval'
      when 'rejected' then 'change-rejection' else 'change-withdrawal' end, d.id, null, jsonb_strip_nulls(jsonb_build_object(
      'number', d.number, 'changeRequestId', d.change_request_id, 'changeDigest', d.request_digest,
      'valueMinor', d.value_minor::text, 'currency', d.currency, 'contactId', d.contact_id, 'staffId', d.staff_id,
      'decidedAt', app.instant_text(d.decided_at))),
    app.personal_at('[]', coalesce(d.contact_id, d.staff_id), jsonb_build_object('name', d.name, 'email', d.email,
      'role', d.job_title, 'typedName', d.typed_name, 'statement', d.consent_text,
      'authority', nullif(d.authority, '')::jsonb, 'reason', d.reason)));
end $$;

-- The same certificate in another file: with the timestamp that no authority had given when it was issued.
create function app.enter_raised_seal(fact uuid) returns void language plpgsql as $$
declare s record;
begin
  select r.*, c.number into s from public.certificate_seals r
    join public.certificate_seals first on first.certificate_id = r.certificate_id and first.level = 'B-B'
    join public.certificates c on c.id = r.certificate_id
    where r.id = fact and r.level = 'B-T';
  -- What was issued with its seal stands in the certificate's entry.
  if s.id is null then return; end if;
  perform app.append_to_ledger(s.project_id, 'raised-seal', s.id, s.file_sha256, jsonb_build_object(
    'certificateId', s.certificate_id, 'number', s.number, 'level', s.level,
    'timestampedAt', app.instant_text(s.timestamped_at)));
end $$;

-- A credit note is one too, with amounts below zero and the number of the invoice that it takes back; a line that bills
-- no milestone (hours, expenses, a retainer's period) names none.
create function app.enter_invoice(fact uuid) returns void language plpgsql as $$
declare i public.invoices;
begin
  select * into strict i from public.invoices where id = fact;
  perform app.append_to_ledger(i.project_id, 'invoice', i.id, null, jsonb_strip_nulls(jsonb_build_object(
    'credits', (select b.number from public.invoices b where b.id = i.refers_to), 'number', i.number, 'issuedOn', i.issued_on::text, 'dueOn', i.due_on::text, 'currency', i.currency,
    'netMinor', i.net_minor::text, 'taxMinor', i.tax_minor::text, 'grossMinor', i.gross_minor::text,
    'lines', (select jsonb_agg(jsonb_build_object('billingMilestoneId', l.billing_milestone_id,
        'amountMinor', l.amount_minor::text) order by l.billing_milestone_id, l.position)
      from public.invoice_lines l where l.invoice_id = i.id))));
end $$;

create function app.enters_ledger() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare fact uuid;
begin
  if tg_table_name = 'criteria_confirmations' then fact := new.criteria_version_id; else fact := new.id; end if;
  execute format('select app.%I($1)', 'enter_' || tg_argv[0]) using fact;
  return null;
end $$;

do $$
declare
  fact text[];
  noun text;
begin
  foreach fact slice 1 in array array[
    ['publications', 'publication', 'published_at', 'id'],
    ['criteria_confirmations', 'confirmation', 'confirmed_at', 'criteria_version_id'],
    ['submissions', 'submission', 'submitted_at', 'id'],
    ['submission_openings', 'view', 'opened_at', 'id'],
    ['signatures', 'signature', 'signed_at', 'id'],
    ['decisions', 'decision', 'decided_at', 'id'],
    ['certificates', 'certificate', 'issued_at', 'id'],
    ['change_decisions', 'change', 'decided_at', 'id'],
    ['certificate_seals', 'raised_seal', 'recorded_at', 'id'],
    ['invoices', 'invoice', 'issued_at', 'id']] loop
    execute format('create constraint trigger in_ledger after insert on public.%I deferrable initially deferred
      for each row execute function app.enters_ledger(%L, %L, %L)', fact[1], fact[2], fact[3], fact[4]);
  end loop;
  -- What the functions above read.
  foreach noun in array array['publications', 'criteria_versions', 'criteria_confirmations', 'submissions',
    'submission_files', 'submission_openings', 'signatures', 'decisions', 'criterion_results', 'punch_items', 'certificates', 'invoices', 'change_requests', 'change_decisions',
    'invoice_lines', 'contacts', 'certificate_seals', 'outside_envelopes', 'outside_signers'] loop
    execute format('create policy ledger_reads_facts on public.%I for select to ledger_keeper using (true)', noun);
    continue when noun = 'contacts';
    execute format('grant select on public.%I to ledger_keeper', noun);
  end loop;
end $$;
grant select (id, name, email, job_title) on public.contacts to ledger_keeper;
-- In which currency a change's value is.
grant select (project_id, currency) on public.contracts to ledger_keeper;
create policy ledger_reads_facts on public.contracts for select to ledger_keeper using (true);

-- Facts without an entry, in the order in which they happened: those that were there before the ledger was. An
-- entry's `enteredAt` says when it was entered, its body when the fact was.
create function app.enter_missing_facts() returns void language plpgsql set search_path = pg_catalog as $$
declare
  queries text;
  missing record;
begin
  select string_agg(format('select %L as kind, %I as fact, %I as at from %s f where not exists (
      select from public.ledger_entries e where e.project_id = f.project_id and e.fact_id = f.%2$I)',
      args[1], args[3], args[2], noun), ' union all ') into queries
    from (select t.tgrelid::regclass as noun,
        string_to_array(encode(t.tgargs, 'escape'), '\000') as args
      from pg_trigger t where t.tgname = 'in_ledger') declared;
  for missing in execute queries || ' order by at, fact' loop
    execute format('select app.%I($1)', 'enter_' || missing.kind) using missing.fact;
  end loop;
end $$;

do $$
declare found record;
begin
  for found in select oid::regprocedure as signature from pg_proc where pronamespace = 'app'::regnamespace
    and (proname ~ '^enter_(?!missing)' or proname in
      ('enters_ledger', 'append_to_ledger', 'canonical_json', 'instant_text', 'sha256_hex', 'personal_at',
        'signatory_in_ledger', 'clock_in_ledger', 'outside_in_ledger')) loop
    execute format('alter function %s owner to ledger_keeper', found.signature);
    execute format('revoke execute on function %s from public', found.signature);
  end loop;
end $$;
revoke execute on function app.enter_missing_facts() from public;
