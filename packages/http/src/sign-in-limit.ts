import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { sendPlainPage } from './plain-page'

const WINDOW_MS = 15 * 60_000

/** So many posts to the doors (/sign-in, /invitation) per address and quarter of an hour; the account's own limit
 *  is kept by the database. */
export function signInLimit(postsPerQuarterHour: number): RequestHandler {
  const limited = rateLimit({
    windowMs: WINDOW_MS,
    limit: postsPerQuarterHour,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (req, res) => sendPlainPage(req, res, 429, 'tooManyTries'),
  })
  return (req, res, next) => (req.method === 'POST' && isDoor(req.path) ? limited(req, res, next) : next())
}

/** As Remix matches: decoded and whatever the case, so that /%73ign-in is no way round. */
function isDoor(path: string): boolean {
  try {
    return /^\/+(sign-in|invitation)(\/|$)/.test(decodeURIComponent(path).toLowerCase())
  } catch {
    return false
  }
}
