import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import { BitString, Null, OctetString, PrintableString, Sequence, Set, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
} from 'pkijs'
import { bufferOf, positiveInteger } from './cms'
import { oid } from './object-ids'

export type Purpose = 'authority' | 'documents' | 'timestamps'
export type Issuer = { certificate: Uint8Array; key: KeyObject }

type CertificateRequest = {
  name: string
  organisation: string
  key: KeyObject
  purpose: Purpose
  from: Date
  to: Date
  /** Left out, the certificate is signed with its own key: a root. */
  issuer?: Issuer
}

// The bits, and how many of the byte's are unused: DER drops zeros at the end.
const keyUsageOf: Record<Purpose, [bits: number, unused: number]> = {
  authority: [0x06, 1], // keyCertSign, cRLSign
  documents: [0xc0, 6], // digitalSignature, nonRepudiation
  timestamps: [0x80, 7], // digitalSignature
}
const purposesOf: Record<Purpose, string[]> = {
  authority: [],
  // Mail beside documents: NSS, and pdfsig with it, believes no document certificate that cannot sign mail.
  documents: [oid.purposeDocumentSigning, oid.purposeMail],
  timestamps: [oid.purposeTimestamping],
}

/** Makes a certificate (X.509, RFC 5280) as DER. For development and tests; real ones come from an authority. */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const { name, organisation, key, from, to, issuer } = request
  const parent = issuer && Certificate.fromBER(bufferOf(issuer.certificate))
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const signingKey = issuer?.key ?? key
  const algorithm =
    signingKey.asymmetricKeyType === 'rsa'
      ? new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new Null() })
      : new AlgorithmIdentifier({ algorithmId: oid.sha256WithEcdsa })

  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = positiveInteger(Buffer.concat([Buffer.of(0x40), randomBytes(15)]))
  certificate.subject = distinguishedName([
    new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'DE' }) }),
    new AttributeTypeAndValue({ type: '2.5.4.10', value: new Utf8String({ value: organisation }) }),
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
  ])
  certificate.issuer = parent?.subject ?? certificate.subject
  certificate.notBefore.value = from
  certificate.notAfter.value = to
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(bufferOf(spki))
  certificate.extensions = extensionsOf(request.purpose, certificate, parent ?? certificate)
  certificate.signature = algorithm
  certificate.signatureAlgorithm = algorithm
  const toSign = Buffer.from(certificate.encodeTBS().toBER())
  certificate.signatureValue = new BitString({ valueHex: bufferOf(sign('sha256', toSign, signingKey)) })
  return new Uint8Array(certificate.toSchema(true).toBER())
}

function extensionsOf(purpose: Purpose, certificate: Certificate, parent: Certificate): Extension[] {
  const isAuthority = purpose === 'authority'
  const constraints = isAuthority
    ? new BasicConstraints({ cA: true, pathLenConstraint: 0 })
    : new BasicConstraints({ cA: false })
  const [bits, unusedBits] = keyUsageOf[purpose]
  const usage = new BitString({ valueHex: bufferOf(Uint8Array.of(bits)), unusedBits })
  const own = new OctetString({ valueHex: keyDigest(certificate) })
  const authority = new AuthorityKeyIdentifier({
    keyIdentifier: new OctetString({ valueHex: keyDigest(parent) }),
  })
  const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
    new Extension({ extnID, critical, extnValue: value })
  const extensions = [
    extension('2.5.29.19', true, constraints.toSchema().toBER()),
    extension('2.5.29.15', true, usage.toBER()),
    extension('2.5.29.14', false, own.toBER()),
    extension('2.5.29.35', false, authority.toSchema().toBER()),
  ]
  if (isAuthority) return extensions
  const purposes = new ExtKeyUsage({ keyPurposes: purposesOf[purpose] })
  // Of a timestamp's certificate it must be critical (RFC 3161, 2.3).
  return [...extensions, extension('2.5.29.37', purpose === 'timestamps', purposes.toSchema().toBER())]
}

/** One name part after the other; pkijs itself would write them as one part with several values. */
function distinguishedName(parts: AttributeTypeAndValue[]): RelativeDistinguishedNames {
  const sets = parts.map((part) => new Set({ value: [part.toSchema()] }))
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: sets }).toBER())
}

/** The first method of RFC 5280, 4.2.1.2: an identifier, no protection. */
function keyDigest({ subjectPublicKeyInfo }: Certificate): ArrayBuffer {
  const bits = subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return bufferOf(createHash('sha1').update(bits).digest())
}
