import { ZipWriter, configure } from '@zip.js/zip.js/index-native.js'
import { utf8 } from '../bytes'
import { manifestPath, packSchema, writeManifest, type Manifest, type PackEntry } from './manifest'

configure({ useWebWorkers: false })

type Content = Uint8Array | ReadableStream<Uint8Array>

/** An entry with its content, which is opened when its turn comes. */
export type PackFile = PackEntry & { open(): Content | Promise<Content> }

/**
 * An evidence pack as a stream: the manifest, then the files in their order. Nothing is compressed, so that the same
 * content gives the same bytes everywhere; nothing but a chunk is in memory. A file that cannot be opened breaks
 * the stream off, so that nobody takes half a pack for a whole one.
 */
export function writePack(
  head: Omit<Manifest, 'schema' | 'entries'>,
  files: readonly PackFile[],
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const entries = files.map(({ open: _, ...entry }) => entry)
  const manifest = utf8(writeManifest({ schema: packSchema, ...head, entries }))
  void fill(
    writable,
    [{ path: manifestPath, open: () => manifest }, ...files],
    utcOnTheFace(new Date(head.asOf)),
  )
  return readable
}

/** A ZIP holds what a clock on the wall shows: let it show UTC, wherever the pack is made. */
function utcOnTheFace(at: Date): Date {
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000)
}

async function fill(
  writable: WritableStream<Uint8Array>,
  files: readonly Pick<PackFile, 'path' | 'open'>[],
  lastModDate: Date,
): Promise<void> {
  const broken = new AbortController()
  try {
    const archive = new ZipWriter(writable, { level: 0, extendedTimestamp: false, lastModDate })
    for (const { path, open } of files) {
      const content = await open()
      const stream = content instanceof Uint8Array ? streamOf(content) : content
      await archive.add(path, { readable: stream }, { signal: broken.signal })
    }
    await archive.close()
  } catch (error) {
    // Whoever reads hears of it; whoever went away needs not.
    await writable.abort(error).catch(() => undefined)
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes)
      controller.close()
    },
  })
}
