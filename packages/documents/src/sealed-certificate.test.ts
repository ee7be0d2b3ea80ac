import { certificatesInPem } from '@countersign/seal/certificates'
import { checkSeal, type SealTrust } from '@countersign/seal/check-seal'
import { developmentAuthority } from '@countersign/seal/development-authority'
import { run, storeTrusting, whyNotWith } from '@countersign/seal/outside-tools.fixture'
import { newSealToken, placeOfSeal, sealedBytes } from '@countersign/seal/placeholder'
import { readParts } from '@countersign/seal/read-parts'
import { raiseSeal, sealPdf, type Sealed } from '@countersign/seal/seal-pdf'
import type { Signer } from '@countersign/seal/signer'
import { openTimestampService, type TimestampService } from '@countersign/seal/timestamp-service.fixture'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderCertificate, type CertificateInput } from './certificate'
import { certificateKinds } from './documents.fixture'

const missing = whyNotWith('pdfsig', 'qpdf', 'openssl', 'certutil')
const now = new Date()
let folder: string
let signer: Signer
let rootFile: string
let service: TimestampService
let trust: SealTrust

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-sealed-'))
  ;({ signer, rootFile } = developmentAuthority(join(folder, 'seal'), now))
  if (missing) return
  service = await openTimestampService(join(folder, 'timestamps'))
  trust = {
    seals: certificatesInPem(readFileSync(rootFile, 'utf8')),
    timestamps: service.authority.trusted,
  }
})
afterAll(async () => {
  await service?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  if (missing) context.skip(missing)
})

async function sealed(input: CertificateInput, withTimestamp = true): Promise<Sealed> {
  const token = newSealToken()
  const bytes = await renderCertificate(input, token)
  return sealPdf({ bytes, token }, signer, withTimestamp ? service.authority : null, now)
}

function written(bytes: Uint8Array, name = 'certificate.pdf'): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

describe('a sealed certificate, as programs that are not ours see it,', () => {
  test.each(Object.keys(certificateKinds))('%s: is valid, trusted, and whole', async (kind) => {
    const { bytes, level } = await sealed(certificateKinds[kind]!)
    expect(level).toBe('B-T')
    const file = written(bytes)
    const { said } = run('pdfsig', '-nssdir', storeTrusting(rootFile, service.rootFile), file)
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
    const checked = run('qpdf', '--check', file)
    expect(checked.said).toContain('No syntax or stream encoding errors found')
    expect(checked.said).not.toMatch(/warning/i)
  })

  test('is CAdES to openssl, and the timestamp an RFC 3161 one over the signature', async () => {
    const { bytes } = await sealed(certificateKinds.plain!)
    const place = placeOfSeal(bytes)!
    const parts = readParts(bytes, place)!
    const content = written(sealedBytes(bytes, place), 'content')
    const cms = written(cmsAt(bytes), 'seal.der')
    const verified = run(
      ...(['openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms] as const),
      ...['-content', content, '-CAfile', rootFile, '-purpose', 'any', '-out', join(folder, 'out')],
    )
    expect(verified.said).toMatch(/CAdES Verification successful|Verification successful/)
    expect(verified.ok).toBe(true)

    const token = written(parts.timestampToken!, 'token.der')
    const signature = written(parts.signature, 'signature')
    const stamped = run(
      ...(['openssl', 'ts', '-verify', '-token_in', '-in', token, '-data', signature] as const),
      ...['-CAfile', service.rootFile],
    )
    expect(stamped.said).toContain('Verification: OK')
    // Without the timestamp, whose authority writes what it likes.
    const bare = written(cmsAt((await sealed(certificateKinds.plain!, false)).bytes), 'bare.der')
    const printed = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', bare).said
    expect(printed).toContain('id-smime-aa-signingCertificateV2')
    // PAdES forbids it; the time is in the PDF and in the timestamp.
    expect(printed).not.toContain('signingTime')
  })

  test('raised later from B-B to B-T keeps every sealed byte and stays valid', async () => {
    const first = await sealed(certificateKinds.plain!, false)
    expect(first.level).toBe('B-B')
    expect(checkSeal(first.bytes, trust)).toMatchObject({ ok: true, level: 'B-B' })
    const raised = await raiseSeal(first.bytes, service.authority, now)
    if (!raised.ok) throw new Error(raised.why)
    expect(checkSeal(raised.bytes, trust)).toMatchObject({ ok: true, level: 'B-T', timestampedAt: raised.at })
    const place = placeOfSeal(raised.bytes)!
    expect(sealedBytes(raised.bytes, place)).toEqual(sealedBytes(first.bytes, place))
    const { said } = run(
      'pdfsig',
      '-nssdir',
      storeTrusting(rootFile, service.rootFile),
      written(raised.bytes),
    )
    for (const line of ['Signature is Valid', 'Certificate is Trusted', 'Total document signed'])
      expect(said).toContain(line)
    await expect(raiseSeal(raised.bytes, service.authority, now)).rejects.toThrow('timestamp already')
  })
})

describe('a text that looks like a PDF', () => {
  test('in every field breaks neither the document nor the search for the seal', async () => {
    const syntax =
      '/ByteRange [0 /*** 9999999999] /Contents <00> endstream endobj trailer << /Root 1 0 R >> startxref 0 %%EOF'
    const plain = certificateKinds.plain!
    const { bytes } = await sealed({
      ...plain,
      provider: syntax,
      customer: syntax,
      number: syntax.slice(0, 60),
      project: { code: syntax, name: syntax },
      deliverable: { code: '(a) Tj ET', name: `\\) >> ${syntax}` },
      files: [{ name: syntax, size: 1, sha256: plain.decisionDigest }],
      signatories: plain.signatories.map((each) => ({ ...each, typedName: syntax, statement: syntax })),
      evidence: { syntax },
      attachments: [{ name: 'b.txt', type: 'text/plain', description: syntax, content: Buffer.from(syntax) }],
    })
    expect(checkSeal(bytes, trust)).toMatchObject({ ok: true })
    const file = written(bytes)
    expect(run('qpdf', '--check', file).said).toContain('No syntax or stream encoding errors found')
    const { said } = run('pdfsig', '-nssdir', storeTrusting(rootFile, service.rootFile), file)
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
  })
})

describe('tampering with a sealed certificate', () => {
  let whole: Uint8Array
  beforeAll(async () => {
    if (!missing) whole = (await sealed(certificateKinds.plain!)).bytes
  })
  const found = (bytes: Uint8Array) => !checkSeal(bytes, trust).ok

  test('is not found where there is none', () => {
    expect(checkSeal(whole, trust)).toMatchObject({ ok: true, level: 'B-T' })
  })

  test('is found in each of 200 random single bits, wherever they are', () => {
    const random = numbersFrom(20_260_312)
    const missed = Array.from({ length: 200 }, () => random(whole.length * 8)).filter(
      (bit) => !found(flipped(whole, bit)),
    )
    expect(missed).toEqual([])
  })

  test('is found in every bit of the seal itself, its frame, its timestamp and the zeros behind it', () => {
    const { from } = placeOfSeal(whole)!
    const length = 2 * cmsAt(whole).length + 64
    const random = numbersFrom(7)
    const missed = Array.from({ length: 250 }, () => from * 8 + random(length * 8)).filter(
      (bit) => !found(flipped(whole, bit)),
    )
    expect(missed).toEqual([])
  })

  test('is found in an appended byte', () => {
    expect(checkSeal(Buffer.concat([whole, Buffer.of(10)]), trust)).toEqual({
      ok: false,
      why: 'no-seal-over-the-whole-file',
    })
  })

  test('is found in an incremental update that changes the page, by us and by pdfsig', () => {
    const updated = withOtherPage(whole)
    expect(checkSeal(updated, trust)).toEqual({ ok: false, why: 'no-seal-over-the-whole-file' })
    const { said } = run('pdfsig', '-nssdir', storeTrusting(rootFile, service.rootFile), written(updated))
    expect(said).not.toContain('Total document signed')
  })

  test('is found in a swapped attachment', () => {
    const file = written(whole)
    const other = written(Buffer.from('{"decision":"rejected"}'), 'evidence.json')
    const out = join(folder, 'swapped.pdf')
    const swapped = run(
      ...(['qpdf', file, '--remove-attachment=evidence.json', '--add-attachment', other, '--', out] as const),
    )
    expect(swapped.ok).toBe(true)
    expect(found(readFileSync(out))).toBe(true)
    const { said } = run('pdfsig', '-nssdir', storeTrusting(rootFile, service.rootFile), out)
    expect(said).not.toMatch(
      /Signature is Valid[^]*Total document signed|Total document signed[^]*Signature is Valid/,
    )
  })
})

function cmsAt(bytes: Uint8Array): Buffer {
  const { from, to } = placeOfSeal(bytes)!
  const room = Buffer.from(Buffer.from(bytes.subarray(from, to)).toString('latin1'), 'hex')
  // The outer SEQUENCE says its length in two bytes.
  return room.subarray(0, 4 + room.readUInt16BE(2))
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

/** A page object of the same number after the end, with an empty page, as an editor would save it. */
function withOtherPage(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const [, id = ''] = /\n(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(text) ?? []
  const [, root = ''] = /\/Root (\d+ 0 R)/.exec(text) ?? []
  const [, size = ''] = /\/Size (\d+)/.exec(text) ?? []
  const [, previous = ''] = /startxref\n(\d+)\n/.exec(text) ?? []
  const [, parent = ''] = /\/Type \/Page\n\/Parent (\d+ 0 R)/.exec(text) ?? []
  const object = `${id} 0 obj\n<< /Type /Page /Parent ${parent} /MediaBox [0 0 595 842] >>\nendobj\n`
  const at = String(bytes.length).padStart(10, '0')
  const table = `xref\n${id} 1\n${at} 00000 n \ntrailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\n`
  const tail = `${object}${table}startxref\n${bytes.length + object.length}\n%%EOF\n`
  return Buffer.concat([bytes, Buffer.from(tail, 'latin1')])
}

/** The same numbers for the same seed (Numerical Recipes' generator). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
