import { ZipReader, configure, type FileEntry, type Reader } from '@zip.js/zip.js/index-native.js'
import { concat } from '../bytes'
import { digesting, type Digesting } from './digest'

configure({ useWebWorkers: false })

const largestInMemory = 512 * 1024 * 1024

export type Opened = {
  paths: string[]
  /** A part's bytes, or null where it is absent, damaged or larger than what is taken into memory (512 MB). */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer> | null>
  text(path: string): Promise<string | null>
  /** SHA-256 and size of a part, read piece by piece; null where it cannot be read. */
  digest(path: string, onRead?: (bytes: number) => void): Promise<{ sha256: string; size: number } | null>
  close(): Promise<void>
}

/**
 * Opens a ZIP archive and refuses (null) one that two programs could read differently: with something before or
 * behind it, with a name twice, with names that leave its folder.
 */
export async function openPack(
  source: Reader<unknown>,
  newDigest: () => Digesting = digesting,
): Promise<Opened | null> {
  const archive = new ZipReader(source, { strictness: 'strict', checkOverlappingEntry: false })
  const entries = new Map<string, FileEntry>()
  try {
    for (const entry of await archive.getEntries({ strictness: 'strict' }))
      if (!entry.directory && !entry.encrypted) entries.set(entry.filename, entry)
  } catch {
    await archive.close().catch(() => undefined)
    return null
  }

  async function read(path: string, take: (chunk: Uint8Array) => void): Promise<boolean> {
    const entry = entries.get(path)
    if (!entry) return false
    try {
      await entry.getData(new WritableStream({ write: take }), { checkSignature: true })
      return true
    } catch {
      return false
    }
  }

  async function bytes(path: string) {
    const parts: Uint8Array[] = []
    let size = 0
    const isRead = await read(path, (chunk) => {
      size += chunk.length
      if (size > largestInMemory) throw new RangeError('larger than what is taken into memory')
      parts.push(chunk)
    })
    return isRead ? concat(...parts) : null
  }

  return {
    paths: [...entries.keys()],
    bytes,
    async text(path) {
      const read = await bytes(path)
      try {
        return read && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read)
      } catch {
        return null
      }
    },
    async digest(path, onRead) {
      const hash = newDigest()
      let size = 0
      const isRead = await read(path, (chunk) => {
        hash.update(chunk)
        size += chunk.length
        onRead?.(chunk.length)
      })
      return isRead ? { sha256: hash.hex(), size } : null
    },
    close: () => archive.close(),
  }
}
