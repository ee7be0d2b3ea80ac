import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { json, type ActionFunctionArgs, type EntryContext, type LoaderFunctionArgs } from '@remix-run/node'
import type { HandleDocumentRequestFunction, ServerBuild } from '@remix-run/node'
import { Outlet, Scripts } from '@remix-run/react'
import { createElement as h } from 'react'
import { attachment } from '../src/download'
import { oncePerRequest } from '../src/request-scope'
import { createApp, type AppOptions } from '../src/server'
import { renderDocument, reportError } from '../src/ui/entry-server'
import { ErrorPage } from '../src/ui/error-page'
import { useNonce } from '../src/ui/nonce'

/** For tests: the smallest real Remix app behind the real server. Its action counts how often it ran. */
export function tinyApp(options: Partial<AppOptions> = {}) {
  const ran: Ran = { actions: 0, computed: 0, unmatchedReads: 0 }
  process.env.LOG_LEVEL = 'silent'
  const publicOrigin = options.publicOrigin ?? 'http://localhost:3000'
  const client = mkdtempSync(join(tmpdir(), 'tiny-app-'))
  mkdirSync(join(client, 'assets'))
  writeFileSync(join(client, 'assets/a-1.js'), 'export const a = 1\n'.repeat(200))
  writeFileSync(join(client, 'assets/b-2.js'), 'as it is')
  writeFileSync(join(client, 'assets/b-2.js.gz'), gzipSync('as it was compressed'))

  const app = createApp({
    name: 'tiny',
    build: tinyBuild(ran),
    clientFolder: client,
    publicOrigin,
    ...options,
  })
  const server = app.listen(0, '127.0.0.1')
  const close = () => {
    rmSync(client, { recursive: true, force: true })
    return closed(server)
  }
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
    send((server.address() as AddressInfo).port, method, path, headers, body)
  return { ran, ask, close, port: () => (server.address() as AddressInfo).port }
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: number }

function send(port: number, method: string, path: string, headers: Record<string, string>, body?: string) {
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body?.length ?? 0),
  }
  return new Promise<Answer>((done, fail) => {
    const isPost = method !== 'GET' && method !== 'HEAD' && !('transfer-encoding' in headers)
    const asked = httpRequest(
      { port, host: '127.0.0.1', method, path, headers: { ...(isPost ? form : {}), ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const raw = Buffer.concat(chunks)
          const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw
          done({
            status: response.statusCode!,
            headers: response.headers,
            text: text.toString(),
            bytes: raw.length,
          })
        })
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

type Ran = { actions: number; computed: number; unmatchedReads: number; context?: EntryContext }

function tinyBuild(ran: Ran): ServerBuild {
  const route = (id: string, path: string | undefined, hasBoundary = false) => ({
    id,
    path,
    parentId: id === 'root' ? undefined : 'root',
    hasAction: true,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: hasBoundary,
    module: `/assets/${id}.js`,
    imports: [],
  })
  const once = (request: Request) => oncePerRequest(request, 'computed', async () => ++ran.computed)
  const act = async ({ request }: ActionFunctionArgs) => {
    ran.actions += 1
    return json({ typed: (await request.formData()).get('typed') })
  }
  const modules = {
    root: {
      loader: async ({ request }: LoaderFunctionArgs) => json({ once: await once(request) }),
      default: () => page(h(Outlet)),
      ErrorBoundary: () => page(h(ErrorPage)),
    },
    page: {
      loader: async ({ request }: LoaderFunctionArgs) =>
        json({ text: 'x'.repeat(3000), once: await once(request) }),
      action: act,
      default: () => h('p', null, 'x'.repeat(3000)),
    },
    resource: {
      loader: () =>
        attachment({
          stream: Readable.from(['<script>', '1</script>']),
          size: 18,
          name: 'naïve "plan"\r\n.html',
          mediaType: 'text/html',
        }),
      action: act,
    },
    broken: {
      loader: () => {
        throw new Error('the secret of row 7')
      },
      default: () => h('p'),
    },
    door: { action: act, default: () => h('p') },
    other: { default: () => h('p') },
  }
  const paths = {
    root: '',
    page: 'page',
    resource: 'resource',
    broken: 'broken',
    door: 'sign-in',
    other: 'other',
  }
  const manifest = Object.fromEntries(
    Object.entries(paths).map(([id, path]) => [id, route(id, path || undefined, id === 'root')]),
  )
  const handleDocument: HandleDocumentRequestFunction = (
    request,
    status,
    headers,
    remixContext,
    loadContext,
  ) => {
    ran.context = remixContext
    return renderDocument(request, status, headers, remixContext, loadContext)
  }
  const other = manifest.other!
  // Reading a route that no page here matches is counted.
  Object.defineProperty(manifest, 'other', {
    enumerable: true,
    get: () => (ran.unmatchedReads++, other),
  })
  const build = {
    entry: { module: { default: handleDocument, handleError: reportError } },
    routes: Object.fromEntries(
      Object.entries(modules).map(([id, module]) => [id, { ...manifest[id], module }]),
    ),
    assets: {
      version: '1',
      url: '/assets/manifest.js',
      entry: { module: '/assets/e.js', imports: [] },
      routes: manifest,
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: {},
  }
  return build as unknown as ServerBuild
}

function page(content: React.ReactNode) {
  return h(Page, null, content)
}

function Page({ children }: { children?: React.ReactNode }) {
  return h('html', null, h('head'), h('body', null, children, h(Scripts, { nonce: useNonce() })))
}
