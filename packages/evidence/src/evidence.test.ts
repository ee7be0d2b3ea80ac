import { Ajv2020 } from 'ajv/dist/2020'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evidenceDigest, valueOf, type DecisionEvidence } from './evidence'
import { deemedExample, erasedExample, outsideExample, signedExample } from './evidence.fixture'
import type { Finding } from './finding'
import { sentenceOf } from './finding-words'
import { committed, commitmentOf, withheld } from './personal'
import { verifyEvidence } from './verify-evidence'

const read = (name: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../schema/${name}`, 'utf8')) as object
const validate = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
}).compile(read('decision-evidence-2.schema.json'))
const examples = {
  signed: signedExample,
  deemed: deemedExample,
  outside: outsideExample,
  erased: erasedExample,
}
let signed: DecisionEvidence
beforeAll(async () => void (signed = await signedExample()))

const codesOf = (findings: Finding[]) => findings.map(({ code }) => code)

describe('the published schema', () => {
  test.each(Object.entries(examples))(
    'takes the example %s, which is what this code makes',
    async (name, make) => {
      const example = read(`examples/${name}.json`)
      expect(example).toEqual(await make())
      expect([validate(example), validate.errors]).toEqual([true, null])
      expect((await verifyEvidence(example as DecisionEvidence)).every(({ ok }) => ok)).toBe(true)
    },
  )

  test('refuses what is missing, unknown, or deemed, signed and from outside at once', () => {
    const { ledger: _, ...without } = signed
    expect(validate(without)).toBe(false)
    expect(validate({ ...signed, margin: '12' })).toBe(false)
    expect(validate({ ...signed, schema: 'countersign/decision-evidence/1' })).toBe(false)
    const { decision } = signed
    expect(validate({ ...signed, decision: { ...decision, kind: 'deemed' } })).toBe(false)
    expect(validate({ ...signed, decision: { ...decision, signatories: [] } })).toBe(false)
    expect(validate({ ...signed, decision: { ...decision, kind: 'outside' } })).toBe(false)
    expect(validate({ ...signed, releases: [{ ...signed.releases[0]!, amountMinor: 1250000 }] })).toBe(false)
  })
})

describe('evidence', () => {
  test('holds in itself, and says so in sentences', async () => {
    const findings = await verifyEvidence(signed)
    expect(codesOf(findings)).toEqual([
      'submission-digest-holds',
      'disclosures-hold',
      'decision-is-in-ledger',
    ])
    for (const finding of findings) expect(sentenceOf(finding, 'de')).toMatch(/\.$/)
  })

  const { parse, stringify } = JSON
  const altered = (change: (evidence: DecisionEvidence) => void) => {
    const copy = parse(stringify(signed)) as DecisionEvidence
    change(copy)
    return verifyEvidence(copy).then(codesOf)
  }

  test('with another file, criterion or release is found', async () => {
    for (const change of [
      (e: DecisionEvidence) => (e.submission.content.files[0]!.sha256 = 'b'.repeat(64)),
      (e: DecisionEvidence) => (e.submission.content.criteria[0]!.statement = 'Anything goes.'),
      (e: DecisionEvidence) => (e.submission.content.releases[0]!.amountMinor = '9'),
    ])
      expect(await altered(change)).toContain('submission-digest-false')
  })

  test('with another name, statement or authority is found', async () => {
    expect(await altered((e) => (e.decision.signatories[0]!.name.value = 'Mallory'))).toContain(
      'disclosure-false',
    )
    expect(await altered((e) => (e.decision.signatories[0]!.authority.value!.upToMinor = '1'))).toContain(
      'disclosure-false',
    )
    const swapped = await committed('Mallory')
    expect(await altered((e) => (e.decision.signatories[0]!.name = swapped))).toContain(
      'decision-differs-from-ledger',
    )
  })

  test('with another outcome, result, time or entry is found', async () => {
    expect(await altered((e) => (e.decision.outcome = 'rejected'))).toEqual([
      'submission-digest-holds',
      'disclosures-hold',
      'decision-differs-from-ledger',
    ])
    expect(await altered((e) => (e.decision.results[0]!.result = 'not-met'))).toContain(
      'decision-differs-from-ledger',
    )
    expect(await altered((e) => (e.ledger.entry = e.ledger.entry.replace('accepted', 'rejected')))).toContain(
      'decision-entry-changed',
    )
    expect(await altered((e) => (e.decision.id = e.project.id))).toContain('decision-entry-of-something-else')
  })

  test('has the same digest before and after the person is erased', async () => {
    const erased = { ...signed, decision: withheld(signed.decision) }
    expect(await evidenceDigest(erased)).toBe(await evidenceDigest(signed))
    expect(valueOf(erased.decision.signatories[0]!.name)).toBe(null)
    expect(valueOf(signed.decision.signatories[0]!.name)).toBe('Grace Okafor')
    expect(await verifyEvidence(erased)).toContainEqual({
      code: 'disclosures-hold',
      ok: true,
      count: 0,
      withheld: 6,
    })
  })

  test('commits to the same value with another salt each time', async () => {
    const [one, other] = [await committed('Ada'), await committed('Ada')]
    expect(one.commitment).not.toBe(other.commitment)
    expect(await commitmentOf(one.salt, one.value)).toBe(one.commitment)
    await expect(commitmentOf('00', 'Ada')).rejects.toThrow(RangeError)
  })
})
