import type { RequestHandler } from 'express'
import { sendPlainPage } from './plain-page'

export const bodyLimitBytes = 256 * 1024 * 1024

/** No body is larger than this, whatever the route allows; one that does not say its length is not read at all. */
export const bodyLimit: RequestHandler = (req, res, next) => {
  if (req.headers['transfer-encoding'] !== undefined) return sendPlainPage(req, res, 411, 'lengthMissing')
  if (Number(req.get('content-length') ?? 0) <= bodyLimitBytes) return next()
  res.set('Connection', 'close')
  sendPlainPage(req, res, 413, 'tooLarge')
}
