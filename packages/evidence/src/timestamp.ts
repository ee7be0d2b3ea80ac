import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TSTInfo } from 'pkijs'
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
    const others = (message.certificates ?? []).filter((each) => each instanceof Certificate)
    if (!(await leadsTo(trusted, own, others, told.genTime))) return null
    return { at: told.genTime, authority: nameOf(own) }
  } catch {
    // ASN.1 from outside that cannot be taken apart throws in many ways.
    return null
  }
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
