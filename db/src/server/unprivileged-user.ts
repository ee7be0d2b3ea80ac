import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartRefused } from './start-refused'

export type UnprivilegedUser = { name: string; uid: number; gid: number }

/** Postgres refuses to run as root: the user it runs as then, or `null` when we are an ordinary user ourselves. */
export function unprivilegedUser(): UnprivilegedUser | null {
  if (process.getuid?.() !== 0) return null
  const existing = userNamed('postgres') ?? userNamed('countersign')
  if (existing) return existing

  // Debian and most others have useradd, Alpine has only busybox's adduser.
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'countersign'])
  if (!userNamed('countersign')) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'countersign'])

  const user = userNamed('countersign') ?? userNamed('nobody')
  if (!user) {
    throw new StartRefused(
      'Postgres does not run as root, and no unprivileged user could be made for it. Start Countersign as an ordinary user.',
    )
  }
  return user
}

function userNamed(name: string): UnprivilegedUser | null {
  const uid = idOf(name, '-u')
  const gid = idOf(name, '-g')
  return uid && gid ? { name, uid, gid } : null
}

/** `id` also knows users from a directory service; the file stands in where a slim image has no `id`. */
function idOf(name: string, flag: '-u' | '-g'): number | null {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
  if (asked.status === 0) return Number(asked.stdout.trim())
  if (!asked.error) return null
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`))
    return line ? Number(line.split(':')[flag === '-u' ? 2 : 3]) : null
  } catch {
    return null
  }
}
