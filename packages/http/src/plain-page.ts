import { catalogue } from '@countersign/ui/i18n/catalogue'
import { localeFrom } from '@countersign/ui/i18n/locale'
import type { Request, Response } from 'express'
import { messagesDe } from './messages-de'
import { messagesEn } from './messages-en'

const messages = catalogue(messagesEn, messagesDe)

export type PlainPage = keyof typeof messagesEn.plainPages

/** A page from before Remix: one sentence as text, in the browser's language. */
export function sendPlainPage(req: Request, res: Response, status: number, page: PlainPage): void {
  const { plainPages } = messages(localeFrom(req.get('accept-language')))
  res.status(status).set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  res.end(`${plainPages[page]}\n`)
}
