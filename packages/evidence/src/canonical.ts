import canonicalize from 'canonicalize'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }

/** Canonical JSON (RFC 8785) as text. Throws TypeError for what JSON cannot hold, such as a bigint or a function. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only what JSON can hold has a canonical text')
  return text
}

/** Whether a text is the canonical one of what it says. `value` is what JSON.parse made of it. */
export function isCanonical(text: string, value: unknown): boolean {
  // What JSON.parse gives keeps its members' order, so that in order it need not be sorted anew. Not so for members
  // named by whole numbers.
  return (isInOrder(value) && JSON.stringify(value) === text) || canonicalText(value) === text
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  let before = ''
  for (const key in value) {
    if (key < before || !isInOrder((value as Record<string, unknown>)[key])) return false
    before = key
  }
  return true
}
