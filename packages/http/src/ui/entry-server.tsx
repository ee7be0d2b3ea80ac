import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import type { RequestScope } from '../load-context'
import { logError } from '../log'
import { RequestProvider } from './nonce'

/**
 * A page as one string: nothing here streams, and a string costs three quarters of a stream. `scope` is Remix's load
 * context. No timer to abort, so nothing keeps the request's tree in memory.
 */
export function renderDocument(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  scope: RequestScope,
): Response {
  const page = renderToString(
    <RequestProvider nonce={scope.cspNonce} reference={scope.reference}>
      <RemixServer context={ofThisPage(remixContext)} url={request.url} nonce={scope.cspNonce} />
    </RequestProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${page}`, { status, headers })
}

/** For `handleError` of an app's entry: one line for the operator. A page that is not there is no error, nor is a
 *  client that went away. */
export function reportError(
  error: unknown,
  { request, context }: { request: Request; context: RequestScope },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  logError(error, {
    method: request.method,
    path: new URL(request.url).pathname,
    reference: context.reference,
  })
}

/**
 * RemixServer builds routes from the whole manifest on every request; with a hundred routes that is half of a page's
 * time. The matched ones are all that a page renders, and the bytes are the same: browsers load the manifest as a file.
 */
function ofThisPage(context: EntryContext): EntryContext {
  const { routes } = context.manifest
  const matched = context.staticHandlerContext.matches.flatMap(({ route }) => {
    const entry = routes[route.id]
    return entry ? [[route.id, entry] as const] : []
  })
  return { ...context, manifest: { ...context.manifest, routes: Object.fromEntries(matched) } }
}
