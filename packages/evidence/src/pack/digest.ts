import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '../bytes'

/** What takes a SHA-256 piece by piece: Web Crypto cannot, and a file may be larger than the memory. */
export type Digesting = { update(bytes: Uint8Array): void; hex(): string }

/** In JavaScript alone; whoever runs in Node may hand in a faster one. */
export function digesting(): Digesting {
  const hash = sha256.create()
  return { update: (bytes) => void hash.update(bytes), hex: () => toHex(hash.digest()) }
}
