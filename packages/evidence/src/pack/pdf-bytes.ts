import { concat } from '../bytes'

/** From the byte after a seal's `<` to the byte of its `>`. */
export type SealRoom = { from: number; to: number }

const latin = new TextDecoder('latin1')

/**
 * Where the seal is that covers every byte of a document but itself, or null: nothing was appended behind it, nothing
 * cut off.
 */
export function sealRoom(pdf: Uint8Array): SealRoom | null {
  for (const from of placesOf(pdf, '/ByteRange [')) {
    const written = latin.decode(pdf.subarray(from, from + 60))
    const [, lead, tail, rest] = /^\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(written)?.map(Number) ?? []
    if (lead === undefined || tail === undefined || rest === undefined) continue
    const isWhole = tail + rest === pdf.length && lead < tail && from < lead
    if (isWhole && pdf[lead] === 0x3c && pdf[tail - 1] === 0x3e) return { from: lead + 1, to: tail - 1 }
  }
  return null
}

export function underSeal(pdf: Uint8Array, { from, to }: SealRoom): Uint8Array<ArrayBuffer> {
  return concat(pdf.subarray(0, from - 1), pdf.subarray(to + 1))
}

/** When the seal says that it was made, by its maker's clock. */
export function timeOfSeal(pdf: Uint8Array, { to }: SealRoom): Date | null {
  const written = latin.decode(pdf.subarray(to, to + 40))
  const digits = /^>\n\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(written)?.slice(1)
  if (!digits) return null
  const [year, month, day, hour, minute, second] = digits
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** The bytes in a seal's room, or null where it does not hold hexadecimal digits. */
export function inRoom(pdf: Uint8Array, { from, to }: SealRoom): Uint8Array<ArrayBuffer> | null {
  const hex = latin.decode(pdf.subarray(from, to))
  if (hex.length % 2 === 1 || !/^[0-9a-f]*$/.test(hex)) return null
  const bytes = new Uint8Array(hex.length / 2)
  for (let place = 0; place < bytes.length; place += 1)
    bytes[place] = parseInt(hex.slice(2 * place, 2 * place + 2), 16)
  return bytes
}

const largestAttachment = 64 * 1024 * 1024

/**
 * The one file that a certificate has embedded (ISO 19005-3), or null where there is none or more than one. Believe it
 * only where the seal holds.
 */
export async function embeddedFile(pdf: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  // With its line ends, which no text that a person typed can hold: in a PDF string they are escaped.
  const places = placesOf(pdf, '\n/Type /EmbeddedFile\n')
  const [from, ...more] = places
  if (from === undefined || more.length > 0) return null
  const head = latin.decode(pdf.subarray(from, from + 1000))
  const end = head.indexOf('\n>>\nstream\n')
  const length = Number(/\n\/Length (\d+)\n/.exec(`${head.slice(0, end)}\n`)?.[1] ?? NaN)
  if (end < 0 || !Number.isSafeInteger(length)) return null
  const begin = from + end + '\n>>\nstream\n'.length
  const stream = pdf.subarray(begin, begin + length)
  if (!/\n\/Filter \/FlateDecode\b/.test(head.slice(0, end))) return new Uint8Array(stream)
  return inflated(stream)
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'))
      .getReader()
    const parts: Uint8Array[] = []
    let size = 0
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      if (size > largestAttachment) return null
      parts.push(next.value)
    }
    return concat(...parts)
  } catch {
    return null
  }
}

function placesOf(bytes: Uint8Array, text: string): number[] {
  const sought = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const found: number[] = []
  for (let place = bytes.indexOf(sought[0]!); place >= 0; place = bytes.indexOf(sought[0]!, place + 1))
    if (sought.every((byte, offset) => bytes[place + offset] === byte)) found.push(place)
  return found
}
