import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256, in hexadecimal, of a value as canonical JSON (RFC 8785). Money goes in as decimal text. */
export function digestOf(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only what JSON can hold has a digest')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
