import { concat, fromHex, sha256Hex, utf8 } from './bytes'
import { canonicalText, type Json } from './canonical'

/**
 * Something about a person, held by its salted commitment: with salt and value where it is disclosed, without them
 * where it is withheld or was erased. What is chained, digested and signed is the commitment alone, so taking salt and
 * value away breaks no proof.
 */
export type Personal<T extends Json = string> = { commitment: string; salt?: string; value?: T }

/** SHA-256 (hexadecimal) over the 32 bytes of the salt (64 hexadecimal digits) and the value's canonical JSON. */
export async function commitmentOf(salt: string, value: Json): Promise<string> {
  const bytes = fromHex(salt)
  if (bytes.length !== 32) throw new RangeError('a salt has 32 bytes')
  return sha256Hex(concat(bytes, utf8(canonicalText(value))))
}

/** Commits to a value with a fresh random salt. */
export async function committed<T extends Json>(value: T): Promise<Required<Personal<T>>> {
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return { commitment: await commitmentOf(salt, value), salt, value }
}

export function isPersonal(value: unknown): value is Personal<Json> {
  return typeof value === 'object' && value !== null && typeof (value as Personal).commitment === 'string'
}

/** The same without any salt or disclosed value: what digests are taken of. */
export function withheld<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => withheld(each)) as T
  if (isPersonal(value)) return { commitment: value.commitment } as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withheld(each)])) as T
}

export type Disclosure = { pointer: string; salt: string; value: Json }

/** The same with salts and values beside the commitments, at the JSON pointers (RFC 6901) that the disclosures name. */
export function disclosed<T>(value: T, disclosures: readonly Disclosure[], pointer = ''): T {
  if (isPersonal(value)) {
    const found = disclosures.find((each) => each.pointer === pointer)
    return (found ? { ...value, salt: found.salt, value: found.value } : value) as T
  }
  if (typeof value !== 'object' || value === null) return value
  const within = (key: string, each: unknown) => disclosed(each, disclosures, `${pointer}/${escaped(key)}`)
  if (Array.isArray(value)) return value.map((each, at) => within(String(at), each)) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, within(key, each)])) as T
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Each disclosed value that does not fit its commitment, by its JSON pointer (RFC 6901). */
export async function falseDisclosures(value: unknown, pointer = ''): Promise<string[]> {
  if (isPersonal(value)) {
    if (value.salt === undefined || value.value === undefined) return []
    const isTrue =
      /^[0-9a-f]{64}$/.test(value.salt) && (await commitmentOf(value.salt, value.value)) === value.commitment
    return isTrue ? [] : [pointer]
  }
  if (typeof value !== 'object' || value === null) return []
  const found = await Promise.all(
    Object.entries(value).map(([key, each]) => falseDisclosures(each, `${pointer}/${escaped(key)}`)),
  )
  return found.flat()
}
