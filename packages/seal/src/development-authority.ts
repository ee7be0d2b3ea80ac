import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificatesInPem, pemOf } from './certificates'
import { issueCertificate } from './issue-certificate'
import { keyFileSigner } from './key-file-signer'
import type { Signer } from './signer'

/** In the name of whatever the development authority issues, so that nobody takes it for more than it is. */
export const developmentMark = 'Countersign development'
const yearMs = 365.25 * 24 * 3600 * 1000

export type DevelopmentAuthority = { signer: Signer; rootFile: string }

/**
 * The certificate authority that development and the demo make for themselves: a root and one sealing certificate,
 * kept in the folder, the keys readable by their owner only. Made at the first call. The root's key is thrown away
 * with it, so that nothing else can ever be issued under a root that somebody has told a viewer to trust.
 */
export function developmentAuthority(folder: string, now: Date): DevelopmentAuthority {
  const files = {
    keyFile: join(folder, 'development-key.pem'),
    certificatesFile: join(folder, 'development-certificates.pem'),
  }
  const rootFile = join(folder, 'development-root.pem')
  // The key comes last: where it is, all of it is.
  if (!existsSync(files.keyFile)) make(folder, files, rootFile, now)
  return { signer: keyFileSigner(files), rootFile }
}

/** Whether a signer's certificates are those of a development authority. */
export function isOfDevelopment({ certificates }: Signer): boolean {
  return certificates.some((der) =>
    certificatesInPem(pemOf(der)).some(({ subject }) => subject.includes(`O=${developmentMark}`)),
  )
}

function make(
  folder: string,
  files: { keyFile: string; certificatesFile: string },
  rootFile: string,
  now: Date,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rootKey = newKey()
  const key = newKey()
  const organisation = developmentMark
  const from = new Date(now.getTime() - 24 * 3600 * 1000)
  const root = issueCertificate({
    name: `${developmentMark} root, not for production`,
    organisation,
    key: rootKey,
    purpose: 'authority',
    from,
    to: new Date(now.getTime() + 10 * yearMs),
  })
  const own = issueCertificate({
    name: `${developmentMark} seal`,
    organisation,
    key,
    purpose: 'documents',
    from,
    to: new Date(now.getTime() + 3 * yearMs),
    issuer: { certificate: root, key: rootKey },
  })
  rmSync(files.keyFile, { force: true })
  writeFileSync(rootFile, pemOf(root), { mode: 0o644 })
  writeFileSync(files.certificatesFile, pemOf(own) + pemOf(root), { mode: 0o644 })
  writeFileSync(files.keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
}
