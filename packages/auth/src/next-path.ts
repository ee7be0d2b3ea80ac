const NOWHERE = 'http://nowhere.invalid'

/**
 * Where to go after signing in, as a path of this app. Anything that a browser could take for another site
 * ('//evil.example', '/\evil.example', 'https:…', a tab within) becomes the fallback.
 */
export function nextPath(wanted: string | null | undefined, fallback = '/'): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return fallback
  if (wanted.includes('\\') || !URL.canParse(wanted, NOWHERE)) return fallback
  const url = new URL(wanted, NOWHERE)
  // Dot segments may resolve to a path that begins with two slashes.
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search
}

/** The sign-in page's address, which remembers the page that was asked for; a form that was sent is not repeated. */
export function signInPath(request: Request): string {
  if (request.method !== 'GET') return '/sign-in'
  const url = new URL(request.url)
  url.searchParams.delete('_data')
  url.searchParams.delete('index')
  const next = nextPath(url.pathname + url.search)
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
