import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/migrate'
import { startEmbeddedPostgres } from '../../src/server/embedded-postgres'
import type { LoginPasswords } from '../../src/server/role-urls'
import { TEMPLATE } from './template'

/** One server for the run, with one migrated and empty database that every test's own is copied from. */
export default async function startCluster(project: TestProject) {
  const home = mkdtempSync(join(tmpdir(), 'countersign-test-'))
  chmodSync(home, 0o711)
  const server = await startEmbeddedPostgres({ home, ephemeral: true })
  try {
    const passwords = { portal_app: secret(), console_app: secret(), worker_app: secret() }
    await makeTemplate(server.adminUrl, passwords)
    project.provide('cluster', { adminUrl: server.adminUrl, passwords })
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function makeTemplate(adminUrl: string, passwords: LoginPasswords): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`create database ${sql(TEMPLATE)}`
    const template = new URL(adminUrl)
    template.pathname = `/${TEMPLATE}`
    await migrate({ adminUrl: template.href, passwords })
    // A forgotten connection to the template would make every copy of it fail.
    await sql`alter database ${sql(TEMPLATE)} with is_template true allow_connections false`
  } finally {
    await sql.end()
  }
}

function secret(): string {
  return randomBytes(18).toString('base64url')
}
