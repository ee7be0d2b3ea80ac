import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chainTo } from './certificates'
import { developmentAuthority, isOfDevelopment } from './development-authority'
import { ownCertificate } from './sealing-settings'

const now = new Date('2026-03-12T14:00:00Z')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-authority-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the development authority', () => {
  test('is made once, and its key is for its owner only', () => {
    const first = developmentAuthority(folder, now).signer
    const second = developmentAuthority(folder, new Date('2027-01-01T00:00:00Z')).signer
    expect(second.keyId).toBe(first.keyId)
    expect(statSync(join(folder, 'development-key.pem')).mode & 0o777).toBe(0o600)
    expect(isOfDevelopment(first)).toBe(true)
  })

  test('issues for documents only, leads to its root, and keeps no key that could issue more', () => {
    const { signer, rootFile } = developmentAuthority(folder, now)
    const own = ownCertificate(signer)
    const root = new X509Certificate(readFileSync(rootFile))
    expect(own.ca).toBe(false)
    expect(own.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'])
    expect(root.ca).toBe(true)
    expect(chainTo([root], own, [], now)).toHaveLength(2)
    expect(chainTo([root], own, [], new Date('2031-01-01T00:00:00Z'))).toEqual([])
    const keys = readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name), 'utf8').includes('PRIVATE KEY'),
    )
    expect(keys).toEqual(['development-key.pem'])
  })
})
