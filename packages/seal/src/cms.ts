import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { createHash } from 'node:crypto'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { oid } from './object-ids'
import type { Signer } from './signer'

/** What a seal consists of, beyond the bytes that it is over. */
export type SealParts = {
  algorithm: Signer['algorithm']
  /** DER, the signing certificate first. */
  certificates: Uint8Array[]
  /** SHA-256 of the sealed bytes. */
  digest: Uint8Array
  signature: Uint8Array
  /** DER of an RFC 3161 token over the signature, or `null`. */
  timestampToken: Uint8Array | null
}

/**
 * What is signed: the attributes of a PAdES baseline signature (EN 319 142-1), as DER. There is no signing time in
 * them: PAdES forbids it, the PDF's own /M says when.
 */
export function signedAttributes(digest: Uint8Array, signingCertificate: Uint8Array): Uint8Array {
  const bytes = attributesOf(digest, signingCertificate).toSchema().toBER()
  const set = new Uint8Array(bytes)
  // In the message they are [0]; what is signed is the SET itself (RFC 5652, 5.4).
  set[0] = 0x31
  return set
}

/** The detached CMS of a seal, as DER: the same parts always give the same bytes. */
export function cmsOf({ algorithm, certificates, digest, signature, timestampToken }: SealParts): Uint8Array {
  const [own] = certificates
  if (!own) throw new TypeError('a seal needs the certificate of its key')
  const certificate = parsed(own)
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: sha256(),
    signedAttrs: attributesOf(digest, own),
    signatureAlgorithm:
      algorithm === 'RSA-PKCS1-SHA256'
        ? new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new Null() })
        : new AlgorithmIdentifier({ algorithmId: oid.sha256WithEcdsa }),
    signature: new OctetString({ valueHex: bufferOf(signature) }),
  })
  if (timestampToken) {
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [
        new Attribute({
          type: oid.timestampToken,
          values: [ContentInfo.fromBER(bufferOf(timestampToken)).toSchema()],
        }),
      ],
    })
  }
  const message = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.content }),
    // A SET OF is in the order of its encodings (X.690, 11.6).
    certificates: [...certificates].sort(Buffer.compare).map(parsed),
    signerInfos: [signer],
  })
  const content = new ContentInfo({ contentType: oid.signedData, content: message.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER())
}

function attributesOf(digest: Uint8Array, signingCertificate: Uint8Array): SignedAndUnsignedAttributes {
  const certHash = createHash('sha256').update(signingCertificate).digest()
  // ESSCertIDv2 (RFC 5035): SHA-256 is the default and must then be left out.
  const certId = new Sequence({ value: [new OctetString({ valueHex: bufferOf(certHash) })] })
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.content })] }),
    new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: bufferOf(digest) })] }),
    new Attribute({
      type: oid.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: [certId] })] })],
    }),
  ]
  const encoded = new Map(attributes.map((each) => [each, Buffer.from(each.toSchema().toBER())]))
  attributes.sort((a, b) => Buffer.compare(encoded.get(a)!, encoded.get(b)!))
  return new SignedAndUnsignedAttributes({ type: 0, attributes })
}

const known = new WeakMap<Uint8Array, Certificate>()

/** A signer's certificates are the same for years. */
function parsed(der: Uint8Array): Certificate {
  const certificate = known.get(der) ?? Certificate.fromBER(bufferOf(der))
  known.set(der, certificate)
  return certificate
}

function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() })
}

/** Whether a certificate comes out of a seal with the bytes with which it went in. */
export function isKeptExactly(der: Uint8Array): boolean {
  return Buffer.from(Certificate.fromBER(bufferOf(der)).toSchema().toBER()).equals(der)
}

/** asn1js wants a buffer that holds these bytes and no others. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

/** A positive INTEGER of these bytes. */
export function positiveInteger(bytes: Uint8Array): Integer {
  const first = bytes[0] ?? 0
  return new Integer({ valueHex: bufferOf(first & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes) })
}
