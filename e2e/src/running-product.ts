import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@countersign/db/server/embedded-postgres'
import type { RoleUrls } from '@countersign/db/server/role-urls'
import { startProduct, type Product } from '../../scripts/start/product'
import { silent, type Report } from '../../scripts/start/report'
import { readSettings, type Environment } from '../../scripts/start/settings'

export type Origins = { portal: string; console: string; mailbox: string }
export type RunningProduct = {
  origins: Origins
  urls: RoleUrls
  adminUrl: string
  home: string
  processes: Product['processes']
  /** Stops everything and removes the data. */
  stop: () => Promise<void>
}

/** The product as `npm start` starts it, story included, on free ports with a data folder that is removed at the end. */
export async function startRunningProduct(
  env: Record<string, string> = {},
  report: Report = silent,
): Promise<RunningProduct> {
  const home = mkdtempSync(join(tmpdir(), 'countersign-e2e-'))
  // The server's unprivileged user passes through it to its cluster.
  chmodSync(home, 0o711)
  const settings = readSettings({
    ...withoutOwnDatabase(),
    COUNTERSIGN_HOME: home,
    PORTAL_PORT: String(await freePort()),
    CONSOLE_PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
    // What is due by the clock would write between two looks at what is kept; the worker's own tests run it.
    WORKER_CLOCK: 'off',
    ...env,
  })
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    const product = await startProduct(settings, report)
    return {
      origins: settings.origins,
      urls: product.urls,
      adminUrl: product.adminUrl ?? '',
      home,
      processes: product.processes,
      stop: () => product.stop().finally(remove),
    }
  } catch (error) {
    // The logs say why; they are kept.
    console.error(`The product did not start; its logs are in ${join(home, 'logs')}.`)
    throw error
  }
}

/** Tests never run on a developer's real database, whatever the terminal's environment names. */
function withoutOwnDatabase(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/_DATABASE_URL$|_ORIGIN$/.test(name)),
  )
}
