import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { createReadableStreamFromReadable, createRequestHandler, type AppLoadContext } from '@remix-run/node'
import type { ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { withRequestScope } from './request-scope'

type Options = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  publicOrigin: string
  loadContext: (res: ExpressResponse) => AppLoadContext
}

/**
 * Remix behind Express. Unlike @remix-run/express it compresses the finished page instead of a stream (half the
 * cost), waits for slow readers of a download, and lets a route's header replace the server's.
 */
export function serveRemix({ build, publicOrigin, loadContext }: Options): RequestHandler {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  return async (req, res, next) => {
    try {
      const request = remixRequest(req, res, publicOrigin)
      await send(req, res, await withRequestScope(() => handle(request, loadContext(res))))
    } catch (error) {
      if (!res.destroyed) next(error)
    }
  }
}

/** The address is the configured origin and the asked path: the client's Host header decides nothing. */
function remixRequest(req: ExpressRequest, res: ExpressResponse, publicOrigin: string): Request {
  const gone = new AbortController()
  res.on('close', () => res.writableFinished || gone.abort())
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  // The guard in front has decided whose request it is. Remix would compare Origin with Host once more, and fail with
  // a 500 for our own forms behind a proxy that calls us by another name.
  headers.set('host', new URL(publicOrigin).host)
  headers.delete('x-forwarded-host')
  if (hasBody) headers.set('origin', publicOrigin)
  return new Request(publicOrigin + req.originalUrl, {
    method: req.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(req), duplex: 'half' } : {}),
  } as RequestInit)
}

async function send(req: ExpressRequest, res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status)
  if (response.statusText) res.statusMessage = response.statusText
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  for (const cookie of response.headers.getSetCookie()) res.append('Set-Cookie', cookie)
  // What a signed-in person saw must not come back from a shared computer's cache; a page may say otherwise.
  if (!response.headers.has('Cache-Control')) res.setHeader('Cache-Control', 'no-store')

  if (!response.body) return void res.end()
  if (isFinishedText(response.headers)) return sendText(req, res, Buffer.from(await response.arrayBuffer()))
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), res)
}

function isFinishedText(headers: Headers): boolean {
  const isAttachment = headers.get('Content-Disposition')?.startsWith('attachment') ?? false
  return !isAttachment && /^(text\/html|application\/json)\b/.test(headers.get('Content-Type') ?? '')
}

const WORTH_COMPRESSING_BYTES = 1024

function sendText(req: ExpressRequest, res: ExpressResponse, text: Buffer): void {
  res.vary('Accept-Encoding')
  if (text.length < WORTH_COMPRESSING_BYTES || !req.acceptsEncodings('gzip')) {
    res.setHeader('Content-Length', text.length)
    return void res.end(text)
  }
  const compressed = gzipSync(text, { level: 1 })
  res.setHeader('Content-Encoding', 'gzip')
  res.setHeader('Content-Length', compressed.length)
  res.end(compressed)
}
