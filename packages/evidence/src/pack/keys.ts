import type { Certificate } from 'pkijs'
import { fromBase64, sha256Hex, toBase64 } from '../bytes'
import type { Checkpoint } from '../checkpoint'
import { certificateOf } from '../signature'
import { certificatesOfToken, pemOf } from './anchors'
import { sealIn } from './verify-seal'

/** Gathers the certificates of the keys that sealed, signed and stamped what goes into a pack. */
export function keysInPack() {
  const chains = new Map<string, string[]>()
  const authorities = new Set<string>()

  function take(chain: readonly Certificate[], token: Uint8Array | null) {
    const encoded = chain.map(textOf)
    if (encoded[0] !== undefined) chains.set(encoded[0], encoded)
    for (const each of token ? certificatesOfToken(token) : []) authorities.add(textOf(each))
  }

  return {
    ofSeal(pdf: Uint8Array) {
      const seal = sealIn(pdf)
      if (seal) take(seal.certificates, seal.timestampToken)
    },
    ofCheckpoint({ certificates, timestamp }: Checkpoint) {
      const chain = certificates.map((each) => certificateOf(fromBase64(each)))
      take(chain, timestamp === undefined ? null : fromBase64(timestamp))
    },
    /** As PEM, by the SHA-256 of each key's own certificate. */
    async files(): Promise<{ path: string; pem: string }[]> {
      const keys = await Promise.all(
        [...chains].map(async ([own, chain]) => ({
          path: `keys/${await sha256Hex(fromBase64(own))}.pem`,
          pem: pemOf(chain),
        })),
      )
      keys.sort((a, b) => (a.path < b.path ? -1 : 1))
      if (authorities.size === 0) return keys
      return [...keys, { path: 'keys/timestamps.pem', pem: pemOf([...authorities].sort()) }]
    },
  }
}

function textOf(certificate: Certificate): string {
  return toBase64(new Uint8Array(certificate.toSchema().toBER()))
}
