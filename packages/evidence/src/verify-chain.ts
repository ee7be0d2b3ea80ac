import { isCanonical } from './canonical'
import type { ChainHead } from './checkpoint'
import type { Finding } from './finding'
import { entryHash, noHash, readEntry, type ChainLink, type LedgerEntry } from './ledger-entry'

const batch = 2000

/**
 * Recomputes a chain, whole from its first entry or what follows `after`: that each entry is what was hashed, canonical, in its place and bound
 * to the one before. Gives everything that fails, in order, or one finding that it holds. A missing end and a chain
 * written anew hold in themselves: only a checkpoint or a certificate finds them.
 */
export async function verifyChain(links: readonly ChainLink[], after?: ChainHead): Promise<Finding[]> {
  if (links.length === 0) return [{ code: 'chain-empty', ok: false }]
  const findings: Finding[] = []
  let before: Place | null = after ? { ...after, hash: after.head, enteredAt: '' } : null
  for (const [at, link] of links.entries()) {
    if (at > 0 && at % batch === 0) await othersTurn()
    const entry = readEntry(link.entry)
    if (!entry) {
      findings.push({ code: 'entry-unreadable', ok: false, line: at + 1 })
      continue
    }
    if (recomputed(link) !== link.hash)
      findings.push({ code: 'entry-changed', ok: false, seq: entry.seq, kind: entry.kind })
    if (!isCanonical(link.entry, entry))
      findings.push({ code: 'entry-not-canonical', ok: false, seq: entry.seq })
    findings.push(...(before ? whatIsBetween(before, link, entry) : whatIsBefore(link, entry)))
    before = { project: entry.project, seq: entry.seq, hash: link.hash, enteredAt: entry.enteredAt }
  }
  if (findings.length > 0) return findings
  return [{ code: 'chain-holds', ok: true, count: links.length, head: links.at(-1)!.hash }]
}

function recomputed({ previous, entry }: ChainLink): string | null {
  return /^[0-9a-f]{64}$/.test(previous) ? entryHash(previous, entry) : null
}

/** Lets a page draw and a server answer between two batches. */
function othersTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0))
}

type Place = { project: string; seq: number; hash: string; enteredAt: string }

function whatIsBefore(link: ChainLink, entry: LedgerEntry): Finding[] {
  if (entry.seq !== 1) return [{ code: 'beginning-missing', ok: false, seq: entry.seq }]
  return link.previous === noHash ? [] : [{ code: 'first-entry-bound-to-something', ok: false }]
}

function whatIsBetween(before: Place, link: ChainLink, entry: LedgerEntry): Finding[] {
  const { seq } = entry
  const after = before.seq
  const found: Finding[] = []
  if (entry.project !== before.project) found.push({ code: 'entry-of-another-project', ok: false, seq })
  if (seq > after + 1) found.push({ code: 'entries-missing', ok: false, from: after + 1, to: seq - 1 })
  else if (seq <= after) found.push({ code: 'entry-out-of-place', ok: false, seq, after })
  else if (link.previous !== before.hash) found.push({ code: 'entry-not-bound', ok: false, seq, after })
  if (entry.enteredAt < before.enteredAt)
    found.push({ code: 'entry-older-than-the-one-before', ok: false, seq })
  return found
}
