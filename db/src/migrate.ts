import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const here = dirname(fileURLToPath(import.meta.url))
const accessFolder = join(here, '../access')

export type LoginPasswords = { portal_app: string; console_app: string; worker_app: string }
type MigrateOptions = { adminUrl: string; passwords: LoginPasswords; log?: (line: string) => void }

/**
 * Brings a database to this version: roles of the cluster, the queue's own tables, our tables, then the whole of
 * `db/access` anew. Runs again harmlessly; two at once wait for each other.
 */
export async function migrate({ adminUrl, passwords, log = () => undefined }: MigrateOptions): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(hashtext('countersign migrate'))`
    log('roles')
    await runFile(sql, join(accessFolder, 'roles.sql'))
    await setPasswords(sql, passwords)
    log('queue')
    await migrateQueue(sql, adminUrl)
    log('tables')
    await migrateTables(drizzle(sql), { migrationsFolder: join(here, '../migrations') })
    log('access')
    await declareAccess(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The queue's tables belong to the worker, which alone reads them; the apps add jobs through app.enqueue. */
async function migrateQueue(sql: postgres.Sql, adminUrl: string) {
  await sql`create schema if not exists graphile_worker`
  await runMigrations({ connectionString: adminUrl, schema: 'graphile_worker' })
}

async function setPasswords(sql: postgres.Sql, passwords: LoginPasswords) {
  for (const [role, password] of Object.entries(passwords)) {
    // `alter role` takes no parameters; format() quotes, and the statement text never leaves this connection.
    const [row] = await sql<{ statement: string }[]>`
      select format('alter role %I password %L', ${role}::text, ${password}::text) as statement`
    await sql.unsafe(row!.statement)
  }
}

/** Everything of db/access in one transaction: a failing file leaves the former access standing. */
export async function declareAccess(sql: postgres.Sql): Promise<void> {
  const files = sqlFiles(accessFolder).filter((file) => !file.endsWith('roles.sql'))
  await sql.begin(async (tx) => {
    for (const file of files) await runFile(tx, file)
  })
}

function sqlFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return sqlFiles(path)
      return name.endsWith('.sql') ? [path] : []
    })
}

async function runFile(sql: postgres.Sql | postgres.TransactionSql, file: string) {
  try {
    await sql.unsafe(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file.slice(accessFolder.length + 1)}: ${(error as Error).message}`, { cause: error })
  }
}
