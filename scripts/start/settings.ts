import { join, resolve } from 'node:path'
import { StartRefused } from '@countersign/db/server/start-refused'
import type { RoleUrls } from '@countersign/db/server/role-urls'
import { cloneFolder } from './clone-folder'

export type OwnDatabase = RoleUrls & { admin: string | null }

export type Settings = {
  home: string
  ports: { portal: number; console: number; mailbox: number }
  origins: { portal: string; console: string; mailbox: string }
  /** `null`: the embedded server. */
  database: OwnDatabase | null
  /** A story, a cast and a mailbox page; off once real mail goes out. */
  demo: boolean
  /** What our processes inherit of the environment. */
  env: Environment
}

export type Environment = Record<string, string | undefined>

/** What the environment asks for. Throws StartRefused with one sentence for what cannot be meant. */
export function readSettings(env: Environment): Settings {
  const ports = {
    portal: port(env, 'PORTAL_PORT', 3000),
    console: port(env, 'CONSOLE_PORT', 3001),
    mailbox: port(env, 'MAILBOX_PORT', 3002),
  }
  if (new Set(Object.values(ports)).size < 3) {
    throw new StartRefused(
      `PORTAL_PORT (${ports.portal}), CONSOLE_PORT (${ports.console}) and MAILBOX_PORT (${ports.mailbox}) must be three different ports.`,
    )
  }
  return {
    home: dataFolder(env),
    ports,
    origins: {
      portal: origin(env, 'PORTAL_ORIGIN', ports.portal),
      console: origin(env, 'CONSOLE_ORIGIN', ports.console),
      mailbox: `http://localhost:${ports.mailbox}`,
    },
    database: ownDatabase(env),
    demo: !env.SMTP_URL && env.COUNTERSIGN_PRODUCTION !== '1',
    env: withoutDatabaseUrls(env),
  }
}

/** Each process is given its own role's URL and no other: the portal's must not hold the way to finance's tables. */
function withoutDatabaseUrls(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/(^|_)DATABASE_URL$|^npm_/.test(name)))
}

/** COUNTERSIGN_HOME, or `.countersign` in the clone. */
export function dataFolder(env: Environment): string {
  return env.COUNTERSIGN_HOME ? resolve(env.COUNTERSIGN_HOME) : join(cloneFolder, '.countersign')
}

/** The URLs of a Postgres of one's own: all three roles' or none. */
export function ownDatabase(env: Environment): OwnDatabase | null {
  const names = ['PORTAL_DATABASE_URL', 'CONSOLE_DATABASE_URL', 'WORKER_DATABASE_URL'] as const
  const missing = names.filter((name) => !env[name])
  if (missing.length === names.length && !env.ADMIN_DATABASE_URL) return null
  if (missing.length > 0) {
    throw new StartRefused(
      `A Postgres of your own needs PORTAL_DATABASE_URL, CONSOLE_DATABASE_URL and WORKER_DATABASE_URL together, and ADMIN_DATABASE_URL to migrate it; missing: ${missing.join(', ')}. Leave all out to use the embedded server.`,
    )
  }
  return {
    portal: databaseUrl(env, names[0]),
    console: databaseUrl(env, names[1]),
    worker: databaseUrl(env, names[2]),
    admin: env.ADMIN_DATABASE_URL ? databaseUrl(env, 'ADMIN_DATABASE_URL') : null,
  }
}

function port(env: Environment, name: string, otherwise: number): number {
  const given = env[name]
  if (given === undefined || given === '') return otherwise
  const value = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (value < 1 || value > 65535) {
    throw new StartRefused(`${name} must be a port number from 1 to 65535, and is "${given}".`)
  }
  return value
}

function origin(env: Environment, name: string, portNumber: number): string {
  const given = env[name]
  if (!given) return `http://localhost:${portNumber}`
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new StartRefused(
      `${name} must be an address such as https://portal.example.com, and is "${given}".`,
    )
  }
  return url.origin
}

/** The sentence names the variable and never repeats the URL, which holds a password. */
function databaseUrl(env: Environment, name: string): string {
  const given = env[name] ?? ''
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname) {
    throw new StartRefused(
      `${name} is not a Postgres URL such as postgres://user:password@host:5432/database.`,
    )
  }
  if (!url.username || !url.password) throw new StartRefused(`${name} must name a user and its password.`)
  if (url.pathname.length < 2) throw new StartRefused(`${name} must name a database after the host.`)
  return given
}
