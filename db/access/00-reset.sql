-- Everything below is declared anew, so nothing that an earlier version granted can survive by being forgotten.

drop schema if exists app, portal, team_member, project_manager, program_manager, finance, account_manager,
  executive, administrator cascade;

do $$
declare
  role_name text;
  found record;
begin
  for found in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', found.policyname, found.tablename);
  end loop;

  foreach role_name in array array[
    'portal_app', 'console_app', 'worker_app', 'portal_views', 'margin_views', 'rule_keeper', 'sign_in_keeper',
    'team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator'
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

-- Row counts of everybody's tables, and other sessions' statements.
revoke select on pg_catalog.pg_stat_all_tables, pg_catalog.pg_stat_user_tables, pg_catalog.pg_stat_xact_all_tables,
  pg_catalog.pg_stat_xact_user_tables, pg_catalog.pg_statio_all_tables, pg_catalog.pg_statio_user_tables,
  pg_catalog.pg_stat_all_indexes, pg_catalog.pg_stat_user_indexes, pg_catalog.pg_statio_all_indexes,
  pg_catalog.pg_statio_user_indexes, pg_catalog.pg_stat_activity, pg_catalog.pg_stats from public;
revoke execute on function
  pg_stat_get_live_tuples(oid), pg_stat_get_dead_tuples(oid), pg_stat_get_tuples_inserted(oid),
  pg_stat_get_tuples_updated(oid), pg_stat_get_tuples_deleted(oid), pg_stat_get_activity(integer),
  pg_relation_size(regclass, text), pg_table_size(regclass), pg_total_relation_size(regclass) from public;

create schema app;
create schema portal;
grant usage on schema app to portal_app, console_app, worker_app, portal_views, margin_views, rule_keeper,
  sign_in_keeper, team_member, project_manager, program_manager, finance, account_manager, executive, administrator;
grant usage on schema portal to portal_app, portal_views;
