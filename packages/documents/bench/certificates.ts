import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pemOf } from '@countersign/seal/certificates'
import { checkSeal } from '@countersign/seal/check-seal'
import { certificatesInPem } from '@countersign/seal/certificates'
import { developmentAuthority } from '@countersign/seal/development-authority'
import { issueCertificate } from '@countersign/seal/issue-certificate'
import { keyFileSigner } from '@countersign/seal/key-file-signer'
import { newSealToken } from '@countersign/seal/placeholder'
import { sealPdf } from '@countersign/seal/seal-pdf'
import type { Signer } from '@countersign/seal/signer'
import { renderCertificate } from '../src/certificate'
import { certificate, certificateKinds } from '../src/documents.fixture'

// How many certificates a second one core renders and seals, against rendering alone in the same run.
const seconds = Number(process.argv[2] ?? 4)
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const now = new Date('2026-03-12T14:05:12Z')

const p256 = developmentAuthority(join(folder, 'seal'), now).signer
const rsa = rsaSigner()
const kinds = [certificate, certificateKinds['with reservations']!, certificateKinds.deemed!]

async function sealed(input: typeof certificate, signer: Signer) {
  const token = newSealToken()
  return sealPdf({ bytes: await renderCertificate(input, token), token }, signer, null, now)
}

const rendered = await perSecond((at) => renderCertificate(kinds[at % kinds.length]!))
const withP256 = await perSecond((at) => sealed(kinds[at % kinds.length]!, p256))
const withRsa = await perSecond((at) => sealed(kinds[at % kinds.length]!, rsa))
const one = await sealed(certificate, p256)
const trust = { seals: certificatesInPem(p256.certificates.map(pemOf).join('')), timestamps: [] }
const checked = await perSecond(async () => checkSeal(one.bytes, trust))

const figures = { rendered, withP256, withRsa, checked }
for (const [name, figure] of Object.entries(figures))
  console.log(`${name.padEnd(10)} ${figure.toFixed(1)} a second`)
console.log(
  `sealing costs ${(100 * (1 - withP256 / rendered)).toFixed(0)} % (P-256), ${(100 * (1 - withRsa / rendered)).toFixed(0)} % (RSA-3072)`,
)
rmSync(folder, { recursive: true, force: true })

const floor = 30
if (Math.min(withP256, withRsa) < floor) {
  console.error(`Slower than ${floor} certificates a second.`)
  process.exitCode = 1
}

/** By the processor's time, not the clock's: what others do on the machine does not count. */
async function perSecond(work: (at: number) => Promise<unknown>): Promise<number> {
  for (let at = 0; at < 6; at++) await work(at)
  const began = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  let count = 0
  while (used() < seconds) await work(count++)
  return count / used()
}

function rsaSigner(): Signer {
  const key = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey
  const own = issueCertificate({
    name: 'Bench',
    organisation: 'Bench',
    key,
    purpose: 'documents',
    from: now,
    to: new Date(now.getTime() + 1e10),
  })
  const files = { keyFile: join(folder, 'key.pem'), certificatesFile: join(folder, 'own.pem') }
  writeFileSync(files.keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(files.certificatesFile, pemOf(own))
  return keyFileSigner(files)
}
