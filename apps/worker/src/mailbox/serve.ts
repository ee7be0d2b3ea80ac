import type { Db } from '@countersign/db/connect'
import { StartRefused } from '@countersign/db/server/start-refused'
import { logError } from '@countersign/http/log'
import { securityHeaders } from '@countersign/http/security-headers'
import type { Storage } from '@countersign/storage/storage'
import express, { type ErrorRequestHandler } from 'express'
import { createServer } from 'node:http'
import type { WorkerSettings } from '../settings'
import { mailbox } from './mailbox'

type Served = { db: Db; storage: Storage; settings: WorkerSettings; isRunning: () => boolean }

/** `/healthcheck` always; the mailbox in the demo. Throws StartRefused for a port that is not to be had. */
export async function serve({ db, storage, settings, isRunning }: Served) {
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(settings.mailboxOrigin))
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  app.get('/healthcheck', async (_req, res) => {
    const isWell = isRunning() && (await answers(db))
    res
      .status(isWell ? 200 : 503)
      .type('text/plain')
      .end(isWell ? 'ok\n' : 'not ready\n')
  })
  if (settings.delivery.by === 'mailbox') app.use(mailbox({ db, storage }))
  app.use((_req, res) => void res.status(404).type('text/plain').end('Not Found\n'))
  app.use(lastResort)

  const server = createServer(app)
  const port = await new Promise<number>((listening, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        new StartRefused(
          error.code === 'EADDRINUSE'
            ? `Port ${settings.port} is in use by another program. Stop it, or set MAILBOX_PORT.`
            : `The worker cannot listen on ${settings.host}:${settings.port}: ${error.message}.`,
        ),
      ),
    )
    server.listen(settings.port, settings.host, () => {
      const address = server.address()
      listening(typeof address === 'object' && address ? address.port : settings.port)
    })
  })
  return {
    port,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Only as the role that jobs run as: another one's rights would make jobs fail later. */
async function answers(db: Db): Promise<boolean> {
  try {
    const [row] = await db.sql<{ role: string }[]>`select current_user as role`
    return row?.role === 'worker_app'
  } catch {
    return false
  }
}

const lastResort: ErrorRequestHandler = (error, req, res, _next) => {
  logError(error, { method: req.method, path: req.path, reference: String(res.locals.reference) })
  if (res.headersSent) return void res.destroy()
  res.status(500).type('text/plain').end('Something broke on our side. The log says what.\n')
}
