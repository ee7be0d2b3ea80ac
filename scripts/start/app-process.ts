import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { StartRefused } from '@countersign/db/server/start-refused'
import { cloneFolder } from './clone-folder'

export type AppProcess = {
  name: string
  pid: number
  /** Resolves when `GET /healthcheck` has answered 200; throws StartRefused when that does not come to pass. */
  isReady: Promise<void>
  /** Settles when the process has ended, asked or not, with how. */
  ended: Promise<string>
  stop: () => Promise<void>
  /** For tests of what happens then. */
  kill: () => void
}

const READY_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 12_000
const LOG_LIMIT_BYTES = 5_000_000

/** Starts one of our processes from its source; what it prints goes to `logs/<name>.log` in the home. */
export function startApp(app: {
  name: string
  entry: string
  port: number
  home: string
  env: Record<string, string | undefined>
}): AppProcess {
  const logFile = join(app.home, 'logs', `${app.name}.log`)
  const log = openLog(logFile)
  const logFrom = statSync(logFile).size
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      pathToFileURL(join(cloneFolder, 'scripts/start/leave-with-parent.mjs')).href,
      app.entry,
    ],
    {
      cwd: cloneFolder,
      env: app.env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', log, log, 'ipc'],
      // Not in the terminal's group: Ctrl-C reaches us alone, and we stop the processes in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  )
  closeSync(log)

  let how: string | null = null
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle((how = error.message)))
    child.once('exit', (code, signal) => settle((how = signal ? `signal ${signal}` : `exit code ${code}`)))
  })
  const lastWords = () => readFileSync(logFile, 'utf8').slice(logFrom)

  async function becomeReady() {
    const until = Date.now() + READY_TIMEOUT_MS
    while (how === null && Date.now() < until) {
      if (await answers(`http://127.0.0.1:${app.port}/healthcheck`)) return
      await pause(40)
    }
    const said = /^\S*(?:Error|Refused): .*/m.exec(lastWords())?.[0]
    const what =
      how === null ? `did not answer within ${READY_TIMEOUT_MS / 1000} seconds` : `did not start (${how})`
    throw new StartRefused(`The ${app.name} ${what}${said ? `: ${said}` : '.'} Its log is ${logFile}.`)
  }

  async function stop() {
    if (how !== null) return
    child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    await ended
    clearTimeout(patience)
  }

  const isReady = becomeReady()
  isReady.catch(() => {})
  return { name: app.name, pid: child.pid ?? 0, isReady, ended, stop, kill: () => child.kill('SIGKILL') }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), headers: { connection: 'close' } })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

function openLog(file: string): number {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
    renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}
