import { canonicalText } from './canonical'
import { entryHash, ledgerEntrySchema, noHash, type ChainLink } from './ledger-entry'

export const projectId = '6f1f3a52-6a3c-4a43-9d5e-2b8f3c1d7e90'

/** A chain of so many publications, a minute apart, as the database would have written it. */
export async function chainOf(count: number, project = projectId): Promise<ChainLink[]> {
  const links: ChainLink[] = []
  let previous = noHash
  for (let seq = 1; seq <= count; seq += 1) {
    const link = await linkOf(seq, previous, project)
    links.push(link)
    previous = link.hash
  }
  return links
}

/** One entry, bound to the hash before it. */
export async function linkOf(
  seq: number,
  previous: string,
  project = projectId,
  more: object = {},
): Promise<ChainLink> {
  const entry = canonicalText({
    schema: ledgerEntrySchema,
    project,
    seq,
    kind: 'publication',
    enteredAt: new Date(Date.UTC(2026, 0, 5, 9) + seq * 60_000).toISOString(),
    fact: {
      id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
      digest: seq.toString(16).padStart(64, '0'),
    },
    body: {
      number: seq,
      publishedBy: '7a1d4c1e-95f0-4a6f-8a31-0f3f7c5b2d11',
      publishedAt: '2026-01-05T09:00:00.000Z',
      ...more,
    },
  })
  return { entry, previous, hash: entryHash(previous, entry) }
}
