import type { RequestHandler } from 'express'
import { loggedPath, logLine } from './log'
import { sendPlainPage } from './plain-page'

type Asked = { method: string; secFetchSite: string | undefined; origin: string | undefined }

/**
 * Whether a request that changes something came from our own pages. Remix checks documents only: data requests and
 * resource routes run their action for any Origin. Browsers say where a request comes from in Sec-Fetch-Site; where
 * that is absent (old browsers, programs), Origin must be ours, and present.
 */
export function isOwnRequest({ method, secFetchSite, origin }: Asked, publicOrigin: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  return secFetchSite === undefined ? origin === publicOrigin : secFetchSite === 'same-origin'
}

/** Refuses what another site's page asks for, and, without a trusted proxy, whatever a client says as one. */
export function requestGuard(publicOrigin: string, trustsProxy: boolean): RequestHandler {
  return (req, res, next) => {
    if (!trustsProxy) delete req.headers['x-forwarded-host']
    const asked = { method: req.method, secFetchSite: req.get('sec-fetch-site'), origin: req.get('origin') }
    if (isOwnRequest(asked, publicOrigin)) return next()
    logLine('info', 'foreign-request-refused', { method: req.method, path: loggedPath(req.path) })
    sendPlainPage(req, res, 403, 'foreign')
  }
}
