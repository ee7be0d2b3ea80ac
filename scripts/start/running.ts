import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RoleUrls } from '@countersign/db/server/role-urls'

/** What a running Countersign leaves in its home for the command line; holds passwords, so its owner's only. */
export type Running = {
  pid: number
  urls: RoleUrls & { admin: string | null }
  origins: { portal: string; console: string; mailbox: string }
}

const fileIn = (home: string) => join(home, 'running.json')

export function noteRunning(home: string, running: Running): void {
  writeFileSync(fileIn(home), JSON.stringify(running, null, 2), { mode: 0o600 })
}

export function forgetRunning(home: string): void {
  rmSync(fileIn(home), { force: true })
}

/** The Countersign that runs on this home now; a note left by one that was killed does not count. */
export function runningIn(home: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(fileIn(home), 'utf8')) as Running
    process.kill(running.pid, 0)
    return running
  } catch {
    return null
  }
}
