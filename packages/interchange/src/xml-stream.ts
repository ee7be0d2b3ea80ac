import { SaxesParser } from 'saxes'
import { Refused } from './refused'

export type XmlElements = {
  /** `name` without its prefix; `depth` is 1 for the root. */
  open(name: string, attributes: Record<string, string>, line: number, depth: number): void
  /** `text` is the element's own text, empty where it has child elements. */
  close(name: string, text: string, line: number, depth: number): void
}

export type XmlLimits = { maxBytes: number; onProgress?: (bytesRead: number) => void }

const SLICE_BYTES = 65_536
/** A text, comment or tag is held until it ends; one of this length is not a value that anybody typed. */
const MAX_SILENT_BYTES = 1_048_576
const MAX_DEPTH = 64
const HEAD_BYTES = 4
/** '<', white space or a byte order mark: anything else is a picture, an .mpp, a table. */
const MAY_BEGIN_XML = new Set([0x3c, 0x20, 0x09, 0x0a, 0x0d, 0xef])
const DECLARED = /^(utf-?8|utf-?16(le|be)?|us-ascii)$/i

/**
 * Reads XML as it arrives and tells of its elements; holds no more than the element at hand. A DOCTYPE is refused, so
 * there are no entities but XML's own five. On a refusal (thrown) the iterator is left as it is, neither drained nor
 * closed: an upload is drained by whoever received it.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, limits: XmlLimits, elements: XmlElements) {
  const xml = xmlReader(elements)
  const iterator = chunks[Symbol.asyncIterator]()
  let decoder: TextDecoder | null = null
  let head = new Uint8Array(0)
  let bytesRead = 0

  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    let chunk = next.value
    bytesRead += chunk.byteLength
    if (bytesRead > limits.maxBytes) throw new Refused('too-large')
    if (!decoder) {
      head = joined(head, chunk)
      if (head.length < HEAD_BYTES) continue
      decoder = decoderFor(head)
      chunk = head
    }
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      xml.write(decoded(decoder, chunk.subarray(from, from + SLICE_BYTES), xml.line()))
    }
    limits.onProgress?.(bytesRead)
  }

  if (!decoder) throw new Refused('not-xml')
  xml.end(decoder)
}

function xmlReader(elements: XmlElements) {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false })
  let depth = 0
  let text = ''
  let silentBytes = 0
  let sawRoot = false
  let isEnding = false

  parser.on('error', () => {
    throw new Refused(isEnding && sawRoot ? 'truncated' : 'not-xml', parser.line)
  })

  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !DECLARED.test(encoding)) throw new Refused('wrong-encoding', parser.line)
  })
  parser.on('doctype', () => {
    throw new Refused('doctype', parser.line)
  })
  parser.on('opentag', ({ name, attributes }) => {
    sawRoot = true
    silentBytes = 0
    text = ''
    if (++depth > MAX_DEPTH) throw new Refused('not-ms-project', parser.line)
    elements.open(localName(name), attributes, parser.line, depth)
  })
  parser.on('closetag', ({ name }) => {
    silentBytes = 0
    elements.close(localName(name), text, parser.line, depth)
    depth--
    text = ''
  })
  parser.on('text', (part) => {
    if (depth > 0) text += part
  })
  parser.on('cdata', (part) => {
    text += part
  })

  return {
    line: () => parser.line,
    write(part: string): void {
      silentBytes += part.length
      parser.write(part)
      if (silentBytes > MAX_SILENT_BYTES) throw new Refused(sawRoot ? 'bad-value' : 'not-xml', parser.line)
    },
    end(decoder: TextDecoder): void {
      try {
        decoder.decode()
      } catch {
        throw new Refused('truncated', parser.line)
      }
      isEnding = true
      parser.close()
    },
  }
}

/** By the byte order mark, or by how '<' looks without one. A ZIP (also an XLSX or MPPX) is named as such. */
function decoderFor(head: Uint8Array): TextDecoder {
  const [first, second] = head
  if (first === 0x50 && second === 0x4b) throw new Refused('zip-not-xml')
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8'
  if (encoding === 'utf-8' && !MAY_BEGIN_XML.has(first!)) throw new Refused('not-xml')
  return new TextDecoder(encoding, { fatal: true })
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, line: number): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    throw new Refused('wrong-encoding', line)
  }
}

function joined(head: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(head.length + chunk.length)
  both.set(head)
  both.set(chunk, head.length)
  return both
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
