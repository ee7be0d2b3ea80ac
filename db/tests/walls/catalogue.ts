import type postgres from 'postgres'

/** What there is: the columns of a table or view, its owner if that is one of our roles, and what roles were granted. */
export type Decided = { columns: string; owner?: string } & Record<string, string>

/** Every table and view outside Postgres itself and the queue. */
export async function grantsIn(sql: postgres.Sql): Promise<Record<string, Decided>> {
  const rows = await sql<
    { noun: string; columns: string; owner: string | null; role: string | null; granted: string | null }[]
  >`
    with objects as (
      select c.oid, n.nspname || '.' || c.relname as noun, c.relowner, c.relacl,
        (select rolname from pg_roles o where o.oid = c.relowner and not o.rolsuper) as owner,
        (select string_agg(attname, ', ' order by attnum) from pg_attribute
          where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'graphile_worker')
    ), granted as (
      select o.oid, a.grantee, a.privilege_type, lower(a.privilege_type) as said
      from objects o, aclexplode(o.relacl) a where a.grantee <> o.relowner
      union all
      select o.oid, a.grantee, a.privilege_type,
        lower(a.privilege_type) || '(' || string_agg(t.attname, ', ' order by t.attnum) || ')'
      from objects o join pg_attribute t on t.attrelid = o.oid, aclexplode(t.attacl) a
      where a.grantee <> o.relowner group by o.oid, a.grantee, a.privilege_type
    )
    select o.noun, o.columns, o.owner, case g.grantee when 0 then 'public' else g.grantee::regrole::text end as role,
      string_agg(g.said, ' ' order by array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], g.privilege_type))
        as granted
    from objects o left join granted g on g.oid = o.oid
    group by 1, 2, 3, 4 order by 1, 4`
  const found: Record<string, Decided> = {}
  for (const { noun, columns, owner, role, granted } of rows) {
    found[noun] ??= { columns, ...(owner && { owner }) }
    if (role && granted) found[noun][role] = granted
  }
  return found
}

/** Every function outside Postgres itself, its extensions (operators of indexes) and the queue: its owner, and the other roles that may call it. */
export async function callersIn(sql: postgres.Sql): Promise<Record<string, string>> {
  const rows = await sql<{ name: string; said: string }[]>`
    select n.nspname || '.' || p.proname as name, p.proowner::regrole::text || ':' || coalesce((
      select string_agg(distinct ' ' || case a.grantee when 0 then 'public' else a.grantee::regrole::text end, '')
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), '') as said
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by 1`
  return Object.fromEntries(rows.map(({ name, said }) => [name, said]))
}
