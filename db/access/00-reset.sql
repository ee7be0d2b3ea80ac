-- Everything below is declared anew, so nothing that an earlier version granted can survive by being forgotten.

drop schema if exists app, totals, portal, team_member, project_manager, program_manager, finance, account_manager,
  executive, administrator, vendor cascade;

do $$
declare
  role_name text;
  found record;
begin
  for found in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', found.policyname, found.tablename);
  end loop;

  foreach role_name in array array[
    'portal_app', 'console_app', 'worker_app', 'portal_views', 'margin_views', 'price_keeper', 'rule_keeper', 'totals_keeper', 'sign_in_keeper',
    'ledger_keeper', 'team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator', 'vendor'
  ] loop
    execute format('revoke all on all tables in schema public from %I', role_name);
    execute format('revoke all on schema public from %I', role_name);
  end loop;

  -- A table without a policy shows nobody a row, not even to its owner.
  for found in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', found.tablename);
    execute format('alter table public.%I force row level security', found.tablename);
  end loop;

  -- Temporary objects could spy on what functions read; every role could make them.
  execute format('revoke temporary on database %I from public', current_database());
end $$;

revoke all on schema public from public;
alter default privileges revoke execute on functions from public;

-- Row counts of everybody's tables, other sessions' statements and locks, and large objects (a place to write to that
-- no grant of ours names): nobody's business but the administrator's.
do $$
declare found record;
begin
  for found in select relname from pg_class
    where relnamespace = 'pg_catalog'::regnamespace and relkind = 'v' and relname ~ '^(pg_stat|pg_locks$)' loop
    execute format('revoke select on pg_catalog.%I from public', found.relname);
  end loop;
  for found in select oid::regprocedure as signature from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(pg_stat_get_|lo_|lowrite$|loread$|pg_lock_status$)'
      or proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size',
        'pg_tablespace_size') loop
    execute format('revoke execute on function %s from public', found.signature);
  end loop;
  -- The planner's estimates of how many rows a table has stand in pg_class itself.
  revoke select on pg_catalog.pg_class from public;
  execute (select format('grant select (%s) on pg_catalog.pg_class to public', string_agg(quote_ident(attname), ', '))
    from pg_attribute where attrelid = 'pg_catalog.pg_class'::regclass and attnum > 0
      and attname not in ('reltuples', 'relpages', 'relallvisible', 'relallfrozen'));
end $$;

create schema app;
create schema totals;
create schema portal;
grant usage on schema app to portal_app, console_app, worker_app, portal_views, margin_views, rule_keeper,
  totals_keeper, sign_in_keeper, ledger_keeper, team_member, project_manager, program_manager, finance, account_manager, executive, administrator;
grant usage on schema portal to portal_app, portal_views;
