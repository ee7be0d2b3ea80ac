import { Null, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { sha256, toBase64 } from '../bytes'
import { isSignedBy, leadsTo, nameOf } from '../signature'
import { readTimestamp } from '../timestamp'
import { certificatesOfToken } from './anchors'
import type { PackFinding } from './pack-finding'
import { inRoom, sealRoom, timeOfSeal, underSeal } from './pdf-bytes'

/** Roots, or the certificates themselves, by which seals and timestamps are believed. */
export type Anchors = { signers: readonly Certificate[]; timestamps: readonly Certificate[] }

/** A seal's certificates, as they stand in it: the key's own first. */
export type Seal = { certificates: Certificate[]; timestampToken: Uint8Array<ArrayBuffer> | null }

export type VerifiedSeal = { findings: PackFinding[]; seal: Seal | null }

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  content: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
}

/**
 * Checks the seal of a PDF (PAdES baseline, EN 319 142-1) by Web Crypto: it covers every byte, what it covers is
 * unchanged, its key's certificate leads to an anchor and was valid at the time, the timestamp holds. Whatever no
 * signature covers must be as its encoding demands, so that a changed bit is found there too. `anchorsOf` may take the
 * seal's own certificates for want of others.
 */
export async function verifySeal(
  pdf: Uint8Array,
  anchorsOf: (seal: Seal) => Promise<Anchors>,
): Promise<VerifiedSeal> {
  try {
    return await verified(pdf, anchorsOf)
  } catch {
    // A name or a key in a certificate that cannot be read at all: the libraries throw in many ways.
    return { findings: [{ code: 'seal-damaged', ok: false }], seal: null }
  }
}

async function verified(pdf: Uint8Array, anchorsOf: (seal: Seal) => Promise<Anchors>): Promise<VerifiedSeal> {
  const refuse = (finding: PackFinding) => ({ findings: [finding], seal: null })
  const room = sealRoom(pdf)
  const sealedAt = room && timeOfSeal(pdf, room)
  if (!room || !sealedAt) return refuse({ code: 'seal-not-over-everything', ok: false })
  const bytes = inRoom(pdf, room)
  const read = bytes && readSeal(bytes)
  const own = read?.certificates[0]
  if (!read || !own) return refuse({ code: 'seal-damaged', ok: false })
  if (!same(await sha256(underSeal(pdf, room)), read.digest))
    return refuse({ code: 'sealed-content-changed', ok: false })

  const signer = nameOf(own)
  const isBound = same(await sha256(derOf(own)), read.certificateDigest)
  const isSigned = isBound && (await isSignedBy(own, read, read.signed).catch(() => false))
  if (!isSigned) return refuse({ code: 'seal-forged', ok: false, signer })

  const { certificates, timestampToken, signatureBytes } = read
  const anchors = await anchorsOf(read)
  const stamp = timestampToken && (await readTimestamp(timestampToken, signatureBytes, anchors.timestamps))
  if (timestampToken && !(stamp && (await isWhole(timestampToken, anchors, stamp.at))))
    return { findings: [{ code: 'seal-timestamp-false', ok: false }], seal: read }
  const at = stamp ? stamp.at : sealedAt
  const known = await Promise.all(
    certificates.map((each) => leadsTo(anchors.signers, each, certificates, at)),
  )
  const findings: PackFinding[] = known.every(Boolean)
    ? [{ code: 'seal-holds', ok: true, signer, sealedAt: sealedAt.toISOString() }]
    : [{ code: 'seal-signer-unknown', ok: false, signer }]
  findings.push(
    stamp
      ? {
          code: 'seal-timestamp-holds',
          ok: true,
          stampedAt: stamp.at.toISOString(),
          authority: stamp.authority,
        }
      : { code: 'seal-without-timestamp', ok: null },
  )
  return { findings, seal: read }
}

type ReadSeal = Seal & {
  algorithm: 'RSA-PKCS1-SHA256' | 'ECDSA-P256-SHA256'
  digest: Uint8Array
  certificateDigest: Uint8Array
  /** DER of the attributes, as a SET: what the key signed. */
  signed: Uint8Array<ArrayBuffer>
  signature: string
  signatureBytes: Uint8Array<ArrayBuffer>
}

/** The parts of a seal, or null where it is not exactly of the form that a baseline seal has, with zeros behind it. */
function readSeal(room: Uint8Array<ArrayBuffer>): ReadSeal | null {
  try {
    const { offset, result } = fromBER(room.buffer)
    if (offset < 0 || !room.subarray(offset).every((byte) => byte === 0)) return null
    const outer = new ContentInfo({ schema: result })
    if (outer.contentType !== oid.signedData) return null
    const message = new SignedData({ schema: outer.content })
    const content = new ContentInfo({ contentType: oid.signedData, content: message.toSchema(true) })
    if (!same(new Uint8Array(content.toSchema().toBER()), room.subarray(0, offset))) return null
    const [signer, ...others] = message.signerInfos
    const [digestAlgorithm, ...furtherDigests] = message.digestAlgorithms
    if (!signer || others.length + furtherDigests.length > 0 || message.crls) return null
    if (message.version !== 1 || signer.version !== 1) return null
    if (!isSha256(digestAlgorithm) || !isSha256(signer.digestAlgorithm)) return null
    const { eContentType, eContent } = message.encapContentInfo
    if (eContentType !== oid.content || eContent) return null
    return partsOf(signer, certificatesIn(message))
  } catch {
    // ASN.1 from outside that cannot be taken apart throws in many ways.
    return null
  }
}

function partsOf(signer: SignerInfo, certificates: Certificate[]): ReadSeal | null {
  const { sid, signedAttrs, unsignedAttrs, signatureAlgorithm } = signer
  if (!(sid instanceof IssuerAndSerialNumber) || !signedAttrs) return null
  const isOwn = (each: Certificate) =>
    same(schemaOf(each.issuer), schemaOf(sid.issuer)) && each.serialNumber.isEqual(sid.serialNumber)
  const own = certificates.filter(isOwn)
  if (own.length !== 1 || !isInOrder(certificates.map(derOf))) return null

  const [type, digest, named] = [
    only(signedAttrs.attributes, oid.contentType),
    only(signedAttrs.attributes, oid.messageDigest),
    only(signedAttrs.attributes, oid.signingCertificateV2),
  ]
  const isOfContent = type instanceof ObjectIdentifier && type.valueBlock.toString() === oid.content
  const certificateDigest = within(within(within(named)))
  if (signedAttrs.attributes.length !== 3 || !isOfContent || !(digest instanceof OctetString)) return null
  if (!(certificateDigest instanceof OctetString)) return null

  const unsigned = unsignedAttrs?.attributes ?? []
  const token = unsigned.length > 0 ? only(unsigned, oid.timestampToken) : null
  if (unsigned.length > 1 || (unsigned.length === 1 && !token)) return null
  const algorithm = algorithmOf(signatureAlgorithm)
  if (!algorithm) return null
  const signed = new Uint8Array(signedAttrs.encodedValue.slice(0))
  // In the message they are [0]; what is signed is the SET itself (RFC 5652, 5.4).
  signed[0] = 0x31
  const signatureBytes = new Uint8Array(signer.signature.valueBlock.valueHexView)
  return {
    certificates: [...own, ...certificates.filter((each) => !isOwn(each))],
    timestampToken: token ? new Uint8Array((token as Sequence).toBER()) : null,
    algorithm,
    digest: digest.valueBlock.valueHexView,
    certificateDigest: certificateDigest.valueBlock.valueHexView,
    signed,
    signature: toBase64(signatureBytes),
    signatureBytes,
  }
}

function certificatesIn(message: SignedData): Certificate[] {
  return (message.certificates ?? []).map((each) => {
    if (!(each instanceof Certificate)) throw new TypeError('not a certificate')
    return each
  })
}

function algorithmOf(given: AlgorithmIdentifier): ReadSeal['algorithm'] | null {
  const written = schemaOf(given)
  const rsa = new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new Null() })
  const ecdsa = new AlgorithmIdentifier({ algorithmId: oid.sha256WithEcdsa })
  if (same(written, schemaOf(rsa))) return 'RSA-PKCS1-SHA256'
  return same(written, schemaOf(ecdsa)) ? 'ECDSA-P256-SHA256' : null
}

function isSha256(given: AlgorithmIdentifier | undefined): boolean {
  const expected = new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() })
  return given !== undefined && same(schemaOf(given), schemaOf(expected))
}

/** Whether a token holds nothing beyond what its signature covers, and certificates that all lead to an anchor. */
async function isWhole(token: Uint8Array<ArrayBuffer>, { timestamps }: Anchors, at: Date): Promise<boolean> {
  try {
    const outer = ContentInfo.fromBER(token.buffer)
    if (outer.contentType !== oid.signedData || !same(schemaOf(outer), token)) return false
    const message = new SignedData({ schema: outer.content })
    if (message.encapContentInfo.eContentType !== oid.timestampContent) return false
    const [signer] = message.signerInfos
    const [digest, ...more] = message.digestAlgorithms
    if (!signer || !digest || more.length > 0 || message.version !== 3 || signer.version !== 1) return false
    if (signer.unsignedAttrs || !same(schemaOf(digest), schemaOf(signer.digestAlgorithm))) return false
    const given = certificatesIn(message)
    const { sid } = signer
    const isNamed = ({ issuer, serialNumber }: Certificate) =>
      sid instanceof IssuerAndSerialNumber &&
      same(schemaOf(issuer), schemaOf(sid.issuer)) &&
      serialNumber.isEqual(sid.serialNumber)
    if (!isBare(signer.digestAlgorithm) || !isBare(signer.signatureAlgorithm)) return false
    const known = await Promise.all(given.map((each) => leadsTo(timestamps, each, given, at)))
    return given.filter(isNamed).length === 1 && known.every(Boolean)
  } catch {
    return false
  }
}

/** Without parameters, or with the NULL that some write in their place. */
function isBare(algorithm: AlgorithmIdentifier): boolean {
  const { algorithmId } = algorithm
  return [{ algorithmId }, { algorithmId, algorithmParams: new Null() }].some((form) =>
    same(schemaOf(new AlgorithmIdentifier(form)), schemaOf(algorithm)),
  )
}

/** The seal that stands in a PDF, unchecked; null where there is none that can be read. */
export function sealIn(pdf: Uint8Array): Seal | null {
  const room = sealRoom(pdf)
  const bytes = room && inRoom(pdf, room)
  return bytes && readSeal(bytes)
}

/** The certificates that stand in a seal's timestamp. */
export function authoritiesOf({ timestampToken }: Seal): Certificate[] {
  return timestampToken ? certificatesOfToken(timestampToken) : []
}

type Attributes = { type: string; values: unknown[] }[]

/** The single value of the single attribute of that type, or null. */
function only(attributes: Attributes, type: string): unknown {
  const found = attributes.filter((each) => each.type === type)
  return found.length === 1 && found[0]!.values.length === 1 ? found[0]!.values[0] : null
}

/** What a sequence of one holds. */
function within(node: unknown): unknown {
  const [first, ...more] = node instanceof Sequence ? node.valueBlock.value : []
  return more.length > 0 ? undefined : first
}

function isInOrder(encodings: Uint8Array[]): boolean {
  return encodings.every((each, place) => place === 0 || compare(encodings[place - 1]!, each) < 0)
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const differs = a.findIndex((byte, place) => byte !== b[place])
  return differs < 0 ? a.length - b.length : a[differs]! - (b[differs] ?? -1)
}

function derOf(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return new Uint8Array(certificate.toSchema().toBER())
}

function schemaOf(value: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value.toSchema().toBER())
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, place) => byte === b[place])
}
