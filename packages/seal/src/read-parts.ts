import { fromBER, OctetString } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'
import { cmsOf, type SealParts } from './cms'
import { oid } from './object-ids'
import type { SealPlace } from './placeholder'

/**
 * The parts of the seal at a place, or `null` where what stands there is not exactly what we would write of these
 * parts: a changed bit that no signature covers shows here, in the seal's frame, in its certificates' order, in the
 * zeros behind it.
 */
export function readParts(bytes: Uint8Array, { from, to }: SealPlace): SealParts | null {
  const hex = Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (!/^[0-9a-f]*$/.test(hex)) return null
  const room = Buffer.from(hex, 'hex')
  try {
    const parts = partsIn(room)
    const written = cmsOf(parts)
    const isSame = room.subarray(0, written.length).equals(written)
    return isSame && room.subarray(written.length).every((byte) => byte === 0) ? parts : null
  } catch {
    return null
  }
}

function partsIn(room: Uint8Array): SealParts {
  const { offset, result } = fromBER(new Uint8Array(room).buffer)
  if (offset < 0) throw new TypeError('not ASN.1')
  const message = new SignedData({ schema: new ContentInfo({ schema: result }).content })
  const signer = message.signerInfos[0]
  const sid: unknown = signer?.sid
  if (!signer || !(sid instanceof IssuerAndSerialNumber)) throw new TypeError('nobody signed')
  const certificates = (message.certificates ?? []).map((each) => {
    if (!(each instanceof Certificate)) throw new TypeError('not a certificate')
    return { each, der: new Uint8Array(each.toSchema().toBER()) }
  })
  const isOwn = ({ each }: { each: Certificate }) =>
    each.issuer.isEqual(sid.issuer) && each.serialNumber.isEqual(sid.serialNumber)
  const own = certificates.filter(isOwn)
  if (own.length !== 1) throw new TypeError('whose certificate?')
  const stated = signer.signedAttrs?.attributes.find(({ type }) => type === oid.messageDigest)?.values[0]
  if (!(stated instanceof OctetString)) throw new TypeError('no digest')
  const token = signer.unsignedAttrs?.attributes.find(({ type }) => type === oid.timestampToken)
    ?.values[0] as { toBER(): ArrayBuffer } | undefined
  return {
    algorithm:
      signer.signatureAlgorithm.algorithmId === oid.sha256WithRsa ? 'RSA-PKCS1-SHA256' : 'ECDSA-P256-SHA256',
    certificates: [...own, ...certificates.filter((each) => !isOwn(each))].map(({ der }) => der),
    digest: stated.valueBlock.valueHexView,
    signature: signer.signature.valueBlock.valueHexView,
    timestampToken: token ? new Uint8Array(token.toBER()) : null,
  }
}
