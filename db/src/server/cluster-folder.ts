import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mayEnter } from './reachable'
import { StartRefused } from './start-refused'
import type { UnprivilegedUser } from './unprivileged-user'

/** What a home remembers of its cluster, in `postgres.json` (0600). */
type Remembered = { password: string; folder: string }

const SHARED_PLACE = '/var/lib/countersign'

/**
 * The folder that holds this home's cluster, owned by the user that Postgres runs as, and the superuser's password.
 * It lies in the home; where that user cannot enter the home, under /var/lib/countersign. The home remembers which,
 * so that a later change of a parent folder's mode never makes the data look lost.
 */
export function clusterFolder(home: string, user: UnprivilegedUser | null): Remembered {
  makeHome(home, user)
  const memory = join(home, 'postgres.json')
  const remembered = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Remembered) : null
  if (remembered && existsSync(join(remembered.folder, 'cluster', 'PG_VERSION'))) {
    const folder = remembered.folder
    if (user && !mayEnter(user, folder)) {
      throw new StartRefused(
        `The database lies in ${folder}, which the user "${user.name}" that Postgres runs as may no longer enter. Give that folder and those above it the permission to be entered (chmod o+x).`,
      )
    }
    return remembered
  }

  const folder = user && !mayEnter(user, home) ? placeOutside(home) : join(home, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  const made = { password: randomBytes(24).toString('base64url'), folder }
  writeFileSync(memory, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

/** Where copies of the programs go for a server that runs as `user`. */
export function copiesFolder(home: string, user: UnprivilegedUser | null): string {
  return user && !mayEnter(user, home) ? sharedPlace() : home
}

/** Makes the home, or says in one sentence why it cannot be written. */
export function makeHome(home: string, user: UnprivilegedUser | null = null): void {
  try {
    const isNew = makeFolder(home)
    // Entering is not listing: the server's user passes through to its cluster, the secrets beside it stay 0600.
    if (isNew && user) chmodSync(home, 0o711)
    const probe = join(home, 'last-start')
    writeFileSync(probe, `${new Date().toISOString()}\n`, { mode: 0o600 })
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message
    throw new StartRefused(
      `The data folder ${home} cannot be written: ${why}. Set COUNTERSIGN_HOME to a folder that you may write.`,
    )
  }
}

/** Step by step: Node's own recursive way never ends where a file system such as /proc refuses with ENOENT. */
function makeFolder(folder: string, mode = 0o700): boolean {
  if (existsSync(folder)) return false
  if (dirname(folder) !== folder) makeFolder(dirname(folder), 0o755)
  mkdirSync(folder, { mode })
  return true
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  ENOENT: 'a part of its path cannot be made',
}

/** The random end keeps a home that was deleted and made anew apart from the cluster it left behind. */
function placeOutside(home: string): string {
  const name = `${createHash('sha256').update(home).digest('hex').slice(0, 8)}-${randomBytes(3).toString('hex')}`
  return join(sharedPlace(), name)
}

function sharedPlace(): string {
  try {
    mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 })
    return SHARED_PLACE
  } catch {
    const place = mkdtempSync(join(tmpdir(), 'countersign-'))
    chmodSync(place, 0o755)
    return place
  }
}
