import { createHash, verify, X509Certificate } from 'node:crypto'
import { Null, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  SignedData,
  TSTInfo,
  type SignerInfo,
} from 'pkijs'
import { chainTo } from './certificates'
import { bufferOf } from './cms'
import { oid } from './object-ids'

/** Why a token is not taken. */
export type TokenRefusal =
  | 'not-a-token'
  | 'another-imprint'
  | 'another-nonce'
  | 'forged'
  | 'not-a-timestamp-certificate'
  | 'not-trusted'

export type ReadToken =
  { ok: true; at: Date; authority: X509Certificate; serialNumber: string } | { ok: false; why: TokenRefusal }

type Expected = {
  /** SHA-256 of what was to be timestamped. */
  imprint: Uint8Array
  /** As it was sent; left out where a stored token is read. */
  nonce?: Uint8Array
  trusted: X509Certificate[]
}

const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsa = '1.2.840.113549.1.1.1'
// What a signature over each of the digests may be called: PKCS #1 or ECDSA. (PSS would bring parameters.)
const signatures: Record<string, { rsa: string[]; ec: string[] }> = {
  sha256: { rsa: [rsa, '1.2.840.113549.1.1.11'], ec: ['1.2.840.10045.4.3.2'] },
  sha384: { rsa: [rsa, '1.2.840.113549.1.1.12'], ec: ['1.2.840.10045.4.3.3'] },
  sha512: { rsa: [rsa, '1.2.840.113549.1.1.13'], ec: ['1.2.840.10045.4.3.4'] },
}

/**
 * Reads an RFC 3161 token (DER) and says when it was made and by whom: only where it is over this imprint, its
 * signature holds, its certificate is for timestamps alone, and it leads to one of the trusted.
 */
export function readToken(der: Uint8Array, expected: Expected): ReadToken {
  try {
    return read(der, expected)
  } catch {
    // ASN.1 that cannot be taken apart throws in many ways; it comes from outside.
    return { ok: false, why: 'not-a-token' }
  }
}

function read(der: Uint8Array, { imprint, nonce, trusted }: Expected): ReadToken {
  const refuse = (why: TokenRefusal): ReadToken => ({ ok: false, why })
  const outer = ContentInfo.fromBER(bufferOf(der))
  // Nothing behind it, and nothing that another encoding would say the same way.
  if (!Buffer.from(outer.toSchema().toBER()).equals(der)) return refuse('not-a-token')
  if (outer.contentType !== oid.signedData) return refuse('not-a-token')
  const message = new SignedData({ schema: outer.content })
  const content = message.encapContentInfo
  const [signer, ...more] = message.signerInfos
  if (!signer?.signedAttrs || more.length > 0 || content.eContentType !== oid.timestampContent)
    return refuse('not-a-token')
  if (message.version !== 3 || signer.version !== 1) return refuse('not-a-token')
  const bytes = octets(content.eContent)
  const told = TSTInfo.fromBER(bufferOf(bytes))

  const { hashAlgorithm, hashedMessage } = told.messageImprint
  if (hashAlgorithm.algorithmId !== oid.sha256 || !same(hashedMessage.valueBlock.valueHexView, imprint))
    return refuse('another-imprint')
  if (nonce && !(told.nonce && same(unsigned(told.nonce.valueBlock.valueHexView), unsigned(nonce))))
    return refuse('another-nonce')

  const certificates = (message.certificates ?? []).map((each) => {
    if (!(each instanceof Certificate)) throw new TypeError('not a certificate')
    return { read: each, known: new X509Certificate(Buffer.from(each.toSchema().toBER())) }
  })
  const own = certificates.find(({ read: each }) => isNamed(each, signer))
  if (!own || !isSigned(signer, own.known, bytes)) return refuse('forged')
  // digestAlgorithms is outside the signature; it names what the signer used and nothing else.
  const [digest, ...further] = message.digestAlgorithms
  if (!digest || further.length > 0 || !same(berOf(digest), berOf(signer.digestAlgorithm)))
    return refuse('forged')
  if (!isForTimestampsOnly(own.read) || !isBound(signer, own.known))
    return refuse('not-a-timestamp-certificate')
  const others = certificates.map(({ known }) => known)
  if (chainTo(trusted, own.known, others, told.genTime).length === 0) return refuse('not-trusted')
  // Certificates that lead nowhere were put in by somebody: a token brings what it needs.
  if (others.some((each) => chainTo(trusted, each, others, told.genTime).length === 0))
    return refuse('not-trusted')
  const serialNumber = Buffer.from(told.serialNumber.valueBlock.valueHexView).toString('hex')
  return { ok: true, at: told.genTime, authority: own.known, serialNumber }
}

function isNamed(certificate: Certificate, { sid }: SignerInfo): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    // By their bytes: names are equal to others in another case, and nothing here is signed.
    same(berOf(certificate.issuer), berOf(sid.issuer)) &&
    certificate.serialNumber.isEqual(sid.serialNumber)
  )
}

function isSigned(signer: SignerInfo, certificate: X509Certificate, content: Uint8Array): boolean {
  const digest = digests[signer.digestAlgorithm.algorithmId]
  if (!digest || !signer.signedAttrs) return false
  const stated = attribute(signer, oid.messageDigest)
  const contentType = attribute(signer, oid.contentType)
  if (!(stated instanceof OctetString)) return false
  if (!same(stated.valueBlock.valueHexView, createHash(digest).update(content).digest())) return false
  if (contentType?.valueBlock?.toString() !== oid.timestampContent) return false

  const key = certificate.publicKey
  const kind = key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'
  const { algorithmId } = signer.signatureAlgorithm
  if (!signatures[digest]?.[kind].includes(algorithmId)) return false
  if (!isBare(signer.digestAlgorithm) || !isBare(signer.signatureAlgorithm)) return false

  const set = Buffer.from(signer.signedAttrs.encodedValue)
  set[0] = 0x31
  return verify(digest, set, key, signer.signature.valueBlock.valueHexView)
}

/** Without parameters, or with the NULL that some write in their place. */
function isBare(algorithm: AlgorithmIdentifier): boolean {
  const { algorithmId } = algorithm
  return [{ algorithmId }, { algorithmId, algorithmParams: new Null() }].some((form) =>
    same(berOf(new AlgorithmIdentifier(form)), berOf(algorithm)),
  )
}

/** The certificate's only purpose, and critical (RFC 3161, 2.3). */
function isForTimestampsOnly(certificate: Certificate): boolean {
  const purpose = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.37')
  const parsed = purpose?.parsedValue as unknown
  return (
    purpose?.critical === true &&
    parsed instanceof ExtKeyUsage &&
    parsed.keyPurposes.join() === oid.purposeTimestamping
  )
}

/** The signed attribute that names the certificate by its digest, in its first or second form (RFC 5816). */
function isBound(signer: SignerInfo, certificate: X509Certificate): boolean {
  const second = attribute(signer, oid.signingCertificateV2)
  const named = second ?? attribute(signer, oid.signingCertificate)
  const certId = sequence(sequence(sequence(named)[0])[0])
  const hasAlgorithm = certId[0] instanceof Sequence
  const stated = hasAlgorithm ? certId[1] : certId[0]
  if (!(stated instanceof OctetString)) return false
  const algorithm = hasAlgorithm ? sequence(certId[0])[0]?.valueBlock?.toString() : oid.sha256
  const digest = second ? digests[algorithm ?? ''] : 'sha1'
  return (
    digest !== undefined &&
    same(stated.valueBlock.valueHexView, createHash(digest).update(certificate.raw).digest())
  )
}

type Node = { valueBlock?: { toString(): string } }

function sequence(node: unknown): Node[] {
  return node instanceof Sequence ? (node.valueBlock.value as Node[]) : []
}

function attribute(signer: SignerInfo, type: string): Node | undefined {
  const found = signer.signedAttrs?.attributes.filter((each) => each.type === type) ?? []
  const [value, ...more] = found[0]?.values ?? []
  return found.length === 1 && more.length === 0 ? (value as Node) : undefined
}

function berOf(value: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array {
  return new Uint8Array(value.toSchema().toBER())
}

function octets(content: OctetString | undefined): Uint8Array {
  if (!content) throw new TypeError('a token holds its content')
  return new Uint8Array(content.getValue())
}

function unsigned(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? new Uint8Array() : bytes.subarray(first)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
