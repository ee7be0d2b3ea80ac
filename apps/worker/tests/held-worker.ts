import { sql, type SQL } from 'drizzle-orm'
import { until, type DeliveredProject } from './delivered-project'
import { freePort, runWorker } from './run-worker'

/**
 * Holds a worker at a step, as a slow database would: `step` is the rest of a trigger's declaration. Of the jobs that
 * are put away only those are held that this is about.
 */
export async function holdAt({ admin }: DeliveredProject, step: SQL) {
  await admin.asLogin(async (tx) => {
    await tx.execute(sql`create function public.hold() returns trigger
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if tg_op = 'DELETE' then
          if exists (select from graphile_worker._private_tasks t
            where t.id = old.task_id and t.identifier in ('after-decision', 'run-acceptance-clocks')) then perform pg_sleep(600); end if;
          return old;
        end if;
        perform pg_sleep(600);
        return new;
      end $$`)
    await tx.execute(sql`create trigger hold ${step} execute function public.hold()`)
  })
}

/** As when a server notices that its client is gone: what was not committed is undone. */
async function letGo({ admin }: DeliveredProject) {
  await admin.asLogin(async (tx) => {
    await tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`)
  })
  await admin.asLogin((tx) => tx.execute(sql`drop function public.hold() cascade`))
}

/** Runs a worker until it is held, and kills it there. */
export async function killedWhereHeld(project: DeliveredProject) {
  const first = runWorker(project.env, await freePort())
  const isHeld = () =>
    project.admin.asLogin(async (tx) => {
      const held = await tx.execute(sql`select pid from pg_stat_activity
        where datname = current_database() and wait_event = 'PgSleep'`)
      return held.length > 0
    })
  await until('the worker being held', isHeld, 45_000)
  first.kill('SIGKILL')
  await first.ended
  await letGo(project)
}

/** Lets another worker do what is left of these jobs. Gives its exit code. */
export async function finishedByAnother(project: DeliveredProject, tasks: string[]) {
  const second = runWorker(project.env, await freePort())
  await until(
    'the jobs’ end',
    async () => {
      const left = await project.admin.asLogin((tx) =>
        tx.execute(
          sql`select 1 from graphile_worker.jobs where task_identifier in (${sql.join(
            tasks.map((task) => sql`${task}`),
            sql`, `,
          )})`,
        ),
      )
      return left.length === 0
    },
    45_000,
  )
  second.kill('SIGTERM')
  return second.ended
}
