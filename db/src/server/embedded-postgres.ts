import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { identity, usableBinaries, type Binaries } from './binaries'
import { clusterFolder, copiesFolder } from './cluster-folder'
import { StartRefused } from './start-refused'
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged-user'

export type EmbeddedPostgres = {
  /** Connects as the superuser `countersign` to the database `countersign`. */
  adminUrl: string
  port: number
  /** Postgres's fast shutdown: running transactions are rolled back, everything committed is on disk. */
  stop: () => Promise<void>
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** The data folder; the cluster, its password and its log live in it (or are remembered in it). */
  home: string
  /** A free one is taken when none is given. */
  port?: number
  /** For tests: no fsync, and the cluster is removed on stop. */
  ephemeral?: boolean
  log?: (line: string) => void
}

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 20_000
const SUPERUSER = 'countersign'

/**
 * Starts the Postgres server that npm installed, on 127.0.0.1 only, with a cluster kept in `home`.
 * Throws StartRefused with one sentence for whatever the person who started it can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = resolve(options.home)
  const log = options.log ?? (() => {})
  const user = unprivilegedUser()
  const { folder, password } = clusterFolder(home, user)
  const cluster = join(folder, 'cluster')
  await leaveNoSecondServer(home, cluster, log)

  const binaries = usableBinaries(user, () => copiesFolder(home, user), log)
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    log(`Making a new database cluster in ${cluster}.`)
    makeCluster({ binaries, cluster, password, user, ephemeral: options.ephemeral ?? false })
  } else {
    refuseOtherVersion(binaries, cluster, user)
  }

  const running = await startServer({ binaries, cluster, home, user, password, options })
  writeFileSync(join(home, 'postgres.owner'), String(process.pid), { mode: 0o600 })

  const stop = async () => {
    await running.stop()
    rmSync(join(home, 'postgres.owner'), { force: true })
    if (options.ephemeral) rmSync(folder, { recursive: true, force: true })
  }
  return { adminUrl: running.adminUrl, port: running.port, stop, ended: running.ended }
}

function makeCluster(made: {
  binaries: Binaries
  cluster: string
  password: string
  user: UnprivilegedUser | null
  ephemeral: boolean
}): void {
  const { binaries, cluster, password, user, ephemeral } = made
  // Made beside and renamed, so that an interrupted start leaves nothing that looks like a cluster.
  const unfinished = `${cluster}.unfinished`
  const passwordFile = `${cluster}.password`
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  try {
    const ran = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Postgres's own C.UTF-8: the same on every machine, whatever locales are installed there.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(ephemeral ? ['--no-sync'] : []),
      ],
      { encoding: 'utf8', cwd: dirname(cluster), env: serverEnv(), ...identity(user) },
    )
    if (ran.status !== 0) {
      const said = lastLine(ran.stderr ?? '') ?? ran.error?.message ?? `signal ${ran.signal}`
      throw new StartRefused(`Postgres could not make its cluster in ${cluster}: ${said}`)
    }
    renameSync(unfinished, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function refuseOtherVersion(binaries: Binaries, cluster: string, user: UnprivilegedUser | null): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const said = spawnSync(binaries.postgres, ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...identity(user),
  }).stdout
  const ours = /(\d+)(\.|beta|rc|devel)/.exec(said)?.[1]
  if (ours && ours !== made) {
    throw new StartRefused(
      `The database in ${cluster} was made by Postgres ${made}, and the installed one is ${ours}. Dump it with the old version and restore it into a new data folder (see docs/operations.md).`,
    )
  }
}

type Server = { adminUrl: string; port: number; stop: () => Promise<void>; ended: Promise<void> }

async function startServer(wanted: {
  binaries: Binaries
  cluster: string
  home: string
  user: UnprivilegedUser | null
  password: string
  options: EmbeddedPostgresOptions
}): Promise<Server> {
  const { binaries, cluster, home, user, password, options } = wanted
  const attempts = options.port === undefined ? 3 : 1
  const logFile = join(home, 'postgres.log')
  if (options.port !== undefined && !(await isFree(options.port))) throw busyPort(options.port)

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const logFrom = freshLog(logFile)
    const child = spawnServer({
      binaries,
      cluster,
      user,
      port,
      logFile,
      ephemeral: options.ephemeral ?? false,
    })
    const ended = new Promise<void>((settle) => {
      child.once('exit', () => settle())
      child.once('error', () => settle())
    })
    if (await becomesReady(child, cluster)) {
      const adminUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${SUPERUSER}`
      const watchdog = watch(child, options.ephemeral ? cluster : null, user)
      const stop = () => stopServer(child, binaries, cluster, ended).finally(() => watchdog?.kill('SIGKILL'))
      try {
        await ensureOwnDatabase(adminUrl)
      } catch (error) {
        await stop()
        throw new StartRefused(`The embedded Postgres started but refuses us: ${(error as Error).message}.`)
      }
      return { adminUrl, port, stop, ended }
    }

    child.kill('SIGKILL')
    const said = readFileSync(logFile, 'utf8').slice(logFrom)
    const portTaken = /Address already in use|could not bind/.test(said)
    if (portTaken && attempt < attempts) continue
    if (portTaken) throw busyPort(port)
    throw new StartRefused(
      `The embedded Postgres did not start: ${/FATAL:\s*(.*)/.exec(said)?.[1] ?? lastLine(said) ?? 'it said nothing'}. Its log is ${logFile}.`,
    )
  }
}

function spawnServer(wanted: {
  binaries: Binaries
  cluster: string
  user: UnprivilegedUser | null
  port: number
  logFile: string
  ephemeral: boolean
}): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(wanted.port),
    // No socket file: its path may be too long, and its default folder may belong to another Postgres.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The text of a failed statement may hold what a person typed.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(wanted.ephemeral
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }
      : {}),
  }
  const log = openSync(wanted.logFile, 'a', 0o600)
  try {
    return spawn(
      wanted.binaries.postgres,
      [
        '-D',
        wanted.cluster,
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        cwd: dirname(wanted.cluster),
        env: serverEnv(),
        stdio: ['ignore', log, log],
        // A session of its own: Ctrl-C in the terminal must reach the apps first and Postgres last.
        detached: process.platform !== 'win32',
        windowsHide: true,
        ...identity(wanted.user),
      },
    )
  } finally {
    closeSync(log)
  }
}

/** postmaster.pid's eighth line turns to "ready"; the way of pg_ctl, without a connection per try. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const until = Date.now() + START_TIMEOUT_MS
  while (Date.now() < until && child.exitCode === null && child.signalCode === null && child.pid) {
    const lines = pidFile(cluster)
    if (lines && Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await pause(15)
  }
  return false
}

/**
 * Should we be killed without a chance to stop Postgres, this process notices that its input closes
 * and asks for a fast shutdown in our place. An ephemeral cluster is removed as well.
 */
function watch(
  server: ChildProcess,
  removed: string | null,
  user: UnprivilegedUser | null,
): ChildProcess | null {
  if (process.platform === 'win32') return null
  const script =
    'cat >/dev/null; kill -INT "$1" 2>/dev/null; [ -z "$2" ] && exit; while kill -0 "$1" 2>/dev/null; do sleep 0.2; done; rm -rf -- "$2"'
  const watchdog = spawn(
    '/bin/sh',
    ['-c', script, 'countersign-watchdog', String(server.pid), removed ?? ''],
    {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      ...identity(user),
    },
  )
  watchdog.on('error', () => {})
  watchdog.stdin?.on('error', () => {})
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  return watchdog
}

async function stopServer(child: ChildProcess, binaries: Binaries, cluster: string, ended: Promise<void>) {
  if (child.exitCode !== null || child.signalCode !== null) return
  // A signal is a hard kill on Windows; pg_ctl knows the gentle way there.
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'])
  else child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(patience)
}

async function ensureOwnDatabase(adminUrl: string): Promise<void> {
  const maintenance = new URL(adminUrl)
  maintenance.pathname = '/postgres'
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${SUPERUSER}`
    if (found.length === 0) await sql`create database countersign`
  } finally {
    await sql.end()
  }
}

/** Two servers on one cluster would destroy it. One whose owner was killed is ended; one that is in use is refused. */
async function leaveNoSecondServer(
  home: string,
  cluster: string,
  log: (line: string) => void,
): Promise<void> {
  const pid = Number(pidFile(cluster)?.[0])
  if (!pid) return
  if (!isPostgresOf(pid, cluster)) return rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const owner = ownerOf(home)
  if (owner && isAlive(owner)) {
    throw new StartRefused(
      `Countersign is already running with the data folder ${home} (process ${owner}). Stop it first, or set COUNTERSIGN_HOME to another folder.`,
    )
  }
  log('Ending a Postgres that an earlier run left behind.')
  process.kill(pid, 'SIGINT')
  const until = Date.now() + STOP_TIMEOUT_MS
  while (isAlive(pid)) {
    if (Date.now() > until) {
      throw new StartRefused(
        `A Postgres left behind by an earlier run (process ${pid}) does not end. End it by hand.`,
      )
    }
    await pause(50)
  }
}

/** After a restart of the machine the number in the pid file may belong to any other program. */
function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return true
  return (
    spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(cluster) ??
    true
  )
}

function ownerOf(home: string): number | null {
  try {
    return Number(readFileSync(join(home, 'postgres.owner'), 'utf8')) || null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function pidFile(cluster: string): string[] | null {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}

const LOG_LIMIT_BYTES = 5_000_000

/** Keeps one old log beside the current one; says from which byte on the next start writes. */
function freshLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < LOG_LIMIT_BYTES) return size
  renameSync(logFile, `${logFile}.old`)
  return 0
}

/** Only what a server needs: none of our secrets, and messages in English whatever the terminal speaks. */
function serverEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  const env = { PATH, LC_ALL: 'C', ...(process.platform === 'win32' ? { SystemRoot, TEMP, TMP } : {}) }
  return env as unknown as NodeJS.ProcessEnv
}

function busyPort(port: number): StartRefused {
  return new StartRefused(`Port ${port}, wanted for the embedded Postgres, is in use by another program.`)
}

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Whether a server could listen on this port of 127.0.0.1 (or of `host`) now. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', () => settle(false))
    server.listen(port, host, () => server.close(() => settle(true)))
  })
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined
}
