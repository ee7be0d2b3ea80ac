import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import { Router, static as staticFiles, type RequestHandler } from 'express'

/**
 * The build's files, named by their content and kept for ever. They have a path of their own, because a static
 * folder in front of the pages costs each page a look at the disk.
 */
export function assets(folder: string): Router {
  const router = Router()
  router.use((req, _res, next) => (req.method === 'GET' || req.method === 'HEAD' ? next() : next('router')))
  router.use(precompressed(folder), compression())
  router.use(
    staticFiles(folder, { immutable: true, maxAge: '1y', index: false, redirect: false, dotfiles: 'ignore' }),
  )
  router.use((_req, res) => void res.status(404).type('text/plain').end('Not Found\n'))
  return router
}

/** Serves `x.js.br` or `x.js.gz` for `x.js` where the build made one and the browser takes it. */
function precompressed(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      if (!files.has(join(name + ending)) || !req.acceptsEncodings(encoding)) continue
      res.type(name.slice(name.lastIndexOf('.')))
      res.set('Content-Encoding', encoding)
      res.vary('Accept-Encoding')
      req.url = req.url.replace(req.path, req.path + ending)
      break
    }
    next()
  }
}
