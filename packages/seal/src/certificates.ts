import { createHash, X509Certificate } from 'node:crypto'

/** The certificates in a PEM text, in their order. Throws where one of them cannot be read. */
export function certificatesInPem(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** SHA-256, in hexadecimal, of the certificate's SubjectPublicKeyInfo. */
export function keyIdOf({ publicKey }: X509Certificate): string {
  return sha256Hex(publicKey.export({ type: 'spki', format: 'der' }))
}

/** SHA-256, in hexadecimal, of a certificate's DER. */
export function fingerprintOf(der: Uint8Array): string {
  return sha256Hex(der)
}

/** Each must be issued by the next; a sentence for the operator, or `null`. */
export function whyNotAChain(certificates: X509Certificate[]): string | null {
  for (const [at, certificate] of certificates.entries()) {
    const issuer = certificates[at + 1]
    if (issuer && !isIssuedBy(certificate, issuer))
      return `certificate ${at + 2} did not issue certificate ${at + 1}.`
  }
  return null
}

/** `issuer` is a certificate authority, names match and its key made the signature. Dates are not looked at. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/**
 * The way from a certificate to one of the trusted, over any of the others, all of them valid at that moment. Empty
 * where there is none. A certificate that is itself trusted is a way of one.
 */
export function chainTo(
  trusted: X509Certificate[],
  certificate: X509Certificate,
  others: X509Certificate[],
  at: Date,
): X509Certificate[] {
  if (!isValidAt(certificate, at)) return []
  if (trusted.some(({ raw }) => raw.equals(certificate.raw))) return [certificate]
  const issuers = [...trusted, ...others].filter(
    (issuer) => !issuer.raw.equals(certificate.raw) && isIssuedBy(certificate, issuer),
  )
  for (const issuer of issuers) {
    const rest = chainTo(
      trusted,
      issuer,
      others.filter(({ raw }) => !raw.equals(issuer.raw)),
      at,
    )
    if (rest.length > 0) return [certificate, ...rest]
  }
  return []
}

export function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo)
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
