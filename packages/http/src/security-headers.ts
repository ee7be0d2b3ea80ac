import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

const YEAR_SECONDS = 31_536_000

export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // A thread of the page's own; without this line it falls back on scripts, where 'strict-dynamic' forbids it.
    `worker-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Every response's headers, and `res.locals.cspNonce`: 16 random bytes, new for each request. */
export function securityHeaders(publicOrigin: string): RequestHandler {
  const isHttps = publicOrigin.startsWith('https:')
  return (_req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    res.locals.cspNonce = nonce
    res.locals.reference = randomBytes(6).toString('hex')
    res.set({
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      // Not no-referrer: browsers then send `Origin: null` with our own forms, which Remix refuses.
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy':
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
      'X-Request-Reference': res.locals.reference,
    })
    if (isHttps) res.set('Strict-Transport-Security', `max-age=${2 * YEAR_SECONDS}`)
    next()
  }
}
