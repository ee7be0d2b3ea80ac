import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pemOf } from './certificates'
import { developmentAuthority } from './development-authority'
import { issueCertificate } from './issue-certificate'
import { SealRefused } from './seal-refused'
import { daysToRenew, ownCertificate, sealingFrom } from './sealing-settings'

const now = new Date('2026-03-12T14:00:00Z')
const day = 24 * 3600 * 1000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-sealing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const p256 = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey

/** A key and a certificate for it, self-signed, in files that only their owner reads. */
function keyFiles(key: KeyObject, days = 365, of: KeyObject = key) {
  const certificate = issueCertificate({
    name: 'Seal',
    organisation: 'Halden Systems GmbH',
    key: of,
    purpose: 'documents',
    from: new Date(now.getTime() - day),
    to: new Date(now.getTime() + days * day),
  })
  const files = {
    SEAL_KEY_FILE: join(folder, 'key.pem'),
    SEAL_CERTIFICATES_FILE: join(folder, 'certificates.pem'),
  }
  writeFileSync(files.SEAL_KEY_FILE, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(files.SEAL_CERTIFICATES_FILE, pemOf(certificate))
  return files
}

describe('a sealing key in files', () => {
  test.each([
    ['ECDSA-P256-SHA256', p256],
    ['RSA-PKCS1-SHA256', () => rsa(3072)],
  ] as const)('signs as %s', async (algorithm, newKey) => {
    const { signer } = sealingFrom(keyFiles(newKey()), now)
    expect(signer.algorithm).toBe(algorithm)
    const bytes = Buffer.from('what is signed')
    const signature = await signer.sign(bytes)
    expect(verify('sha256', bytes, ownCertificate(signer).publicKey, signature)).toBe(true)
    expect(signer.keyId).toMatch(/^[0-9a-f]{64}$/)
  })

  test.skipIf(process.platform === 'win32')('is refused where others can read it', () => {
    const files = keyFiles(p256())
    chmodSync(files.SEAL_KEY_FILE, 0o640)
    expect(() => sealingFrom(files, now)).toThrow(/can be read by others \(mode 640\): chmod 600/)
  })

  test('is refused when weak, of another curve, or of another certificate', () => {
    expect(() => sealingFrom(keyFiles(rsa(2048)), now)).toThrow(/RSA key of 3,072 bits or more/)
    const p384 = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey
    expect(() => sealingFrom(keyFiles(p384), now)).toThrow(/or an ECDSA key on P-256/)
    expect(() => sealingFrom(keyFiles(p256(), 365, p256()), now)).toThrow(/is not that of/)
  })

  test('is refused when its certificate has run out, or is not valid yet', () => {
    expect(() => sealingFrom(keyFiles(p256(), -0.5), now)).toThrow(/ran out on 12 March 2026/)
    expect(() => sealingFrom(keyFiles(p256()), new Date(now.getTime() - 9 * day))).toThrow(
      /not valid before 11 March 2026/,
    )
  })

  test('is refused in halves, and where a file is not there or not what it should be', () => {
    const files = keyFiles(p256())
    expect(() => sealingFrom({ SEAL_KEY_FILE: files.SEAL_KEY_FILE }, now)).toThrow(/Set both/)
    expect(() => sealingFrom({ ...files, SEAL_KEY_FILE: join(folder, 'none') }, now)).toThrow(/is not there/)
    writeFileSync(files.SEAL_CERTIFICATES_FILE, 'nothing')
    expect(() => sealingFrom(files, now)).toThrow(SealRefused)
  })

  test.each([
    [61, null],
    [60, 60],
    [59.5, 59],
    [0.2, 0],
  ])('with %d days left says %s days to renew', (left, said) => {
    const { signer } = sealingFrom(keyFiles(p256(), left), now)
    expect(daysToRenew(signer, now)).toBe(said)
  })
})

describe('without a key', () => {
  test('the demo makes an authority of its own', () => {
    const { signer } = sealingFrom({ COUNTERSIGN_DEMO: '1', COUNTERSIGN_HOME: folder }, now)
    expect(signer.certificates).toHaveLength(2)
  })

  test.each([
    ['no demo', {}],
    ['production', { COUNTERSIGN_DEMO: '1', COUNTERSIGN_PRODUCTION: '1' }],
  ])('nothing starts: %s', (_, env) => {
    expect(() => sealingFrom({ ...env, COUNTERSIGN_HOME: folder }, now)).toThrow(/set SEAL_KEY_FILE/)
  })

  test('production refuses the development authority’s files, whoever hands them over', () => {
    developmentAuthority(folder, now)
    const files = {
      SEAL_KEY_FILE: join(folder, 'development-key.pem'),
      SEAL_CERTIFICATES_FILE: join(folder, 'development-certificates.pem'),
    }
    expect(() => sealingFrom(files, now)).toThrow(/development authority’s key/)
    expect(() => sealingFrom({ ...files, COUNTERSIGN_DEMO: '1' }, now)).not.toThrow()
  })
})

describe('a timestamp authority', () => {
  test('is known by its roots, and its address is one', () => {
    const files = keyFiles(p256())
    const url = 'https://timestamp.example.com/rfc3161'
    const known = { TIMESTAMP_URL: url, TIMESTAMP_CERTIFICATES_FILE: files.SEAL_CERTIFICATES_FILE }
    expect(sealingFrom({ ...files, ...known }, now).timestampAuthority).toMatchObject({ url })
    expect(sealingFrom(files, now).timestampAuthority).toBeNull()
    expect(() => sealingFrom({ ...files, TIMESTAMP_URL: url }, now)).toThrow(/TIMESTAMP_CERTIFICATES_FILE/)
    for (const wrong of ['ftp://a', 'file:///etc/passwd', 'https://user:secret@a', 'a b'])
      expect(() => sealingFrom({ ...files, ...known, TIMESTAMP_URL: wrong }, now)).toThrow(
        /must be an address/,
      )
  })
})
