import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@countersign/db/server/embedded-postgres'
import { startApp } from '../../scripts/start/app-process'

type App = 'portal' | 'console'
type Running = { urls: Record<App, string>; home: string }

/**
 * One more process of an app on the product's database, as behind a load balancer: with a rate limit of its own, and
 * with whatever else of the environment a test is about.
 */
export async function startOwnDoor(app: App, product: Running, env: Record<string, string> = {}) {
  const port = await freePort()
  const home = mkdtempSync(join(tmpdir(), 'countersign-door-'))
  const origin = `http://localhost:${port}`
  const started = startApp({
    name: app,
    entry: `apps/${app}/server.ts`,
    port,
    home,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: product.urls[app],
      PUBLIC_ORIGIN: origin,
      PORTAL_ORIGIN: origin,
      CONSOLE_ORIGIN: origin,
      COUNTERSIGN_HOME: product.home,
      PROVIDER_NAME: 'Halden Systems GmbH',
      ...env,
    },
  })
  const stop = () => started.stop().finally(() => rmSync(home, { recursive: true, force: true }))
  // The log, which the error names, stays where it did not start.
  await started.isReady
  return { origin, stop }
}
