import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'

const MAX_TEXT_BYTES = 64 * 1024

/** One file of a form as it arrives: what the browser says of it, and its bytes, read once and in order. */
export type ArrivingFile = {
  field: string
  name: string
  declaredType: string
  chunks: AsyncIterable<Uint8Array>
  /** The text fields that came before it. */
  fields: ReadonlyMap<string, string>
}

/**
 * Reads a form with files without holding a file in memory: `take` is called for each as it arrives, and whatever it
 * leaves unread is read off and forgotten, so that the browser gets its answer. Returns the text fields; null for a
 * body that is no such form or breaks off.
 */
export async function readUpload(
  request: Request,
  take: (file: ArrivingFile) => Promise<void>,
): Promise<FormData | null> {
  const fields = new Map<string, string>()
  let isOurs = false
  try {
    return await parseMultipart(request, async ({ name: field, filename, contentType, data }) => {
      if (filename === undefined) {
        const text = await textOf(data)
        fields.set(field, text)
        return text
      }
      const source = data[Symbol.asyncIterator]()
      isOurs = true
      // A file field that was left empty comes as a nameless file.
      if (filename !== '')
        await take({
          field,
          name: printable(filename),
          declaredType: contentType,
          chunks: keptOpen(source),
          fields,
        })
      isOurs = false
      while (!(await source.next()).done);
      return undefined
    })
  } catch (error) {
    // What broke while one of our own was at work is a defect, not a broken upload.
    if (isOurs && !isBrokenBody(error)) throw error
    return null
  }
}

/** What people see as the file's name: one line, not endless, its extension kept. */
function printable(name: string): string {
  const clean = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu, '')
  return clean.length > 200 ? `${clean.slice(0, 150)}…${clean.slice(-40)}` : clean || 'file'
}

/** Leaving a `for await` early must not close the source: the rest is still to be read off. */
function keptOpen(source: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size <= MAX_TEXT_BYTES) parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

function isBrokenBody(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/multipart/i.test(error.message) ||
      error.name === 'AbortError' ||
      /aborted|terminated/i.test(error.message))
  )
}
