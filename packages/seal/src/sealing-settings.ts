import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificatesInPem } from './certificates'
import { developmentAuthority, isOfDevelopment } from './development-authority'
import { keyFileSigner } from './key-file-signer'
import { SealRefused } from './seal-refused'
import type { Signer } from './signer'
import type { TimestampAuthority } from './timestamp-authority'

export type Sealing = { signer: Signer; timestampAuthority: TimestampAuthority | null }

type Environment = Readonly<Record<string, string | undefined>>

const warnBeforeDays = 60
const dayMs = 24 * 3600 * 1000
const timeoutMs = 10_000

/**
 * What seals, as the environment says: SEAL_KEY_FILE with SEAL_CERTIFICATES_FILE, TIMESTAMP_URL with
 * TIMESTAMP_CERTIFICATES_FILE. The demo without a key makes its own authority in COUNTERSIGN_HOME; production refuses
 * that one, also where somebody hands it its files. Throws SealRefused with one sentence for the operator.
 */
export function sealingFrom(env: Environment, now: Date): Sealing {
  return { signer: signerFrom(env, now), timestampAuthority: timestampAuthorityFrom(env) }
}

function signerFrom(env: Environment, now: Date): Signer {
  const isProduction = env.COUNTERSIGN_DEMO !== '1' || env.COUNTERSIGN_PRODUCTION === '1'
  const { SEAL_KEY_FILE: keyFile, SEAL_CERTIFICATES_FILE: certificatesFile } = env
  if (!keyFile !== !certificatesFile)
    throw new SealRefused('Set both SEAL_KEY_FILE and SEAL_CERTIFICATES_FILE, or neither.')
  if (keyFile && certificatesFile) {
    const signer = keyFileSigner({ keyFile, certificatesFile })
    if (isProduction && isOfDevelopment(signer)) {
      throw new SealRefused(
        'SEAL_KEY_FILE is the development authority’s key: its seals prove nothing to anybody. Get a certificate for sealing from an authority.',
      )
    }
    const own = ownCertificate(signer)
    if (new Date(own.validTo) <= now)
      throw new SealRefused(
        `The sealing certificate ran out on ${dayOf(own.validTo)}: set the new one’s files.`,
      )
    if (new Date(own.validFrom) > now)
      throw new SealRefused(`The sealing certificate is not valid before ${dayOf(own.validFrom)}.`)
    return signer
  }
  if (isProduction || !env.COUNTERSIGN_HOME) {
    throw new SealRefused(
      'Certificates need a key to be sealed with: set SEAL_KEY_FILE and SEAL_CERTIFICATES_FILE. Only the demo (COUNTERSIGN_DEMO=1) makes a certificate authority of its own.',
    )
  }
  return developmentAuthority(join(env.COUNTERSIGN_HOME, 'seal'), now).signer
}

function timestampAuthorityFrom(env: Environment): TimestampAuthority | null {
  const { TIMESTAMP_URL: url, TIMESTAMP_CERTIFICATES_FILE: file } = env
  if (!url) return null
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    throw new SealRefused('TIMESTAMP_URL must be an address such as https://timestamp.example.com/rfc3161.')
  }
  if (!file) {
    throw new SealRefused(
      'TIMESTAMP_CERTIFICATES_FILE is missing: the PEM file of the roots by which timestamps are believed.',
    )
  }
  const trusted = readCertificates(file)
  if (trusted.length === 0) throw new SealRefused(`${file} holds no certificate in PEM.`)
  return { url: parsed.href, trusted, timeoutMs }
}

function readCertificates(file: string): X509Certificate[] {
  try {
    return certificatesInPem(readFileSync(file, 'utf8'))
  } catch {
    throw new SealRefused(`${file} cannot be read as certificates in PEM.`)
  }
}

/** Whole days until the sealing certificate runs out where that is 60 or fewer, else `null`. Never negative. */
export function daysToRenew(signer: Signer, now: Date): number | null {
  const leftMs = new Date(ownCertificate(signer).validTo).getTime() - now.getTime()
  const days = Math.max(0, Math.floor(leftMs / dayMs))
  return days <= warnBeforeDays ? days : null
}

export function ownCertificate({ certificates }: Signer): X509Certificate {
  const [own] = certificates
  if (!own) throw new TypeError('a signer has its certificate')
  return new X509Certificate(own)
}

function dayOf(written: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(written))
}
