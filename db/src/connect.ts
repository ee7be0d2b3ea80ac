import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export const staffRoles = [
  'team_member',
  'project_manager',
  'program_manager',
  'finance',
  'account_manager',
  'executive',
  'administrator',
  'vendor',
] as const
export type StaffRole = (typeof staffRoles)[number]

type Person = { token: string; name: string; email: string; locale: 'en' | 'de'; timeZone: string }
export type ContactActor = Person & { side: 'contact'; contactId: string; customerId: string }
export type StaffActor = Person & { side: 'staff'; staffId: string; role: StaffRole }
export type Actor = ContactActor | StaffActor

export type Tx = PostgresJsDatabase
export type Db = {
  sql: postgres.Sql
  /** One read-only transaction as that person: the database shows what this person may see. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as that person; whatever throws inside leaves nothing written. */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the login role itself: the worker's jobs, the seed. */
  asLogin<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Announcement = (t: postgres.Sql) => postgres.PendingQuery<postgres.Row[]>

/**
 * Opens the pool of one login role. `url` is a Postgres URL.
 * Everything a person does runs in a transaction that first says who asks; the settings are local to it,
 * so that a pooled connection never carries one person's rights to the next.
 */
export function connect(url: string, options: { max?: number; prepare?: boolean } = {}): Db {
  const sql = postgres(url, {
    max: options.max ?? 10,
    prepare: options.prepare ?? process.env.DATABASE_PREPARE !== 'false',
    onnotice: () => undefined,
    connect_timeout: 10,
  })

  function transaction<T>(announce: Announcement | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return sql.begin(async (transactionSql) => {
      // What drizzle wants of a connection; a transaction within this one is a savepoint.
      const t = Object.assign(transactionSql, {
        options: sql.options,
        begin: transactionSql.savepoint,
      }) as unknown as postgres.Sql
      // Sent at once and not waited for: the page's queries follow in the same packet. Order holds, because
      // postgres.js answers in the order of sending; were it lost, the queries would see no rows, not more.
      const announced = announce?.(t).execute()
      const [result] = await Promise.all([work(drizzle(t)), announced])
      return result
    }) as Promise<T>
  }

  const announceFor =
    (actor: Actor, readOnly: 'on' | 'off'): Announcement =>
    (t) =>
      actor.side === 'staff'
        ? t`select set_config('app.session_token', ${actor.token}, true), set_config('role', ${actor.role}, true),
          set_config('transaction_read_only', ${readOnly}, true)`
        : t`select set_config('app.session_token', ${actor.token}, true),
          set_config('transaction_read_only', ${readOnly}, true)`

  return {
    sql,
    read: (actor, work) => transaction(announceFor(actor, 'on'), work),
    write: (actor, work) => transaction(announceFor(actor, 'off'), work),
    asLogin: (work) => transaction(null, work),
    close: () => sql.end({ timeout: 5 }),
  }
}
