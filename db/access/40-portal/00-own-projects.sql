-- portal_app may use the views and the two functions in these files, and no table. The views belong to portal_views,
-- which is itself held to the columns granted here and to the rows of the projects that the contact follows: a leak
-- would need a wrong view and a wrong grant or policy at once.

-- A contact put into another customer's project by mistake sees nothing of it.
create function app.contact_project_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id from public.project_contacts mine
    join public.contacts me on me.id = mine.contact_id
    join public.projects p on p.id = mine.project_id and p.customer_id = me.customer_id
   where mine.contact_id = app.contact_id()
$$;
alter function app.contact_project_ids() owner to rule_keeper;

-- Staff whose names a customer reads: who manages, submitted or published in the contact's projects.
create function app.contact_staff_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.manager_id from public.projects p where p.id in (select app.contact_project_ids())
  union select s.submitted_by from public.submissions s where s.project_id in (select app.contact_project_ids())
  union select v.proposed_by from public.criteria_versions v where v.project_id in (select app.contact_project_ids())
  union select r.opened_by from public.test_rounds r where r.project_id in (select app.contact_project_ids())
  union select a.answered_by from public.defect_answers a where a.project_id in (select app.contact_project_ids())
  union select t.answered_by from public.time_answers t where t.project_id in (select app.contact_project_ids())
  union select k.answered_by from public.claim_answers k where k.project_id in (select app.contact_project_ids())
  union select r.reported_by from public.punch_item_reports r where r.project_id in (select app.contact_project_ids())
  union select a.answered_by from public.time_answers a where a.project_id in (select app.contact_project_ids())
  union select r.proposed_by from public.change_requests r where r.project_id in (select app.contact_project_ids())
  union select o.recorded_by from public.outside_envelopes o where o.project_id in (select app.contact_project_ids())
  union select g.agreed_by from public.correction_agreements g where g.project_id in (select app.contact_project_ids())
  union select n.put_by from public.dependency_requests n where n.project_id in (select app.contact_project_ids())
  union select p.published_by from public.publications p where p.project_id in (select app.contact_project_ids())
  union select t.staff_id from public.team_places t
    where t.is_shown_to_customer and t.project_id in (select app.contact_project_ids())
$$;
alter function app.contact_staff_ids() owner to rule_keeper;

grant execute on function app.contact_id() to rule_keeper, portal_views, portal_app;
grant execute on function app.contact_project_ids(), app.contact_staff_ids() to portal_views, rule_keeper;
-- A view's functions are checked against the caller too.
grant execute on function app.contact_project_ids(), app.contact_staff_ids() to portal_app;
grant usage on schema public to portal_views;

-- Who asks, for policies on the table that says so (a policy that read its own table would never end).
create function app.contact_self() returns table (contact_id uuid, customer_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.customer_id from public.contacts c where c.id = app.contact_id()
$$;
alter function app.contact_self() owner to rule_keeper;
create function app.contact_file_sha256s() returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select f.sha256 from public.submission_files f where f.project_id in (select app.contact_project_ids())
  union select t.sha256 from public.test_defect_files t where t.project_id in (select app.contact_project_ids())
  union select w.sha256 from public.warranty_claim_files w where w.project_id in (select app.contact_project_ids())
  union select c.file_sha256 from public.certificates c where c.project_id in (select app.contact_project_ids())
  union select e.file_sha256 from public.certificate_seals e where e.project_id in (select app.contact_project_ids())
  union select unnest(array[d.file_sha256, d.ubl_sha256, d.cii_sha256]) from public.invoice_documents d
    where d.project_id in (select app.contact_project_ids())
  union select o.document_sha256 from public.outside_envelopes o where o.project_id in (select app.contact_project_ids())
  union select o.completion_sha256 from public.outside_envelopes o where o.project_id in (select app.contact_project_ids())
  union select d.file_sha256 from public.invoice_documents d where d.project_id in (select app.contact_project_ids())
  union select n.file_sha256 from public.dependency_answers n where n.project_id in (select app.contact_project_ids())
$$;
alter function app.contact_file_sha256s() owner to rule_keeper;
grant execute on function app.contact_self(), app.contact_file_sha256s() to portal_views, portal_app;

do $$
declare noun text;
begin
  foreach noun in array array['project_contacts', 'signing_authorities', 'contracts', 'deliverables', 'billing_milestones',
    'billing_milestone_releases', 'submissions', 'submission_files', 'decisions', 'criterion_results', 'certificates', 'certificate_seals',
    'publications', 'invoices', 'invoice_lines', 'invoice_documents', 'invoice_payments', 'criteria_versions',
    'criteria_confirmations', 'test_rounds', 'test_runs', 'test_defects', 'test_defect_files', 'defect_answers', 'punch_items', 'punch_item_reports',
    'punch_item_closures', 'signature_requirements', 'signatures', 'signing_delegations', 'delegation_revocations',
    'time_requests', 'time_answers', 'clock_pauses', 'clock_resumptions', 'acceptance_reminders', 'warranty_claims',
    'warranty_claim_files', 'claim_answers', 'claim_closures', 'contract_lines', 'change_requests', 'change_request_lines',
    'change_request_milestones', 'change_decisions', 'customer_orders', 'outside_envelopes', 'outside_signers', 'correction_agreements'] loop
    execute format('create policy contact_reads_own_projects on public.%I for select to portal_views
      using (project_id = any (array(select app.contact_project_ids())))', noun);
  end loop;
end $$;
create policy contact_reads_own_projects on public.projects for select to portal_views
  using (id = any (array(select app.contact_project_ids())));
create policy contact_reads_own_staff on public.staff for select to portal_views
  using (id = any (array(select app.contact_staff_ids())));
create policy contact_reads_colleagues on public.contacts for select to portal_views
  using (customer_id = (select c.customer_id from app.contact_self() c));
create policy contact_reads_own_customer on public.customers for select to portal_views
  using (id = (select c.customer_id from app.contact_self() c));
create policy contact_reads_own_files on public.files for select to portal_views
  using (sha256 = any (array(select app.contact_file_sha256s())));
