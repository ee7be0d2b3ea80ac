import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderDocument, reportError } from '@countersign/http/ui/entry-server'

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  return renderDocument(request, status, headers, remixContext, loadContext)
}

export const handleError = reportError
