import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { roleUrls, type RoleUrls } from '../../src/server/role-urls'
import { TEMPLATE } from './template'

export type FreshDatabase = { adminUrl: string; urls: RoleUrls; drop: () => Promise<void> }

/**
 * A migrated, empty database of the caller's own (or a copy of another template), in some tens of milliseconds.
 * `name` only helps to find it in the server's log. Close what is connected to it before `drop()`, or have it closed by force.
 */
export async function freshDatabase(name = 'test', template = TEMPLATE): Promise<FreshDatabase> {
  const { adminUrl, passwords } = inject('cluster')
  const database = `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40)}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, async (sql) => {
    await sql`create database ${sql(database)} template ${sql(template)}`
    // Postgres copies a template's contents, but neither its grants nor its settings.
    await sql`
      update pg_database copy set datacl = original.datacl
      from pg_database original where original.datname = ${template} and copy.datname = ${database}`
    await sql`
      insert into pg_db_role_setting (setdatabase, setrole, setconfig)
      select copy.oid, setting.setrole, setting.setconfig
      from pg_db_role_setting setting
      join pg_database original on original.oid = setting.setdatabase and original.datname = ${template}
      join pg_database copy on copy.datname = ${database}`
  })

  const own = new URL(adminUrl)
  own.pathname = `/${database}`
  const drop = () =>
    asAdmin(adminUrl, async (sql) => void (await sql`drop database ${sql(database)} with (force)`))
  return { adminUrl: own.href, urls: roleUrls(own.href, passwords), drop }
}

async function asAdmin(adminUrl: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
