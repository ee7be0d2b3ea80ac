import postgres from 'postgres'
import { migrate } from '@countersign/db/migrate'
import { makeHome } from '@countersign/db/server/cluster-folder'
import { startEmbeddedPostgres } from '@countersign/db/server/embedded-postgres'
import { loginRoles, roleUrls, type LoginPasswords, type RoleUrls } from '@countersign/db/server/role-urls'
import { StartRefused } from '@countersign/db/server/start-refused'
import type { Report } from './report'
import { loginPasswords } from './secrets'
import type { OwnDatabase } from './settings'
import { dropUnfinishedStory } from './unfinished-story'

export type OpenDatabase = {
  urls: RoleUrls
  /** `null` with a Postgres of one's own that is migrated elsewhere. */
  adminUrl: string | null
  stop: () => Promise<void>
  /** Settles when an embedded server has ended; never for a Postgres of one's own. */
  ended: Promise<void>
}

/** A migrated database: the embedded server's, or the one that the environment names. */
export async function openDatabase(
  wanted: { home: string; database: OwnDatabase | null },
  report: Report,
): Promise<OpenDatabase> {
  if (!wanted.database) return openEmbedded(wanted.home, report)
  makeHome(wanted.home)
  return openOwn(wanted.database, report)
}

async function openEmbedded(home: string, report: Report): Promise<OpenDatabase> {
  const server = await report.step('Starting Postgres', () =>
    startEmbeddedPostgres({ home, log: report.note }),
  )
  try {
    await dropUnfinishedStory(home, server.adminUrl)
    const passwords = loginPasswords(home)
    await report.step('Migrating the database', () => migrate({ adminUrl: server.adminUrl, passwords }))
    const urls = roleUrls(server.adminUrl, passwords)
    return { urls, adminUrl: server.adminUrl, stop: server.stop, ended: server.ended }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openOwn(own: OwnDatabase, report: Report): Promise<OpenDatabase> {
  const { admin, ...urls } = own
  if (admin) {
    await report.step('Reaching your Postgres', () => requireReachable('ADMIN_DATABASE_URL', admin))
    await report.step('Migrating the database', () =>
      migrate({ adminUrl: admin, passwords: passwordsOf(urls) }),
    )
  } else {
    report.note('ADMIN_DATABASE_URL is not given: the database is used as it is, without migrating.')
  }
  await report.step('Signing in as each role', async () => {
    await requireReachable('PORTAL_DATABASE_URL', urls.portal)
    await requireReachable('CONSOLE_DATABASE_URL', urls.console)
    await requireReachable('WORKER_DATABASE_URL', urls.worker)
  })
  return { urls, adminUrl: admin, stop: async () => {}, ended: new Promise(() => {}) }
}

/** Migrating sets the roles' passwords to those that the URLs will be used with. */
function passwordsOf(urls: RoleUrls): LoginPasswords {
  const passwordOf = (side: keyof RoleUrls) => {
    const url = new URL(urls[side])
    if (decodeURIComponent(url.username) !== loginRoles[side]) {
      throw new StartRefused(
        `${side.toUpperCase()}_DATABASE_URL must sign in as the role ${loginRoles[side]}, and names "${decodeURIComponent(url.username)}".`,
      )
    }
    return decodeURIComponent(url.password)
  }
  return {
    portal_app: passwordOf('portal'),
    console_app: passwordOf('console'),
    worker_app: passwordOf('worker'),
  }
}

async function requireReachable(variable: string, url: string): Promise<void> {
  const { hostname, port, pathname, username } = new URL(url)
  const place = `${hostname}:${port || 5432}`
  const sql = postgres(url, { max: 1, connect_timeout: 8, onnotice: () => {} })
  try {
    await sql`select 1`
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const reasons: Record<string, string> = {
      ECONNREFUSED: `nothing listens at ${place}`,
      ENOTFOUND: `the host ${hostname} is not known`,
      EAI_AGAIN: `the host ${hostname} is not known`,
      CONNECT_TIMEOUT: `${place} does not answer`,
      ETIMEDOUT: `${place} does not answer`,
      '28P01': `the password for "${decodeURIComponent(username)}" is wrong`,
      '28000': `the server does not let "${decodeURIComponent(username)}" in`,
      '3D000': `there is no database "${decodeURIComponent(pathname.slice(1))}" at ${place}`,
    }
    throw new StartRefused(`${variable} does not work: ${reasons[code ?? ''] ?? message}.`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
