import type { Storage } from '@countersign/storage/storage'

const largestDocument = 50 * 1024 * 1024

/** Stores a document that we made, before the transaction that names it: a crash leaves a file too many, never one
 * too few. */
export async function keepDocument(
  storage: Storage,
  name: string,
  bytes: Uint8Array,
  declaredType = 'application/pdf',
) {
  const stored = await storage.put([bytes], {
    name,
    declaredType,
    maxBytes: largestDocument,
  })
  if (!stored.ok) throw new Error(`the document ${name} could not be stored: ${stored.why}`)
  return { sha256: stored.sha256, sizeBytes: BigInt(stored.size), mediaType: stored.mediaType }
}
