import postgres from 'postgres'

/**
 * Jobs that a killed worker left locked, set free. The queue alone would wait four hours. Each worker id holds an
 * advisory lock of a session while its process lives; Postgres lets go of it when the process is gone, so an id
 * whose lock is free is nobody's. (Needs a connection of its own: no pooler in transaction mode.)
 */
export function watchLeftBehind(databaseUrl: string) {
  const sql = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
  })
  const own = new Set<string>()
  const held = new Map<string, number>()

  /** Says that these ids live; again after a lost connection, which the server's process id tells. */
  async function hold() {
    const [session] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const missing = [...own].filter((id) => held.get(id) !== session!.pid)
    if (missing.length === 0) return
    await sql`select pg_try_advisory_lock(hashtextextended(id, 0)) from unnest(${missing}::text[]) id`
    for (const id of missing) held.set(id, session!.pid)
  }

  return {
    async add(workerId: string) {
      own.add(workerId)
      await hold()
    },
    /** Gives how many workers' jobs were set free. */
    async sweep(): Promise<number> {
      await hold()
      return sql.begin(async (tx) => {
        const gone = await tx<{ id: string }[]>`
          select id from (
            select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null
          ) lockers
          where not id = any (${[...own]}::text[]) and pg_try_advisory_xact_lock(hashtextextended(id, 0))`
        if (gone.length > 0)
          await tx`select graphile_worker.force_unlock_workers(${gone.map(({ id }) => id)}::text[])`
        return gone.length
      })
    },
    close: () => sql.end({ timeout: 2 }),
  }
}
