import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run bench -w packages/documents`: certificates sealed a second, ledger appends a second against plain inserts at
 * eight writers, and the verification of 100,000 entries. Every table prints, whatever the one before says; the exit
 * code is theirs together.
 */
const benches = ['./certificates.ts', '../../../db/bench/ledger.ts']
const codes = benches.map((path) => {
  const script = fileURLToPath(new URL(path, import.meta.url))
  return spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' }).status
})
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
