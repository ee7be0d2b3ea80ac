-- The cluster's roles. Runs again harmlessly. Passwords of the logins are set by the migration.

do $$
declare wanted text;
begin
  -- Logins: one per process.
  foreach wanted in array array['portal_app', 'console_app', 'worker_app'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I login noinherit nocreatedb nocreaterole', wanted);
    end if;
  end loop;
  -- Staff roles: console_app becomes one of them for a transaction and has no right of its own.
  -- View owners: what a view may read is what its owner was granted, policies included.
  foreach wanted in array array[
    'team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator', 'vendor',
    'portal_views', 'margin_views', 'price_keeper', 'rule_keeper', 'sign_in_keeper', 'ledger_keeper'
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit', wanted);
    end if;
  end loop;
  -- What totals are kept from: everything that the rules read, and rates.
  if not exists (select from pg_roles where rolname = 'totals_keeper') then
    create role totals_keeper nologin inherit;
  end if;
end $$;
grant rule_keeper, price_keeper to totals_keeper;

grant team_member, project_manager, program_manager, finance, account_manager, executive, administrator, vendor to console_app;
