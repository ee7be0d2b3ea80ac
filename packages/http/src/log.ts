type Facts = Record<string, string | number | boolean | undefined>

/**
 * One line of JSON. Bodies, query strings, cookies and parameters are never among the facts. LOG_LEVEL in the
 * environment may be 'error' or 'silent'.
 */
export function logLine(level: 'info' | 'error', event: string, facts: Facts = {}): void {
  const wanted = process.env.LOG_LEVEL
  if (wanted === 'silent' || (wanted === 'error' && level === 'info')) return
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })
  process[level === 'error' ? 'stderr' : 'stdout'].write(`${line}\n`)
}

/** An unexpected error, for the operator: with its stack, without the row contents that Postgres puts into details. */
export function logError(
  error: unknown,
  request: { method: string; path: string; reference?: string },
): void {
  const known = error instanceof Error ? error : new Error(String(error))
  const code = (known as { code?: unknown }).code
  logLine('error', 'request-failed', {
    reference: request.reference,
    method: request.method,
    path: loggedPath(request.path),
    name: known.name,
    code: typeof code === 'string' ? code : undefined,
    message: withoutParameters(known.message).slice(0, 500),
    stack: known.stack && withoutParameters(known.stack).slice(0, 4000),
    cause: known.cause instanceof Error ? known.cause.message.slice(0, 500) : undefined,
  })
}

/** Drizzle writes a failed query's parameters, which may be anybody's words, on a line of its message. */
function withoutParameters(text: string): string {
  return text.replace(/^params: .*$/m, 'params: …')
}

/** Tokens of links are part of paths: a segment as long as one is not written down, an id is. */
export function loggedPath(path: string): string {
  return path
    .split('?')[0]!
    .replace(/(?<=\/)(?![0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})[\w-]{32,}/gi, '…')
}
