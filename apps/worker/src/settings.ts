import { localDateIn } from '@countersign/domain/calendar-day'
import { StartRefused } from '@countersign/db/server/start-refused'
import { providerFrom, sellerFrom, type Provider } from '@countersign/documents/provider'
import type { Seller } from '@countersign/domain/invoicing/invoice-parties'
import { SealRefused } from '@countersign/seal/seal-refused'
import { sealingFrom, type Sealing } from '@countersign/seal/sealing-settings'

export type WorkerSettings = {
  databaseUrl: string
  /** Where the mailbox page and `/healthcheck` are served. */
  port: number
  host: string
  mailboxOrigin: string
  portalOrigin: string
  consoleOrigin: string
  delivery: { by: 'smtp'; url: string; from: string } | { by: 'mailbox' }
  /** IANA; in which a day of our books begins and ends. */
  officeTimeZone: string
  provider: Provider
  /** What invoices say of us until finance has said it in the console. */
  seller: Seller
  /** The key that seals certificates and signs the ledger's checkpoints. */
  sealing: Sealing
  /** Jobs at once. */
  concurrency: number
  /** Whether this worker does what is due by the clock, beside what people ask for. */
  keepsClock: boolean
}

type Environment = Record<string, string | undefined>

/** What the environment asks for. Throws StartRefused with one sentence for what cannot be meant. */
export function readSettings(env: Environment, now = new Date()): WorkerSettings {
  const port = wholeNumber(env, 'PORT', wholeNumber(env, 'MAILBOX_PORT', 3002, 65_535), 65_535)
  const portalOrigin = origin(env, 'PORTAL_ORIGIN', 'http://localhost:3000')
  return {
    databaseUrl: databaseUrl(env),
    port,
    // The mailbox shows everybody's sign-in links: other machines see it only where somebody says so.
    host: env.MAILBOX_HOST || '127.0.0.1',
    mailboxOrigin: origin(env, 'MAILBOX_ORIGIN', `http://localhost:${port}`),
    portalOrigin,
    consoleOrigin: origin(env, 'CONSOLE_ORIGIN', 'http://localhost:3001'),
    delivery: delivery(env, portalOrigin),
    officeTimeZone: officeTimeZone(env),
    provider: provider(env),
    seller: sellerFrom(env),
    sealing: sealing(env, now),
    concurrency: wholeNumber(env, 'WORKER_CONCURRENCY', 4, 64),
    keepsClock: onOrOff(env, 'WORKER_CLOCK'),
  }
}

function officeTimeZone(env: Environment): string {
  const timeZone = env.OFFICE_TIME_ZONE || 'Europe/Berlin'
  try {
    localDateIn(timeZone, new Date(0))
    return timeZone
  } catch {
    throw new StartRefused(
      `OFFICE_TIME_ZONE must be a time zone such as Europe/Berlin, and is "${timeZone}".`,
    )
  }
}

function provider(env: Environment): Provider {
  try {
    return providerFrom(env)
  } catch (error) {
    throw error instanceof RangeError ? new StartRefused(error.message) : error
  }
}

function sealing(env: Environment, now: Date): Sealing {
  try {
    return sealingFrom(env, now)
  } catch (error) {
    throw error instanceof SealRefused ? new StartRefused(error.message) : error
  }
}

function delivery(env: Environment, portalOrigin: string): WorkerSettings['delivery'] {
  if (env.SMTP_URL) {
    const url = URL.canParse(env.SMTP_URL) ? new URL(env.SMTP_URL) : null
    if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
      throw new StartRefused('SMTP_URL must be an address such as smtps://user:password@mail.example.com.')
    }
    const from = env.MAIL_FROM || `Countersign <countersign@${new URL(portalOrigin).hostname}>`
    if (!/^[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/.test(from)) {
      throw new StartRefused('MAIL_FROM must be a sender such as "Countersign <portal@example.com>".')
    }
    return { by: 'smtp', url: env.SMTP_URL, from }
  }
  if (env.COUNTERSIGN_DEMO === '1') return { by: 'mailbox' }
  throw new StartRefused(
    'There is no way to send mail: set SMTP_URL, for example smtps://user:password@mail.example.com, and MAIL_FROM. ' +
      'Only the demo (COUNTERSIGN_DEMO=1) keeps mail in a mailbox page.',
  )
}

function databaseUrl(env: Environment): string {
  const given = env.DATABASE_URL ?? ''
  if (!URL.canParse(given) || !/^postgres(ql)?:$/.test(new URL(given).protocol)) {
    throw new StartRefused(
      'DATABASE_URL must be the Postgres URL of the role worker_app, such as postgres://worker_app:password@host/database.',
    )
  }
  return given
}

function origin(env: Environment, name: string, otherwise: string): string {
  const given = env[name] || otherwise
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new StartRefused(
      `${name} must be an address such as https://portal.example.com, and is "${given}".`,
    )
  }
  return url.origin
}

function onOrOff(env: Environment, name: string): boolean {
  const given = env[name] || 'on'
  if (given !== 'on' && given !== 'off')
    throw new StartRefused(`${name} must be on or off, and is "${given}".`)
  return given === 'on'
}

function wholeNumber(env: Environment, name: string, otherwise: number, atMost: number): number {
  const given = env[name]
  if (!given) return otherwise
  const value = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (value < 1 || value > atMost) {
    throw new StartRefused(`${name} must be a whole number from 1 to ${atMost}, and is "${given}".`)
  }
  return value
}
