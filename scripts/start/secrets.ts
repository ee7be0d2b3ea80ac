import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '@countersign/db/server/start-refused'
import type { LoginPasswords } from '@countersign/db/server/role-urls'

/** The login roles' passwords for the embedded server: made once, kept in the home, readable by its owner only. */
export function loginPasswords(home: string): LoginPasswords {
  const file = join(home, 'role-passwords.json')
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as LoginPasswords
    } catch {
      throw new StartRefused(`${file} cannot be read. Delete it, and new passwords are made and set.`)
    }
  }
  const made = { portal_app: password(), console_app: password(), worker_app: password() }
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

function password(): string {
  return randomBytes(24).toString('base64url')
}
