import type { Readable } from 'node:stream'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { TableRefused } from './table'

/** A workbook of 100,000 rows and 30 columns unpacks to about 150 MB. */
const MAX_UNPACKED_BYTES = 300 * 1024 * 1024
const MAX_ENTRIES = 5_000

export type ZipParts = {
  has(path: string): boolean
  /** `null` where there is no such part. */
  open(path: string): Promise<Readable | null>
  close(): void
}

/**
 * The parts of a ZIP by their names. What it unpacks to is added up before anything is unpacked, and yauzl stops a part
 * that is larger than it says; entries in secret or in another compression are refused.
 */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error) reject(new TableRefused(isZip(bytes) ? 'truncated' : 'not-xlsx'))
      else resolve(opened)
    })
  })
  const entries = await entriesOf(file)
  return {
    has: (path) => entries.has(path),
    open: (path) => {
      const entry = entries.get(path)
      if (!entry) return Promise.resolve(null)
      return new Promise((resolve, reject) => {
        file.openReadStream(entry, (error, stream) => {
          if (error) reject(new TableRefused('not-xlsx'))
          else resolve(refusing(stream))
        })
      })
    },
    close: () => file.close(),
  }
}

function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  return new Promise((resolve, reject) => {
    file.on('error', () => reject(new TableRefused('truncated')))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      if (unpacked > MAX_UNPACKED_BYTES || entries.size >= MAX_ENTRIES) {
        reject(new TableRefused('zip-bomb'))
        return
      }
      entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

/** What breaks while it is unpacked is a broken file, not a broken server. */
function refusing(stream: Readable): Readable {
  const destroy = stream.destroy.bind(stream)
  stream.destroy = (error?: Error) => destroy(error ? new TableRefused('truncated') : undefined)
  return stream
}

function isZip(bytes: Buffer): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
