import { Integer, Sequence, fromBER, type BaseBlock } from 'asn1js'
import { Certificate } from 'pkijs'
import { fromBase64 } from './bytes'
import type { Checkpoint } from './checkpoint'

/** A certificate from DER. Throws where it is none. */
export function certificateOf(der: Uint8Array): Certificate {
  return Certificate.fromBER(new Uint8Array(der).buffer)
}

/** What a person reads as its name: the subject's common name, else its organisation. */
export function nameOf(certificate: Certificate): string {
  const values = new Map(
    certificate.subject.typesAndValues.map(({ type, value }) => [
      String(type),
      String(value.valueBlock.value),
    ]),
  )
  return values.get('2.5.4.3') ?? values.get('2.5.4.10') ?? ''
}

/** Whether the key of that certificate signed these bytes. */
export async function isSignedBy(
  certificate: Certificate,
  { algorithm, signature }: Pick<Checkpoint, 'algorithm' | 'signature'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const spki = certificate.subjectPublicKeyInfo.toSchema().toBER()
  const given = fromBase64(signature)
  if (algorithm === 'RSA-PKCS1-SHA256') {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('spki', spki, rsa, false, ['verify'])
    return crypto.subtle.verify(rsa, key, given, bytes)
  }
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('spki', spki, ecdsa, false, ['verify'])
  const raw = rawEcdsa(given)
  return raw !== null && crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, bytes)
}

/** r and s, 32 bytes each, as Web Crypto wants them, of an ECDSA signature in DER. */
function rawEcdsa(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const { result, offset } = fromBER(der.buffer)
  const isDer = result instanceof Sequence && offset === der.length && isEncodedAs(result, der)
  const parts = isDer ? result.valueBlock.value : []
  const [r, s, ...more] = parts
  if (!(r instanceof Integer) || !(s instanceof Integer) || more.length > 0) return null
  const raw = new Uint8Array(64)
  for (const [at, number] of [r, s].entries()) {
    const bytes = new Uint8Array(number.valueBlock.valueHexView)
    const first = bytes.findIndex((byte) => byte !== 0)
    const digits = first < 0 ? new Uint8Array() : bytes.subarray(first)
    if (digits.length > 32) return null
    raw.set(digits, at * 32 + 32 - digits.length)
  }
  return raw
}

/**
 * Whether `own` leads over `others` to one of the trusted, each valid at that moment and each issuer a certificate
 * authority. A certificate that is itself trusted leads there.
 */
export async function leadsTo(
  trusted: readonly Certificate[],
  own: Certificate,
  others: readonly Certificate[],
  at: Date,
): Promise<boolean> {
  if (at < own.notBefore.value || at > own.notAfter.value || !isStrictlySigned(own)) return false
  if (trusted.some((each) => isSame(each, own))) return true
  for (const issuer of [...trusted, ...others]) {
    if (isSame(issuer, own) || !isAuthority(issuer) || !own.issuer.isEqual(issuer.subject)) continue
    const isIssued = await own.verify(issuer).catch(() => false)
    const rest = others.filter((each) => !isSame(each, issuer))
    if (isIssued && (await leadsTo(trusted, issuer, rest, at))) return true
  }
  return false
}

/**
 * Whether what stands around a certificate's signed part is as DER demands: the signature covers none of it, and those
 * who check signatures look past a tag, a length or unused bits that are false.
 */
export function isStrictlySigned({ signature, signatureAlgorithm, signatureValue }: Certificate): boolean {
  if (signatureValue.valueBlock.unusedBits !== 0) return false
  if (!isEncodedAs(signature.toSchema(), new Uint8Array(signatureAlgorithm.toSchema().toBER()))) return false
  if (!signatureAlgorithm.algorithmId.startsWith('1.2.840.10045.4.')) return true
  const bytes = new Uint8Array(signatureValue.valueBlock.valueHexView)
  const { result, offset } = fromBER(bytes.buffer)
  return result instanceof Sequence && offset === bytes.length && isEncodedAs(result, bytes)
}

/** Whether it reads the same when it is written anew: with the tag and the length that it must have. */
function isEncodedAs(node: BaseBlock, given: Uint8Array): boolean {
  const anew =
    node instanceof Sequence ? new Sequence({ value: node.valueBlock.value }).toBER() : node.toBER()
  const bytes = new Uint8Array(anew)
  return bytes.length === given.length && bytes.every((byte, at) => byte === given[at])
}

export function isSame(a: Certificate, b: Certificate): boolean {
  const [one, other] = [new Uint8Array(a.toSchema(true).toBER()), new Uint8Array(b.toSchema(true).toBER())]
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

function isAuthority(certificate: Certificate): boolean {
  const constraints = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.19')?.parsedValue as
    { cA?: boolean } | undefined
  return constraints?.cA === true
}
