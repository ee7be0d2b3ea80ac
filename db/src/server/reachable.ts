import { readdirSync, statSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UnprivilegedUser } from './unprivileged-user'

const READ = 4
const ENTER = 1

/** Whether every folder above `path`, and `path` itself, lets this user through. */
export function mayEnter(user: UnprivilegedUser, path: string): boolean {
  const here = allows(user, statSync(path), ENTER)
  return here && (dirname(path) === path || mayEnter(user, dirname(path)))
}

/** Whether this user may read a folder with all that is in it: a clone made with umask 077 is closed file by file. */
export function mayReadTree(user: UnprivilegedUser, folder: string): boolean {
  if (!allows(user, statSync(folder), READ | ENTER)) return false
  return readdirSync(folder, { withFileTypes: true }).every((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return mayReadTree(user, path)
    return entry.isSymbolicLink() || allows(user, statSync(path), READ)
  })
}

function allows(user: UnprivilegedUser, stats: Stats, wanted: number): boolean {
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0
  return ((stats.mode >> shift) & wanted) === wanted
}
