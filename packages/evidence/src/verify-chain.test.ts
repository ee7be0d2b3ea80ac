import { beforeAll, describe, expect, test } from 'vitest'
import { chainOf, linkOf, projectId } from './chain.fixture'
import { sentenceOf } from './finding-words'
import { readExtract, writeExtract, type ChainLink } from './ledger-entry'
import { verifyChain } from './verify-chain'

let chain: ChainLink[]
beforeAll(async () => void (chain = await chainOf(20)))

const codes = async (links: ChainLink[]) => (await verifyChain(links)).map(({ code }) => code)
const changed = (at: number, change: Partial<ChainLink>) =>
  chain.map((link, index) => (index === at ? { ...link, ...change } : link))

describe('a chain', () => {
  test('that is whole holds, also after it was written out and read again', async () => {
    const [finding, ...more] = await verifyChain(readExtract(writeExtract(chain))!)
    expect(finding).toEqual({ code: 'chain-holds', ok: true, count: 20, head: chain.at(-1)!.hash })
    expect(more).toEqual([])
  })

  test('with one character changed names the entry', async () => {
    const at = chain[6]!.entry.replace('"number":7', '"number":8')
    expect(await verifyChain(changed(6, { entry: at }))).toEqual([
      { code: 'entry-changed', ok: false, seq: 7, kind: 'publication' },
    ])
  })

  test('with an entry changed and hashed anew names the one after it', async () => {
    const forged = await linkOf(7, chain[5]!.hash, undefined, { number: 700 })
    expect(await verifyChain(changed(6, forged))).toEqual([
      { code: 'entry-not-bound', ok: false, seq: 8, after: 7 },
    ])
  })

  test('without its first entry, or one or more from the middle, says which are gone', async () => {
    expect(await codes(chain.slice(1))).toEqual(['beginning-missing'])
    expect(await verifyChain(chain.toSpliced(9, 1))).toEqual([
      { code: 'entries-missing', ok: false, from: 10, to: 10 },
    ])
    expect(await verifyChain(chain.toSpliced(9, 3))).toEqual([
      { code: 'entries-missing', ok: false, from: 10, to: 12 },
    ])
  })

  test('with an inserted or a moved entry says where', async () => {
    const inserted = await linkOf(10, chain[8]!.hash, undefined, { number: 99 })
    expect(await codes(chain.toSpliced(9, 0, inserted))).toEqual(['entry-out-of-place'])
    const moved = chain.toSpliced(4, 2, chain[5]!, chain[4]!)
    expect(await codes(moved)).toContain('entry-out-of-place')
  })

  test('with an entry of another project, of an older time or in another spelling says so', async () => {
    const foreign = await linkOf(21, chain.at(-1)!.hash, '00000000-0000-4000-8000-000000000000')
    expect(await codes([...chain, foreign])).toEqual(['entry-of-another-project'])
    const spaced = chain[19]!.entry.replace('{', '{ ')
    expect(await codes(changed(19, { entry: spaced }))).toEqual(['entry-changed', 'entry-not-canonical'])
    expect(await codes(changed(3, { entry: 'nothing' }))).toContain('entry-unreadable')
    expect(await codes(changed(0, { previous: chain[1]!.hash }))).toContain('first-entry-bound-to-something')
    expect(await codes([])).toEqual(['chain-empty'])
  })

  test('goes on from an entry that is known already', async () => {
    const after = { project: projectId, seq: 12, head: chain[11]!.hash }
    expect(await codes(chain.slice(12))).toEqual(['beginning-missing'])
    expect((await verifyChain(chain.slice(12), after)).map(({ code }) => code)).toEqual(['chain-holds'])
    const elsewhere = { ...after, head: chain[10]!.hash }
    expect((await verifyChain(chain.slice(12), elsewhere)).map(({ code }) => code)).toEqual([
      'entry-not-bound',
    ])
  })

  test('says what it found in English and German', async () => {
    const [finding] = await verifyChain(chain.toSpliced(9, 1))
    expect(sentenceOf(finding!, 'en')).toBe('Entry 10 is missing: it was removed.')
    expect(sentenceOf(finding!, 'de')).toBe('Eintrag 10 fehlt: Er wurde entfernt.')
  })
})
