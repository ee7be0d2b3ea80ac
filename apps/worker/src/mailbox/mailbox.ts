import type { Db } from '@countersign/db/connect'
import type { Storage } from '@countersign/storage/storage'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { Router, static as staticFiles, type NextFunction, type Request, type Response } from 'express'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { listPage, mailPage, notFoundPage } from './pages'
import { mailsToShow, mailToShow } from './queries'

const stylesFolder = dirname(createRequire(import.meta.url).resolve('@countersign/ui/styles.css'))
const here = dirname(fileURLToPath(import.meta.url))
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// The mail's own page: it may style itself, and nothing else; only our page may frame it.
const bodyPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** The demo's mailbox: reads the outbox, changes nothing. */
export function mailbox({ db, storage }: { db: Db; storage: Storage }): Router {
  const router = Router()
  router.use('/styles', onlyStyles, staticFiles(stylesFolder, { index: false, redirect: false }))
  router.get('/mailbox.css', (_req, res) => res.sendFile('mailbox.css', { root: here }))

  router.get(
    '/',
    page(async (req, res) => {
      const to = typeof req.query.to === 'string' && req.query.to !== '' ? req.query.to.slice(0, 320) : null
      const page = /^[1-9]\d{0,5}$/.test(String(req.query.page)) ? Number(req.query.page) : 1
      res.type('html').end(listPage(await mailsToShow(db, { to, page }), { to, page }, readerOf(req)))
    }),
  )
  router.get(
    '/mails/:id',
    page(async (req, res) => {
      const mail = await mailOf(db, req)
      if (!mail) return absent(req, res)
      const sizes = await Promise.all(mail.attachments.map(({ sha256 }) => sizeOf(storage, sha256)))
      res.type('html').end(mailPage(mail, sizes, readerOf(req)))
    }),
  )
  router.get(
    '/mails/:id/body',
    page(async (req, res) => {
      const mail = await mailOf(db, req)
      if (!mail?.sentAt) return absent(req, res)
      res
        .set('Content-Security-Policy', bodyPolicy)
        .type('html')
        .end(mail.html ?? '')
    }),
  )
  router.get(
    '/mails/:id/attachments/:position',
    page(async (req, res) => {
      const attachment = (await mailOf(db, req))?.attachments[Number(req.params.position) - 1]
      const file = attachment ? await storage.open(attachment.sha256) : null
      if (!attachment || !file) return absent(req, res)
      res.attachment(attachment.name.replace(/[/\\]/g, '_')).type(attachment.mediaType)
      res.set('Content-Length', String(file.size))
      Readable.fromWeb(file.stream as NodeReadableStream<Uint8Array>)
        .on('error', () => res.destroy())
        .pipe(res)
    }),
  )
  router.use((req, res) => absent(req, res))
  return router
}

function page(answer: (req: Request, res: Response) => Promise<unknown>) {
  return (req: Request, res: Response, next: NextFunction) => void answer(req, res).catch(next)
}

function onlyStyles(req: Request, res: Response, next: NextFunction) {
  if (/\.(css|woff2)$/.test(req.path)) next()
  else absent(req, res)
}

async function mailOf(db: Db, req: Request) {
  const { id = '' } = req.params
  return uuid.test(id) ? mailToShow(db, id) : null
}

async function sizeOf(storage: Storage, sha256: string): Promise<number> {
  const file = await storage.open(sha256)
  await file?.stream.cancel()
  return file?.size ?? 0
}

function readerOf(req: Request) {
  return { locale: localeFrom(req.get('accept-language')), now: new Date() }
}

function absent(req: Request, res: Response) {
  res
    .status(404)
    .type('html')
    .end(notFoundPage(readerOf(req)))
}
