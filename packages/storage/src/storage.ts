import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { openShelf, waiting, type Shelf, type StorageEnv } from './disk'
import { declaredKind, whyNotThatKind } from './media-type'

export type { StorageEnv } from './disk'

export type PutOptions = {
  /** The type that the browser declared; empty where it declared none. */
  declaredType: string
  /** The file's name as the person calls it: its extension counts. It never becomes part of a path. */
  name: string
  maxBytes: number
}
export type PutRefusal = 'too-large' | 'empty' | 'type-mismatch' | 'type-not-allowed'
export type PutResult =
  { ok: true; sha256: string; size: number; mediaType: string } | { ok: false; why: PutRefusal }

export type Storage = {
  /**
   * Stores a file under its SHA-256 (lower-case hex), never whole in memory. The same content twice is one file.
   * Refused or broken off, it leaves nothing behind. Refused by its name or as too large, it stops reading
   * without closing `chunks`: the caller drains the rest of its request. Rethrows what `chunks` throws.
   */
  put(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: PutOptions): Promise<PutResult>
  /** The content as a web stream and its size in bytes, or `null` where there is no such file. */
  open(sha256: string): Promise<{ stream: ReadableStream<Uint8Array>; size: number } | null>
  has(sha256: string): Promise<boolean>
  /** The whole content, for files known to be small. Throws where there is no such file. */
  bytes(sha256: string): Promise<Uint8Array>
  /**
   * Keeps a small record of our own under a name beside the files, as `checkpoints/000000017-….json`; again under the
   * same name it replaces. For what must be found without the database. Throws for a name that is not plain.
   */
  keep(name: string, bytes: Uint8Array): Promise<void>
  /** A record's bytes, or `null` where there is none of that name. */
  kept(name: string): Promise<Uint8Array | null>
}

/** Opens the store that the settings name. Throws an `Error` with a sentence for the operator where they name none. */
export function openStorage(env: StorageEnv): Storage {
  const shelf = openShelf(env)

  async function openFile(sha256: string) {
    if (!isDigest(sha256)) return null
    const key = keyOf(sha256)
    try {
      const { contentLength } = await shelf.disk.getMetaData(key)
      const stream = Readable.toWeb(await shelf.disk.getStream(key)) as NodeReadableStream<Uint8Array>
      return { stream: stream as ReadableStream<Uint8Array>, size: contentLength }
    } catch (error) {
      if (await shelf.disk.exists(key)) throw error
      return null
    }
  }

  async function kept(name: string) {
    const key = recordKey(name)
    return (await shelf.disk.exists(key)) ? new Uint8Array(await shelf.disk.getBytes(key)) : null
  }

  return {
    put: (chunks, options) => putFile(shelf, chunks, options),
    open: openFile,
    has: async (sha256) => isDigest(sha256) && shelf.disk.exists(keyOf(sha256)),
    // Not the library's getBytes: on disk it hands out the whole buffer behind what was read.
    async bytes(sha256) {
      const file = await openFile(sha256)
      if (!file) throw new Error(`No file is stored under ${sha256}.`)
      return new Uint8Array(await new Response(file.stream).arrayBuffer())
    },
    keep: (name, bytes) => shelf.disk.put(recordKey(name), bytes, { contentType: 'application/json' }),
    kept,
  }
}

function recordKey(name: string): string {
  if (!/^[a-z]+\/[A-Za-z0-9-]+\.json$/.test(name)) throw new RangeError(`not the name of a record: ${name}`)
  return name
}

/** A store keeps files by content: `sha256/ab/cd/<hex>`. */
export function keyOf(sha256: string): string {
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

async function putFile(
  shelf: Shelf,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { declaredType, name, maxBytes }: PutOptions,
): Promise<PutResult> {
  const claimed = declaredKind(name, declaredType)
  if (!claimed.ok) return claimed

  await mkdir(shelf.waitingFolder, { recursive: true, mode: 0o700 })
  await removeForgotten(shelf.waitingFolder)
  const waitingName = randomUUID()
  const path = join(shelf.waitingFolder, waitingName)
  try {
    const received = await receive(chunks, path, maxBytes)
    if (received === 'too-large') return { ok: false, why: 'too-large' }
    if (received.size === 0) return { ok: false, why: 'empty' }
    const why = await whyNotThatKind(claimed.kind, { path, ...received })
    if (why) return { ok: false, why }

    const { sha256, size } = received
    const { mediaType } = claimed.kind
    if (!(await shelf.disk.exists(keyOf(sha256))))
      await keep(shelf, path, waitingName, { sha256, size, mediaType })
    return { ok: true, sha256, size, mediaType }
  } finally {
    await rm(path, { force: true })
  }
}

async function keep(
  { disk, kind }: Shelf,
  path: string,
  waitingName: string,
  file: { sha256: string; size: number; mediaType: string },
): Promise<void> {
  if (kind === 'disk') return disk.move(`${waiting}/${waitingName}`, keyOf(file.sha256))
  await disk.copyFromFs(path, keyOf(file.sha256), {
    contentType: file.mediaType,
    contentLength: file.size,
    // The service compares it and refuses what was damaged on the way.
    ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
  })
}

type Received = { sha256: string; size: number; head: Uint8Array; isText: boolean }

async function receive(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<Received | 'too-large'> {
  const hash = createHash('sha256')
  const text = textCheck()
  let head = Buffer.alloc(0)
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    // Not `for await`: leaving it early would close the source, and the caller could not drain it.
    const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
    for (let next = await source.next(); !next.done; next = await source.next()) {
      size += next.value.byteLength
      if (size > maxBytes) return 'too-large'
      hash.update(next.value)
      text.push(next.value)
      if (head.length < headBytes)
        head = Buffer.concat([head, next.value.subarray(0, headBytes - head.length)])
      await file.writeFile(next.value)
    }
    // A decision will be bound to this file: it must survive a power cut from here on.
    await file.sync()
    return { sha256: hash.digest('hex'), size, head, isText: text.end() }
  } finally {
    await file.close()
  }
}

const headBytes = 4096

/** Whether a stream of bytes is UTF-8 throughout and has no NUL. */
function textCheck() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  function decode(chunk?: Uint8Array) {
    if (!valid) return
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
      valid = chunk === undefined || !chunk.includes(0)
    } catch {
      valid = false
    }
  }
  return {
    push: decode,
    end(): boolean {
      decode()
      return valid
    },
  }
}

const forgottenAfterMs = 24 * 60 * 60 * 1000

/** A process that was killed cannot tidy up; whoever comes a day later does. */
async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > forgottenAfterMs) await rm(path, { force: true })
  }
}
