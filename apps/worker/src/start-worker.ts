import { connect } from '@countersign/db/connect'
import { logLine } from '@countersign/http/log'
import { fillProvider } from '@countersign/operations/fill-provider'
import { openStorage, type StorageEnv } from '@countersign/storage/storage'
import { EventEmitter } from 'node:events'
import { Logger, run } from 'graphile-worker'
import { watchLeftBehind } from './left-behind'
import { openDelivery } from './mail/delivery'
import { serve } from './mailbox/serve'
import type { WorkerSettings } from './settings'
import { crontab, taskList } from './task-list'

const sweepEveryMs = 15_000

export type RunningWorker = {
  port: number
  /** Settles when the queue has stopped, asked or not; rejects when it broke. */
  ended: Promise<void>
  /** Jobs under way get some seconds to end; what they had not finished is tried again later. */
  stop: () => Promise<void>
}

/** Runs the jobs, and serves `/healthcheck` and in the demo the mailbox. Throws where the port or database is not to
 * be had. */
export async function startWorker(settings: WorkerSettings, storageEnv: StorageEnv): Promise<RunningWorker> {
  const storage = openStorage(storageEnv)
  const db = connect(settings.databaseUrl, { max: settings.concurrency * 2 + 4 })
  const delivery = openDelivery(settings)
  const leftBehind = watchLeftBehind(settings.databaseUrl)
  let isRunning = false
  const server = await serve({ db, storage, settings, isRunning: () => isRunning })
  const sweep = () => leftBehind.sweep().catch((error: unknown) => logTrouble('sweep-failed', error))

  try {
    await db.asLogin((tx) => fillProvider(tx, settings.seller))
    await leftBehind.sweep()
    const events = new EventEmitter()
    events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
      leftBehind.add(worker.workerId).catch((error: unknown) => logTrouble('hold-failed', error))
    })
    events.on(
      'job:error',
      ({ job, error }: { job: { task_identifier: string; id: string; attempts: number }; error: unknown }) =>
        logTrouble('job-failed', error, { job: job.task_identifier, id: job.id, attempts: job.attempts }),
    )
    const runner = await run({
      connectionString: settings.databaseUrl,
      concurrency: settings.concurrency,
      maxPoolSize: settings.concurrency + 2,
      pollInterval: 2000,
      noHandleSignals: true,
      taskList: taskList({ db, storage, settings, delivery }),
      ...(settings.keepsClock ? { crontab } : { parsedCronItems: [] }),
      events,
      logger: quietLogger,
    })
    isRunning = true
    const timer = setInterval(() => void sweep(), sweepEveryMs)
    const ended = runner.promise.finally(() => {
      isRunning = false
    })
    ended.catch(() => undefined)

    let stopping: Promise<void> | undefined
    async function stopAll() {
      clearInterval(timer)
      await server.close()
      await runner.stop().catch(() => undefined)
      await ended.catch(() => undefined)
      await leftBehind.close()
      await db.close()
    }
    return { port: server.port, ended, stop: () => (stopping ??= stopAll()) }
  } catch (error) {
    await Promise.all([server.close(), leftBehind.close(), db.close()])
    throw error
  }
}

/** Failed jobs are logged above, in one line each; of the queue's own words only what is wrong. */
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error' && !/^Failed task/.test(message))
    logLine('error', 'queue', { message: message.slice(0, 500) })
})

/** Without the rows that Postgres and drizzle put behind the first line. */
function logTrouble(event: string, error: unknown, facts: Record<string, string | number> = {}) {
  const known = error instanceof Error ? error : new Error(String(error))
  const cause = known.cause instanceof Error ? known.cause.message.split('\n')[0] : undefined
  logLine('error', event, { ...facts, message: known.message.split('\n')[0]!.slice(0, 300), cause })
}
