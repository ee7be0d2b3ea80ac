import { createPrivateKey, createPublicKey, sign, type KeyObject, type X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { certificatesInPem, keyIdOf, whyNotAChain } from './certificates'
import { isKeptExactly } from './cms'
import { SealRefused } from './seal-refused'
import type { Signer } from './signer'

/**
 * A signer whose key lies in a file: PEM, PKCS#8 or the older forms, unencrypted, readable by its owner alone. The
 * certificates' file begins with the key's own and goes on with the issuers. Throws SealRefused with one sentence for
 * the operator.
 */
export function keyFileSigner(files: { keyFile: string; certificatesFile: string }): Signer {
  const mode = statSync(files.keyFile, { throwIfNoEntry: false })?.mode
  if (mode === undefined) throw new SealRefused(`The sealing key ${files.keyFile} is not there.`)
  // Windows has no such modes; there every file says 0666.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new SealRefused(
      `The sealing key ${files.keyFile} can be read by others (mode ${(mode & 0o777).toString(8)}): chmod 600 it.`,
    )
  }
  return pemSigner(readText(files.keyFile), readText(files.certificatesFile), files)
}

function pemSigner(
  keyPem: string,
  certificatesPem: string,
  from: { keyFile: string; certificatesFile: string },
): Signer {
  const certificates = certificatesInPem(certificatesPem)
  const [own] = certificates
  if (!own) throw new SealRefused(`${from.certificatesFile} holds no certificate in PEM.`)
  const key = privateKeyOf(keyPem, from.keyFile)
  if (!isKeyOf(key, own)) {
    throw new SealRefused(`The first certificate in ${from.certificatesFile} is not that of ${from.keyFile}.`)
  }
  const why = whyNotAChain(certificates)
  if (why) throw new SealRefused(`${from.certificatesFile}: ${why}`)
  // A seal must hold them byte for byte; one that is not DER would come out changed.
  if (!certificates.every(({ raw }) => isKeptExactly(raw)))
    throw new SealRefused(`${from.certificatesFile}: a certificate is not encoded as DER.`)
  return {
    keyId: keyIdOf(own),
    algorithm: algorithmOf(key, from.keyFile),
    certificates: certificates.map(({ raw }) => new Uint8Array(raw)),
    sign: (bytes) =>
      new Promise((settle, reject) =>
        // With a callback, node signs in its thread pool: the worker's other jobs go on.
        sign('sha256', bytes, key, (error, signature) => (error ? reject(error) : settle(signature))),
      ),
  }
}

function privateKeyOf(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new SealRefused(`${file} holds no private key in PEM without a passphrase.`)
  }
}

function isKeyOf(key: KeyObject, certificate: X509Certificate): boolean {
  return createPublicKey(key).equals(certificate.publicKey)
}

function algorithmOf(key: KeyObject, file: string): Signer['algorithm'] {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= 3072) return 'RSA-PKCS1-SHA256'
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ECDSA-P256-SHA256'
  throw new SealRefused(`${file} must be an RSA key of 3,072 bits or more, or an ECDSA key on P-256.`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SealRefused(`${file} cannot be read (${(error as { code?: string }).code ?? 'unknown'}).`)
  }
}
