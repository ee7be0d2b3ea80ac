import { sha256Hex, utf8 } from '@countersign/evidence/bytes'
import { manifestPath, readManifest, type Manifest } from '@countersign/evidence/pack/manifest'
import { openPack } from '@countersign/evidence/pack/read-pack'
import { writePack } from '@countersign/evidence/pack/write-pack'
import { Uint8ArrayReader } from '@zip.js/zip.js/index-native.js'
import { readFileSync, writeFileSync } from 'node:fs'

export type Parts = Map<string, Uint8Array>

/** A pack's parts and its manifest, to be altered. */
export async function partsOf(path: string): Promise<{ parts: Parts; manifest: Manifest }> {
  const pack = (await openPack(new Uint8ArrayReader(new Uint8Array(readFileSync(path)))))!
  const parts: Parts = new Map()
  for (const each of pack.paths) parts.set(each, (await pack.bytes(each))!)
  const manifest = readManifest(new TextDecoder().decode(parts.get(manifestPath)))!
  parts.delete(manifestPath)
  return { parts, manifest }
}

/**
 * Writes an altered pack. A careful forger draws up the list of contents anew, so that no digest in it gives the change
 * away; a careless one leaves it.
 */
export async function writeAltered(
  path: string,
  { parts, manifest }: { parts: Parts; manifest: Manifest },
  forger: 'careful' | 'careless',
): Promise<string> {
  const files = []
  for (const entry of manifest.entries) {
    const bytes = parts.get(entry.path)
    if (!bytes) continue
    const anew = forger === 'careful' ? { sha256: await sha256Hex(bytes), size: bytes.length } : {}
    files.push({ ...entry, ...anew, open: () => bytes })
  }
  const { entries: _, schema: __, ...head } = manifest
  const bytes = await new Response(writePack(head, files) as ReadableStream).arrayBuffer()
  writeFileSync(path, new Uint8Array(bytes))
  return path
}

export const text = (parts: Parts, path: string) => new TextDecoder().decode(parts.get(path))
export const put = (parts: Parts, path: string, content: string) => void parts.set(path, utf8(content))

/** The same with one bit of one byte turned. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = new Uint8Array(bytes)
  changed[at] = changed[at]! ^ 1
  return changed
}
