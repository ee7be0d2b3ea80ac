import { toBase64, utf8 } from '@countersign/evidence/bytes'
import { canonicalText } from '@countersign/evidence/canonical'
import type { CheckpointFile } from '@countersign/evidence/checkpoint'
import type { DecisionEvidence } from '@countersign/evidence/evidence'
import { entryHash, readExtract, writeExtract, type ChainLink } from '@countersign/evidence/ledger-entry'
import type { PackEntry } from '@countersign/evidence/pack/manifest'
import { sealRoom } from '@countersign/evidence/pack/pdf-bytes'
import { verifyCertificate } from '@countersign/evidence/pack/verify-certificate'
import { developmentAuthority } from '@countersign/seal/development-authority'
import { whyNotWith } from '@countersign/seal/outside-tools.fixture'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedStory, type PackedStory } from './packed-story'
import { flipped, partsOf, put, text, writeAltered, type Parts } from './tampered-pack'
import { noPython, printedBySecond, secondly, verified, type Verdict } from './verified'

const missing = whyNotWith('openssl')

let story: PackedStory
let whole: string
let original: Awaited<ReturnType<typeof partsOf>>
beforeAll(async () => {
  if (missing) return
  story = await packedStory()
  whole = await story.pack({ code: 'HT-2601', as: await story.contact('grace') })
  original = await partsOf(whole)
}, 180_000)
afterAll(() => story?.close())

describe('an evidence pack of the demo', () => {
  const packs = {
    'of a project, for a contact': async () => whole,
    'of a project, for its manager': async () =>
      story.pack({ code: 'HT-2601', as: await story.member('mara') }),
    'of another project, in German': async () =>
      story.pack({ code: 'SL-2602', as: await story.contact('katrin') }),
    'of one decision': async () => {
      const grace = await story.contact('grace')
      const { decisionId } = original.manifest.entries.find(({ is }) => is === 'certificate') as PackEntry & {
        decisionId: string
      }
      return story.pack({ code: 'HT-2601', decisionId, as: grace })
    },
  }
  test.each(Object.entries(packs))(
    '%s: holds, by the command line and by the second program',
    async (_, packed) => {
      const file = await packed()
      const trust = ['--trust', story.root, '--trust', story.authorityRoot]
      for (const arguments_ of [[], trust]) {
        const { failed, exitCode, findings } = await verified(file, ...arguments_)
        expect(failed).toEqual([])
        expect(exitCode).toBe(0)
        const codes = findings.map(({ code }) => code)
        expect(codes).toEqual(
          expect.arrayContaining([
            'manifest-holds',
            'chain-holds',
            'seal-holds',
            'seal-timestamp-holds',
            'embedded-evidence-is-the-packs',
            'decision-is-in-chain',
            'certificate-is-in-chain',
            'files-are-those-decided-on',
            'checkpoint-holds',
            'timestamp-holds',
            'chain-is-under-checkpoint',
            arguments_.length > 0 ? 'root-believed-as-given' : 'root-to-compare',
          ]),
        )
      }
      if (!noPython) expect(secondly(file)).toEqual({ exitCode: 0, failed: [] })
    },
  )

  test('is the same bytes for the same content', async () => {
    const again = readFileSync(whole)
    const grace = await story.contact('grace')
    expect(readFileSync(await story.pack({ code: 'HT-2601', as: grace })).equals(again)).toBe(true)
  })

  test('tells persons’ data beside the ledger to the manager alone', async () => {
    const paths = async (who: 'mara' | 'priya') => {
      const as = await story.member(who)
      const file = await story.pack({ code: 'HT-2601', as, withFiles: who !== 'priya' })
      return { file, paths: [...(await partsOf(file)).parts.keys()] }
    }
    expect((await paths('mara')).paths).toContain('ledger/disclosures.jsonl')
    expect([...original.parts.keys()]).not.toContain('ledger/disclosures.jsonl')
    const finance = await paths('priya')
    expect(finance.paths.filter((path) => /disclosures|^files/.test(path))).toEqual([])
    const { exitCode, findings } = await verified(finance.file)
    expect(exitCode).toBe(0)
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'files-not-in-reach', status: 'unchecked' }),
    )
  })

  test('has certificates that hold alone, and say what a certificate alone cannot show', async () => {
    const file = join(story.home, 'alone.pdf')
    writeFileSync(file, certificateIn(original.parts).bytes)
    const { exitCode, is, failed, findings } = await verified(file)
    expect({ exitCode, is, failed }).toEqual({ exitCode: 0, is: 'certificate', failed: [] })
    const unchecked = findings.filter(({ status }) => status === 'unchecked').map(({ code }) => code)
    expect(unchecked).toEqual(
      expect.arrayContaining(['files-not-in-reach', 'no-ledger-here', 'root-to-compare']),
    )
  })

  test('does not hold for who believes another root', async () => {
    const { rootFile } = developmentAuthority(join(story.home, 'another'), new Date())
    const { exitCode, failed } = await verified(whole, '--trust', rootFile)
    expect(exitCode).toBe(1)
    expect(failed).toEqual(expect.arrayContaining(['seal-timestamp-false', 'checkpoint-signer-unknown']))
  })
})

function certificateIn(parts: Parts) {
  const path = [...parts.keys()].find((each) => each.startsWith('certificates/'))!
  return { path, bytes: parts.get(path)! }
}

const ledger = 'ledger/ledger.jsonl'
const linksIn = (parts: Parts) => readExtract(text(parts, ledger))!
const putLinks = (parts: Parts, links: ChainLink[]) => put(parts, ledger, writeExtract(links))

/** The same entries with another body in one, and every hash from there on made to fit. */
async function writtenAnew(links: ChainLink[], from: number): Promise<ChainLink[]> {
  const anew: ChainLink[] = []
  for (const { entry } of links) {
    const read = JSON.parse(entry) as { seq: number; body: object }
    const said = read.seq === from ? canonicalText({ ...read, body: { ...read.body, number: 99 } }) : entry
    const previous = anew.at(-1)?.hash ?? '0'.repeat(64)
    anew.push({ entry: said, previous, hash: entryHash(previous, said) })
  }
  return anew
}

const evidencePath = (parts: Parts) => [...parts.keys()].find((each) => each.startsWith('evidence/'))!
const submitted = (parts: Parts) => [...parts.keys()].filter((each) => each.startsWith('files/'))

type Tampering = {
  alter: (parts: Parts) => void | Promise<void>
  found: string
  /** In the sentence: what, and where. */
  named: RegExp
  /** What the second program says; it does not look at PDF seals or timestamps. */
  secondly: RegExp | null
}

const tamperings: Record<string, Tampering> = {
  'a flipped bit in a submitted file': {
    alter: (parts) => {
      const path = submitted(parts)[0]!
      parts.set(path, flipped(parts.get(path)!, 900))
    },
    found: 'file-is-another',
    named: /files\/D0-V1\/001-.* is not the “charter-HT-2601-v1.pdf” that was decided on/,
    secondly: /files\/D0-V1\/001-.* is not the 'charter-HT-2601-v1.pdf' that was decided on/,
  },
  'two submitted files swapped': {
    alter: (parts) => {
      const [one, other] = submitted(parts)
      const kept = parts.get(one!)!
      parts.set(one!, parts.get(other!)!)
      parts.set(other!, kept)
    },
    found: 'file-is-another',
    named: /changed or swapped/,
    secondly: /changed or swapped/,
  },
  'a submitted file taken out': {
    alter: (parts) => void parts.delete(submitted(parts)[0]!),
    found: 'file-not-in-pack',
    named: /charter-HT-2601-v1.pdf” is not in the pack/,
    secondly: /charter-HT-2601-v1.pdf' is not in the pack/,
  },
  'a word of the evidence changed': {
    alter: (parts) => {
      const path = evidencePath(parts)
      const evidence = JSON.parse(text(parts, path)) as DecisionEvidence
      evidence.submission.content.criteria[0]!.statement = 'It is blue.'
      put(parts, path, canonicalText(evidence))
    },
    found: 'submission-digest-false',
    named: /not those that were decided on/,
    secondly: /does not give the digest that was decided on/,
  },
  'the customer’s name in the evidence changed': {
    alter: (parts) => {
      const path = evidencePath(parts)
      const evidence = JSON.parse(text(parts, path)) as DecisionEvidence
      evidence.customer.name = 'Another Ltd'
      put(parts, path, canonicalText(evidence))
    },
    found: 'embedded-evidence-is-another',
    named: /not the one embedded in the sealed PDF/,
    secondly: /records no certificate with this evidence/,
  },
  'the signatory’s name in the evidence changed': {
    alter: (parts) => {
      const path = evidencePath(parts)
      const evidence = JSON.parse(text(parts, path)) as DecisionEvidence
      evidence.decision.signatories[0]!.name.value = 'Nobody At All'
      put(parts, path, canonicalText(evidence))
    },
    found: 'disclosure-false',
    named: /\/decision\/signatories\/0\/name about a person/,
    secondly: /\/decision\/signatories\/0\/name about a person was altered/,
  },
  'a flipped bit in a certificate': {
    alter: (parts) => {
      const { path, bytes } = certificateIn(parts)
      parts.set(path, flipped(bytes, bytes.length - 5000))
    },
    found: 'sealed-content-changed',
    named: /not what was sealed/,
    secondly: null,
  },
  'a byte appended to a certificate': {
    alter: (parts) => {
      const { path, bytes } = certificateIn(parts)
      parts.set(path, new Uint8Array([...bytes, 10]))
    },
    found: 'seal-not-over-everything',
    named: /something was appended/,
    secondly: null,
  },
  'another certificate in its place': {
    alter: (parts) => {
      const [one, other] = [...parts.keys()].filter((each) => each.startsWith('certificates/'))
      parts.set(one!, parts.get(other!)!)
    },
    found: 'embedded-evidence-is-another',
    named: /changed or swapped/,
    secondly: null,
  },
  'an entry changed': {
    alter: (parts) => {
      const links = linksIn(parts)
      links[3] = { ...links[3]!, entry: links[3]!.entry.replace('"seq":4', '"seq":4 ') }
      putLinks(parts, links)
    },
    found: 'entry-changed',
    named: /entry 4 \(/,
    secondly: /Entry 4 \(.*was changed/,
  },
  'the first entry deleted': {
    alter: (parts) => putLinks(parts, linksIn(parts).slice(1)),
    found: 'beginning-missing',
    named: /begins with entry 2/,
    secondly: /begins with entry 2/,
  },
  'an entry in the middle deleted': {
    alter: (parts) => putLinks(parts, linksIn(parts).toSpliced(5, 1)),
    found: 'entries-missing',
    named: /Entry 6 is missing/,
    secondly: /missing between 5 and 7/,
  },
  'the last entry deleted': {
    alter: (parts) => putLinks(parts, linksIn(parts).slice(0, -1)),
    found: 'chain-shorter-than-checkpoint',
    named: /Checkpoint \d+ knew entry \d+, and the ledger ends with entry \d+: its end was removed/,
    secondly: /its end was removed/,
  },
  'an entry inserted': {
    alter: (parts) => putLinks(parts, linksIn(parts).toSpliced(5, 0, linksIn(parts)[2]!)),
    found: 'entry-out-of-place',
    named: /Entry 3 stands after entry 5/,
    secondly: /Entry 3 stands after entry 5/,
  },
  'two entries in another order': {
    alter: (parts) => {
      const links = linksIn(parts)
      putLinks(parts, links.toSpliced(4, 2, links[5]!, links[4]!))
    },
    found: 'entry-out-of-place',
    named: /Entry 5 stands after entry 6/,
    secondly: /Entry 5 stands after entry 6/,
  },
  'the whole chain written anew': {
    alter: async (parts) => putLinks(parts, await writtenAnew(linksIn(parts), 2)),
    found: 'chain-differs-from-checkpoint',
    named: /checkpoint \d+ .* knew: the ledger was written anew/,
    secondly: /checkpoint \d+ knew: the ledger was written anew/,
  },
  'a checkpoint signed by somebody else': {
    alter: async (parts) => {
      const { signer } = developmentAuthority(join(story.home, 'somebody-else'), new Date())
      const path = [...parts.keys()].find((each) => each.startsWith('ledger/checkpoints'))!
      const file = JSON.parse(text(parts, path)) as CheckpointFile
      const { payload } = file.checkpoint
      const certificates = signer.certificates.map(toBase64)
      const signature = toBase64(await signer.sign(utf8(payload)))
      const { timestamp: _, ...unstamped } = file.checkpoint
      const forged = { ...file, checkpoint: { ...unstamped, certificates, signature } }
      put(parts, path, `${canonicalText(forged)}\n`)
    },
    found: 'checkpoint-signer-unknown',
    named: /Checkpoint \d+ is signed by “Countersign development seal”, whose certificate leads to none/,
    // It knows no roots: both last certificates are printed for comparing.
    secondly: null,
  },
  'a checkpoint’s content changed': {
    alter: (parts) => {
      const path = [...parts.keys()].find((each) => each.startsWith('ledger/checkpoints'))!
      const file = JSON.parse(text(parts, path)) as CheckpointFile
      const payload = JSON.parse(file.checkpoint.payload) as { takenAt: string }
      payload.takenAt = '2020-01-01T00:00:00.000Z'
      file.checkpoint.payload = canonicalText(payload)
      put(parts, path, `${canonicalText(file)}\n`)
    },
    found: 'checkpoint-signature-false',
    named: /The signature of checkpoint \d+ is not that of/,
    secondly: /signature of checkpoint \d+ is not that of its certificate/,
  },
}

describe('a tampered pack is found out, and the sentence says what and where:', () => {
  test.each(Object.keys(tamperings))('%s', async (name) => {
    const { alter, found, named, secondly: again } = tamperings[name]!
    const parts: Parts = new Map(original.parts)
    await alter(parts)
    const careful = join(story.home, 'careful.zip')
    await writeAltered(careful, { parts, manifest: original.manifest }, 'careful')
    const { exitCode, failed, findings } = await verified(careful)
    expect(exitCode).toBe(1)
    expect(failed).toContain(found)
    const sentences = findings.filter(({ code }) => code === found).map(({ sentence }) => sentence)
    expect(sentences.join('\n')).toMatch(named)
    if (again && !noPython) {
      const second = secondly(careful)
      expect(second.exitCode).toBe(1)
      expect(second.failed.join('\n')).toMatch(again)
    }
  })

  test('whatever it is, where the list of contents was left as it was', async () => {
    const parts: Parts = new Map(original.parts)
    const path = 'README.txt'
    parts.set(path, flipped(parts.get(path)!, 40))
    const careless = join(story.home, 'careless.zip')
    await writeAltered(careless, { parts, manifest: original.manifest }, 'careless')
    const { exitCode, failed } = await verified(careless)
    expect({ exitCode, failed }).toEqual({ exitCode: 1, failed: ['entry-differs-from-manifest'] })
    if (!noPython) expect(secondly(careless).failed.join()).toMatch(/README.txt is not the file in the list/)
  })

  test('a byte appended to the archive itself', async () => {
    const file = join(story.home, 'appended.zip')
    writeFileSync(file, Buffer.concat([readFileSync(whole), Buffer.from('x')]))
    expect(await verified(file)).toMatchObject({ exitCode: 1, failed: ['pack-unreadable'] })
  })
})

describe('the second program', () => {
  test('is there on this machine', (context) => {
    if (noPython) context.skip(noPython)
    expect(noPython).toBeNull()
  })

  test('says which certificate to compare, and what it does not look at', (context) => {
    if (noPython) context.skip(noPython)
    const printed = printedBySecond(whole)
    expect(printed).toMatch(/SHA-256 [0-9a-f]{64}/)
    expect(printed).toMatch(/Not checked here: the seals of the PDFs, and timestamps/)
  })
})

describe('single-bit flips in a certificate', () => {
  test.each(['with the roots given', 'without'])(
    'are each found, wherever the seal reaches, %s',
    async (roots) => {
      const { bytes } = certificateIn(original.parts)
      const file = join(story.home, 'flipped.pdf')
      const trust = roots === 'without' ? [] : ['--trust', story.root, '--trust', story.authorityRoot]
      // Without roots given, the end of a timestamp's chain is taken from the file, and named for comparing.
      const named = ({ findings }: Verdict) => findings.filter(({ code }) => code === 'authority-to-compare')
      writeFileSync(file, bytes)
      const before = JSON.stringify(named(await verified(file, ...trust)))
      const missed: number[] = []
      for (let count = 0; count < 200; count += 1) {
        const at = Math.floor(Math.random() * bytes.length)
        const changed = new Uint8Array(bytes)
        changed[at] = changed[at]! ^ (1 << Math.floor(Math.random() * 8))
        writeFileSync(file, changed)
        const verdict = await verified(file, ...trust)
        if (verdict.exitCode === 0 && JSON.stringify(named(verdict)) === before) missed.push(at)
      }
      expect(missed).toEqual([])
    },
    120_000,
  )

  test('are each found in the seal’s own room: every bit of three hundred places, and the certificates named stay', async () => {
    const pdf = certificateIn(original.parts).bytes
    const room = sealRoom(pdf)!
    let end = room.to
    while (pdf[end - 1] === 0x30) end -= 1
    const said = async (bytes: Uint8Array) => {
      const { findings, roots, authorities } = await verifyCertificate(bytes, null, '')
      const named = [...roots, ...authorities].map(({ fingerprint }) => fingerprint)
      return { isFound: findings.some(({ ok }) => ok === false), named: named.join() }
    }
    const before = await said(pdf)
    expect(before.isFound).toBe(false)
    const missed: string[] = []
    for (let count = 0; count < 300; count += 1) {
      // A tenth of them in the zeros behind it.
      const [from, to] = count % 10 === 0 ? [end, room.to] : [room.from, end]
      const at = from + Math.floor(Math.random() * (to - from))
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = new Uint8Array(pdf)
        changed[at] = changed[at]! ^ (1 << bit)
        const { isFound, named } = await said(changed)
        if (!isFound && named === before.named) missed.push(`${at - room.from}.${bit}`)
      }
    }
    expect(missed).toEqual([])
  }, 120_000)
})
