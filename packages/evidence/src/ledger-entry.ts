import { sha256 } from '@noble/hashes/sha2.js'
import { concat, fromHex, toHex, utf8 } from './bytes'
import type { Json } from './canonical'

export const ledgerEntrySchema = 'countersign/ledger-entry/1'

/** The first entry's `previous`. */
export const noHash = '0'.repeat(64)

/** An entry as it is stored, handed over and hashed: `entry` is its canonical JSON, byte for byte. */
export type ChainLink = { entry: string; previous: string; hash: string }

/** What an entry says. `body` differs by kind: docs/ledger.md lists them. */
export type LedgerEntry = {
  schema: typeof ledgerEntrySchema
  project: string
  seq: number
  kind: string
  enteredAt: string
  fact: { id: string; digest: string }
  body: { [key: string]: Json }
}

const domain = utf8(`${ledgerEntrySchema}\n`)

/**
 * SHA-256 (hexadecimal) over the schema's name and a line feed, the 32 bytes of the hash before, and the entry. Entries
 * are so short that handing each to Web Crypto takes three times as long as hashing it here.
 */
export function entryHash(previous: string, entry: string): string {
  return toHex(sha256(concat(domain, fromHex(previous), utf8(entry))))
}

/** An entry's content, or null where the text is not one. */
export function readEntry(text: string): LedgerEntry | null {
  let read: Partial<LedgerEntry> | null
  try {
    read = JSON.parse(text) as Partial<LedgerEntry> | null
  } catch {
    return null
  }
  const isEntry =
    typeof read === 'object' &&
    read !== null &&
    read.schema === ledgerEntrySchema &&
    typeof read.project === 'string' &&
    Number.isSafeInteger(read.seq) &&
    typeof read.kind === 'string' &&
    typeof read.enteredAt === 'string' &&
    typeof read.fact?.id === 'string' &&
    typeof read.fact.digest === 'string' &&
    typeof read.body === 'object' &&
    read.body !== null
  return isEntry ? (read as LedgerEntry) : null
}

/** Reads an extract: one link a line, as JSON. Null where a line is no link. */
export function readExtract(text: string): ChainLink[] | null {
  const links: ChainLink[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    try {
      const { entry, previous, hash } = JSON.parse(line) as Partial<ChainLink>
      if (typeof entry !== 'string' || typeof previous !== 'string' || typeof hash !== 'string') return null
      links.push({ entry, previous, hash })
    } catch {
      return null
    }
  }
  return links
}

/** An extract as it goes into a pack. */
export function writeExtract(links: ChainLink[]): string {
  return links.map(({ entry, hash, previous }) => `${JSON.stringify({ entry, hash, previous })}\n`).join('')
}
