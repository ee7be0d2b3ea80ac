import { OctetString, Sequence, type BaseBlock } from 'asn1js'
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TSTInfo, type SignerInfo } from 'pkijs'
import { sha256 } from './bytes'
import { leadsTo, nameOf } from './signature'

const sha256Id = '2.16.840.1.101.3.4.2.1'
const timestampingId = '1.3.6.1.5.5.7.3.8'

/**
 * When an RFC 3161 token (DER) says that these bytes were there, and who says it: only where the token is over their
 * SHA-256, its signature holds, its certificate is for timestamps alone and leads to one of the trusted. Else null.
 */
export async function readTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Certificate[],
): Promise<{ at: Date; authority: string } | null> {
  try {
    const outer = ContentInfo.fromBER(new Uint8Array(token).buffer)
    const message = new SignedData({ schema: outer.content })
    const content = message.encapContentInfo.eContent?.getValue()
    if (!content || message.signerInfos.length !== 1) return null
    const told = TSTInfo.fromBER(content)
    const { hashAlgorithm, hashedMessage } = told.messageImprint
    const imprint = await sha256(stamped)
    const stated = hashedMessage.valueBlock.valueHexView
    if (hashAlgorithm.algorithmId !== sha256Id || stated.length !== imprint.length) return null
    if (!imprint.every((byte, at) => byte === stated[at])) return null

    const verified = await message.verify({
      signer: 0,
      data: new Uint8Array(stamped).buffer,
      extendedMode: true,
    })
    const own = verified.signerCertificate
    if (!verified.signatureVerified || !own || !isForTimestampsOnly(own)) return null
    if (!(await isNamedBy(message.signerInfos[0]!, own))) return null
    const others = (message.certificates ?? []).filter((each) => each instanceof Certificate)
    if (!(await leadsTo(trusted, own, others, told.genTime))) return null
    return { at: told.genTime, authority: nameOf(own) }
  } catch {
    // ASN.1 from outside that cannot be taken apart throws in many ways.
    return null
  }
}

const hashes: Record<string, string> = {
  [sha256Id]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/**
 * Whether the signature covers which certificate it is to be checked with (RFC 3161, 2.4.1): by its hash in an attribute of
 * RFC 5035 or, older, of RFC 2634 with SHA-1. So nothing in that certificate can be altered either.
 */
async function isNamedBy({ signedAttrs }: SignerInfo, own: Certificate): Promise<boolean> {
  const attributes = signedAttrs?.attributes ?? []
  const second = attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.47')
  const named = second ?? attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.12')
  const [first, next] = partsOf(partsOf(partsOf(named?.values[0])[0])[0])
  const stated = first instanceof OctetString ? first : next
  const algorithm = first instanceof Sequence ? String(partsOf(first)[0]?.valueBlock) : sha256Id
  const hash = second ? hashes[algorithm] : 'SHA-1'
  if (!(stated instanceof OctetString) || !hash) return false
  const actual = new Uint8Array(await crypto.subtle.digest(hash, own.toSchema().toBER()))
  const expected = stated.valueBlock.valueHexView
  return expected.length === actual.length && actual.every((byte, at) => byte === expected[at])
}

function partsOf(node: unknown): BaseBlock[] {
  return node instanceof Sequence ? node.valueBlock.value : []
}

function isForTimestampsOnly(certificate: Certificate): boolean {
  const purpose = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.37')
  const parsed = purpose?.parsedValue as unknown
  return (
    purpose?.critical === true &&
    parsed instanceof ExtKeyUsage &&
    parsed.keyPurposes.join() === timestampingId
  )
}
