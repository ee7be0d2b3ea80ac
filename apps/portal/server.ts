import { fileURLToPath } from 'node:url'
import { surviveLostConnections } from '@countersign/db/lost-connection'
import { logLine } from '@countersign/http/log'
import { startAppServer } from '@countersign/http/server'
import type { ServerBuild } from '@remix-run/node'

const here = (path: string) => new URL(path, import.meta.url)
const port = Number(process.env.PORT ?? 3000)

surviveLostConnections((message) => logLine('error', 'lost-connection', { app: 'portal', message }))

await startAppServer({
  name: 'portal',
  build: (await import(here('build/server/index.js').href)) as ServerBuild,
  clientFolder: fileURLToPath(here('build/client')),
  publicOrigin: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
  port,
})
