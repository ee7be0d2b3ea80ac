import { Certificate, ContentInfo, SignedData } from 'pkijs'
import { fromBase64, sha256Hex, toBase64 } from '../bytes'
import { certificateOf, isSame, isStrictlySigned, nameOf } from '../signature'

/**
 * Those among the certificates that no other of them issued: the ends of their chains. One that names itself as its
 * issuer must bear its own signature: a changed bit in it would otherwise show nowhere.
 */
export async function rootsAmong(certificates: readonly Certificate[]): Promise<Certificate[]> {
  const roots: Certificate[] = []
  for (const each of certificates) {
    const isIssued = certificates.some((other) => !isSame(other, each) && each.issuer.isEqual(other.subject))
    if (isIssued || roots.some((known) => isSame(known, each))) continue
    const isSelfSigned = async () => isStrictlySigned(each) && (await each.verify(each).catch(() => false))
    const isSound = !each.issuer.isEqual(each.subject) || (await isSelfSigned())
    if (isSound) roots.push(each)
  }
  return roots
}

/** Of a seal, whose chain goes up to its root: the ends that name themselves as their issuer, and are. */
export async function completeRootsAmong(certificates: readonly Certificate[]): Promise<Certificate[]> {
  return (await rootsAmong(certificates)).filter((each) => each.issuer.isEqual(each.subject))
}

/** The certificates in an RFC 3161 token (DER); none where it cannot be read. */
export function certificatesOfToken(token: Uint8Array): Certificate[] {
  try {
    const outer = ContentInfo.fromBER(new Uint8Array(token).buffer)
    const { certificates } = new SignedData({ schema: outer.content })
    return (certificates ?? []).filter((each) => each instanceof Certificate)
  } catch {
    return []
  }
}

/** The certificates in a PEM text, in their order. Throws where one of them cannot be read. */
export function certificatesInPem(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => certificateOf(fromBase64(block.replace(/-----[A-Z ]+-----|\s/g, ''))))
}

/** PEM of certificates given as base64 of DER. */
export function pemOf(certificates: readonly string[]): string {
  return certificates
    .map((der) => (toBase64(fromBase64(der)).match(/.{1,64}/g) ?? []).join('\n'))
    .map((lines) => `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`)
    .join('')
}

export type Anchor = { name: string; fingerprint: string; certificate: Certificate }

/** A certificate by the name and the SHA-256 by which people compare it. */
export async function anchorOf(certificate: Certificate): Promise<Anchor> {
  const fingerprint = await sha256Hex(new Uint8Array(certificate.toSchema().toBER()))
  return { name: nameOf(certificate), fingerprint, certificate }
}

export async function anchorsAmong(certificates: readonly Certificate[]): Promise<Anchor[]> {
  return Promise.all((await rootsAmong(certificates)).map(anchorOf))
}
