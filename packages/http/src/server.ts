import { createServer } from 'node:http'
import { isAbsolute, join } from 'node:path'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { assets } from './assets'
import { bodyLimit } from './body-limit'
import type { RequestScope } from './load-context'
import { logError, logLine } from './log'
import { sendPlainPage } from './plain-page'
import { serveRemix } from './serve-remix'
import { requestGuard } from './request-guard'
import { securityHeaders } from './security-headers'
import { signInLimit } from './sign-in-limit'

export type AppOptions = {
  /** How the app is called in its log, for example 'portal'. */
  name: string
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Where the build's client files are; relative to the working folder. Default: the build's own, then build/client. */
  clientFolder?: string
  /** The origin that people type, without a slash at the end: 'https://portal.example'. */
  publicOrigin: string
  /** Adds to the load context; nonce and reference are always in it. */
  loadContext?: (scope: RequestScope) => Partial<AppLoadContext>
  /** Express's 'trust proxy', for example '1' or 'loopback'. Default: TRUSTED_PROXY from the environment, else none. */
  trustedProxy?: string
  /** Posts to /sign-in and /invitation per address and quarter of an hour. Default: from the environment, else 60. */
  signInPostsPerQuarterHour?: number
}

export type ServerOptions = AppOptions & { port: number; host?: string; onClose?: () => Promise<void> }

/** The app as an Express application; the order of the middlewares is its security. */
export function createApp(options: AppOptions): Express {
  const { publicOrigin, build, trustedProxy = process.env.TRUSTED_PROXY } = options
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  if (trustedProxy) app.set('trust proxy', /^\d+$/.test(trustedProxy) ? Number(trustedProxy) : trustedProxy)

  app.use(securityHeaders(publicOrigin))
  app.use((req, res, next) =>
    isOrdinaryPath(req.originalUrl) ? next() : sendPlainPage(req, res, 400, 'malformed'),
  )
  app.use((req, res, next) =>
    knownMethods.has(req.method) ? next() : sendPlainPage(req, res, 405, 'methodUnknown'),
  )
  app.use(requestGuard(publicOrigin, Boolean(trustedProxy)))
  app.use('/assets', assets(assetsFolder(options)))
  app.use(bodyLimit, signInLimit(options.signInPostsPerQuarterHour ?? signInPostsFromEnvironment()))
  app.use(
    serveRemix({
      build,
      publicOrigin,
      loadContext: ({ locals }) => {
        const scope = { cspNonce: String(locals.cspNonce), reference: String(locals.reference) }
        return { ...options.loadContext?.(scope), ...scope }
      },
    }),
  )
  app.use(lastResort)
  return app
}

/**
 * Serves an app until SIGTERM or SIGINT; requests under way get ten seconds to end. A port that cannot be listened
 * on ends the process with one sentence.
 */
export async function startAppServer(
  options: ServerOptions,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(createApp(options))
  const port = await new Promise<number>((listening) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      process.stderr.write(`${whyNotListening(error, options)}\n`)
      process.exit(1)
    })
    server.listen(options.port, options.host, () => {
      const address = server.address()
      listening(typeof address === 'object' && address ? address.port : options.port)
    })
  })
  logLine('info', 'listening', { app: options.name, port, origin: options.publicOrigin })

  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeGently())
  async function closeGently() {
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeIdleConnections()
    const patience = setTimeout(() => server.closeAllConnections(), 10_000)
    await closed
    clearTimeout(patience)
    await options.onClose?.()
    logLine('info', 'stopped', { app: options.name })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }
  return { port, close }
}

/** Many people may share one address, behind a firm's gateway: the operator knows how many. */
function signInPostsFromEnvironment(): number {
  const given = process.env.SIGN_IN_POSTS_PER_QUARTER_HOUR ?? ''
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 60
}

function assetsFolder({ build, clientFolder }: AppOptions): string {
  const folder = clientFolder ?? (typeof build === 'object' ? build.assetsBuildDirectory : 'build/client')
  return join(isAbsolute(folder) ? folder : join(process.cwd(), folder), 'assets')
}

/** Others (TRACE, PROPFIND) cannot even be said to Remix, whose Request refuses them. */
const knownMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Proxies may be asked for whole addresses; we are none. */
function isOrdinaryPath(url: string): boolean {
  return url.startsWith('/') && URL.canParse(`http://localhost${url}`)
}

function whyNotListening(error: NodeJS.ErrnoException, { name, port }: ServerOptions): string {
  if (error.code === 'EADDRINUSE')
    return `The ${name} cannot start: port ${port} is in use by another program. Stop it, or set another port.`
  if (error.code === 'EACCES')
    return `The ${name} cannot start: this user may not listen on port ${port}. Take one above 1023.`
  return `The ${name} cannot start: ${error.message}.`
}

const lastResort: ErrorRequestHandler = (error, req, res, _next) => {
  logError(error, { method: req.method, path: req.path, reference: String(res.locals.reference) })
  if (res.headersSent) return void res.destroy()
  sendPlainPage(req, res, 500, 'broken')
}
