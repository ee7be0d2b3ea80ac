import type { RoleUrls } from '@countersign/db/server/role-urls'
import { StartRefused } from '@countersign/db/server/start-refused'
import { isSeeded, seed } from '@countersign/story/seed'
import { startApp, type AppProcess } from './app-process'
import { ensureBuilt } from './build'
import { openDatabase, type OpenDatabase } from './database'
import { requireFreePorts } from './ports'
import type { Report } from './report'
import { forgetRunning, noteRunning } from './running'
import { forgetUnfinishedStory, noteUnfinishedStory } from './unfinished-story'
import type { Settings } from './settings'

export type Product = {
  urls: RoleUrls
  adminUrl: string | null
  processes: { portal: AppProcess; console: AppProcess; worker: AppProcess }
  /** Resolves with a sentence when something ends that nobody stopped. */
  broken: Promise<string>
  /** The apps, then the worker, then Postgres. */
  stop: () => Promise<void>
}

/** The whole product: database, story on the first run, worker, portal, console. Returns when all of them answer. */
export async function startProduct(
  settings: Settings,
  report: Report,
  signal?: AbortSignal,
): Promise<Product> {
  await requireFreePorts(settings.ports)
  await ensureBuilt(report, signal)
  const database = await openDatabase(settings, report)
  const started: AppProcess[] = []
  let stopping = false

  async function stop() {
    stopping = true
    const [worker, ...apps] = started
    await Promise.all(apps.map((app) => app.stop()))
    await worker?.stop()
    forgetRunning(settings.home)
    await database.stop()
  }

  try {
    await tellStory(settings, database, report, signal)
    signal?.throwIfAborted()
    const processes = startProcesses(settings, database.urls)
    started.push(processes.worker, processes.portal, processes.console)
    await report.step('Starting portal, console and worker', () =>
      unlessAborted(signal, Promise.all(started.map((each) => each.isReady))),
    )
    noteRunning(settings.home, {
      pid: process.pid,
      urls: { ...database.urls, admin: database.adminUrl },
      origins: settings.origins,
    })

    const broken = Promise.race([
      ...started.map((each) => each.ended.then((how) => `The ${each.name} ended unexpectedly (${how}).`)),
      database.ended.then(() => 'Postgres ended unexpectedly.'),
    ]).then((sentence) => (stopping ? new Promise<string>(() => {}) : sentence))
    return { urls: database.urls, adminUrl: database.adminUrl, processes, broken, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** On the first run of the demo only: a database with any person in it is left as it is. */
async function tellStory(
  settings: Settings,
  { adminUrl, urls }: OpenDatabase,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!settings.demo || !adminUrl || (await isSeeded(adminUrl))) return
  const storage = { ...settings.env, COUNTERSIGN_HOME: settings.home }
  noteUnfinishedStory(settings.home)
  await report.step('Telling the demo’s story', () =>
    unlessAborted(signal, seed({ ...urls, admin: adminUrl }, { now: new Date(), storage, log: report.note })),
  )
  forgetUnfinishedStory(settings.home)
}

/** Where the key lies that seals certificates is the worker's business alone. */
const withoutSealingKey = { SEAL_KEY_FILE: undefined, SEAL_CERTIFICATES_FILE: undefined }

function startProcesses(settings: Settings, urls: RoleUrls): Product['processes'] {
  const { home, ports, origins } = settings
  const shared = {
    ...settings.env,
    NODE_ENV: 'production',
    COUNTERSIGN_HOME: home,
    PORTAL_ORIGIN: origins.portal,
    CONSOLE_ORIGIN: origins.console,
    MAILBOX_ORIGIN: origins.mailbox,
    MAILBOX_PORT: String(ports.mailbox),
    COUNTERSIGN_DEMO: settings.demo ? '1' : '',
  }
  const app = (name: 'portal' | 'console') =>
    startApp({
      name,
      entry: `apps/${name}/server.ts`,
      port: ports[name],
      home,
      env: {
        ...shared,
        ...withoutSealingKey,
        PORT: String(ports[name]),
        DATABASE_URL: urls[name],
        PUBLIC_ORIGIN: origins[name],
      },
    })
  const worker = startApp({
    name: 'worker',
    entry: 'apps/worker/src/main.ts',
    port: ports.mailbox,
    home,
    env: {
      ...shared,
      PORT: String(ports.mailbox),
      DATABASE_URL: urls.worker,
      PUBLIC_ORIGIN: origins.mailbox,
    },
  })
  return { worker, portal: app('portal'), console: app('console') }
}

function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work
  return Promise.race([
    work,
    new Promise<never>((_settle, fail) => {
      if (signal.aborted) fail(signal.reason as Error)
      signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true })
    }),
  ])
}

/** One sentence for the person at the keyboard, whatever went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof StartRefused) return error.message
  const said = error instanceof Error ? error.message : String(error)
  return `Countersign could not start: ${said.split('\n')[0]}`
}
