import { randomBytes } from 'node:crypto'

/** Bytes kept free for a seal with its certificates and its timestamp. */
export const reservedBytes = 16_384
const tokenBytes = 32
const unknownPlace = 9_999_999_999
const unknownTime = 'D:00000000000000Z'
const rangeBefore = `/ByteRange [0 ${unknownPlace} ${unknownPlace} ${unknownPlace}]`

/** A document with room for a seal. The token stands where the seal will be, and nowhere else. */
export type Unsealed = { bytes: Uint8Array; token: string }

/** 256 random bits, in hexadecimal: no text that a person typed can hold them. */
export function newSealToken(): string {
  return randomBytes(tokenBytes).toString('hex')
}

/** The signature dictionary's entries with the room for the seal, in the order in which they must be written. */
export function signatureDictionary(token: string) {
  const room = Buffer.alloc(reservedBytes)
  room.write(token, 'hex')
  return {
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, unknownPlace, unknownPlace, unknownPlace],
    Contents: room,
    // A String object becomes a PDF string; a plain one would become a name.
    M: new String(unknownTime),
    // A certifying signature after which nothing may change (ISO 32000-1, 12.8.2.2).
    Reference: [
      {
        Type: 'SigRef',
        TransformMethod: 'DocMDP',
        TransformParams: { Type: 'TransformParams', P: 1, V: '1.2' },
      },
    ],
  }
}

/** From the byte after the seal's `<` to the byte of its `>`. */
export type SealPlace = { from: number; to: number }

/**
 * Writes where the seal is and when it is made into a copy of the document: all that is sealed. Throws where the
 * placeholder is missing, or is there twice.
 */
export function prepare({ bytes, token }: Unsealed, at: Date): { bytes: Buffer; place: SealPlace } {
  const prepared = Buffer.from(bytes)
  const from = prepared.indexOf(token, 0, 'latin1')
  if (from < 0) throw new TypeError('the document has no room for a seal')
  if (prepared.indexOf(token, from + 1, 'latin1') >= 0)
    throw new TypeError('the document has room for two seals')
  const to = from + 2 * reservedBytes
  const before = `${rangeBefore}\n/Contents <`
  const after = `>\n/M (${unknownTime})`
  const begin = from - before.length
  if (prepared.toString('latin1', begin, from) !== before) throw new TypeError('the seal has no byte range')
  if (prepared.toString('latin1', to, to + after.length) !== after)
    throw new TypeError('the seal has no time')

  const [lead, tail] = [from - 1, to + 1]
  const range = `/ByteRange [0 ${lead} ${tail} ${prepared.length - tail}`
  prepared.write(`${range.padEnd(rangeBefore.length - 1)}]`, begin, 'latin1')
  prepared.write(pdfTime(at), to + '>\n/M ('.length, 'latin1')
  return { bytes: prepared, place: { from, to } }
}

/** What a seal is over: everything but itself and its brackets. */
export function sealedBytes(bytes: Uint8Array, { from, to }: SealPlace): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from - 1), bytes.subarray(to + 1)])
}

/** Writes a seal into its place, and zeros behind it. Throws RangeError where it is larger than the room. */
export function fill(bytes: Buffer, { from, to }: SealPlace, cms: Uint8Array): void {
  if (cms.length > reservedBytes) throw new RangeError(`a seal of ${cms.length} bytes does not fit`)
  bytes.fill('0', from, to, 'latin1')
  bytes.write(Buffer.from(cms).toString('hex'), from, 'latin1')
}

/** The place of the seal of a sealed document that it covers whole, or `null`. */
export function placeOfSeal(bytes: Uint8Array): SealPlace | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    const written = file.toString('latin1', at, at + rangeBefore.length)
    const [, lead, tail, rest] = /^\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(written)?.map(Number) ?? []
    if (lead === undefined || tail === undefined || rest === undefined) continue
    const isWhole = tail + rest === file.length && tail - lead === 2 * reservedBytes + 2
    if (isWhole && file[lead] === 0x3c && file[tail - 1] === 0x3e) return { from: lead + 1, to: tail - 1 }
  }
  return null
}

/** A time as PDF writes it, in UTC: `D:20260312140509Z`. */
function pdfTime(at: Date): string {
  return `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}

/** The time that the signature dictionary at this place names, or `null`. */
export function claimedTime(bytes: Uint8Array, { to }: SealPlace): Date | null {
  const written = Buffer.from(bytes.subarray(to, to + 40)).toString('latin1')
  const digits = /^>\n\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(written)?.slice(1)
  if (!digits) return null
  const [year, month, day, hour, minute, second] = digits
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
