import { fileURLToPath } from 'node:url'
import { surviveLostConnections } from '@countersign/db/lost-connection'
import { logLine } from '@countersign/http/log'
import { startAppServer } from '@countersign/http/server'
import type { ServerBuild } from '@remix-run/node'

const buildFile = new URL('./build/server/index.js', import.meta.url).href
const port = Number(process.env.PORT ?? 3001)

surviveLostConnections((message) => logLine('error', 'lost-connection', { app: 'console', message }))

await startAppServer({
  name: 'console',
  build: (await import(buildFile)) as ServerBuild,
  clientFolder: fileURLToPath(new URL('./build/client', import.meta.url)),
  publicOrigin: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
  port,
})
