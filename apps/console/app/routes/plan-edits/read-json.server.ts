/** Five thousand rows pasted at once are some megabytes. */
const MAX_BYTES = 8 * 1024 * 1024

/** The body as JSON; undefined for what is none. Throws a Response for a body that is larger (413). */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES)
    throw new Response('Too large', { status: 413, statusText: 'Content Too Large' })
  try {
    return await request.json()
  } catch {
    return undefined
  }
}
