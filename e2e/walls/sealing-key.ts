import { issueCertificate } from '@countersign/seal/issue-certificate'
import { pemOf } from '@countersign/seal/certificates'
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A key and its certificate in files, as an operator has them: what production does not start without. */
export function sealingKeyIn(folder: string) {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const [from, to] = [Date.now() - 3600_000, Date.now() + 365 * 24 * 3600_000].map((at) => new Date(at))
  const name = 'Halden Consulting GmbH'
  const own = issueCertificate({ name, organisation: name, key, purpose: 'documents', from: from!, to: to! })
  const files = {
    SEAL_KEY_FILE: join(folder, 'seal.key'),
    SEAL_CERTIFICATES_FILE: join(folder, 'seal.pem'),
  }
  writeFileSync(files.SEAL_KEY_FILE, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(files.SEAL_CERTIFICATES_FILE, pemOf(own))
  return files
}
